import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix } from "../../lint/rule.ts";
import { callsByRun } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { insert, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "package-update-alone",
	peers: {
		trivy: ["DS-0017"],
		checkov: ["CKV_DOCKER_5"],
		kics: ["9bae49be"],
		dockle: ["CIS-DI-0007"],
		dockerfilelint: ["apt-get-update_require_install"],
	},
	category: "cache",
	severity: "warning",
	title: "The package index is updated apart from the installation",
	why: [
		"Docker keeps the layer of a `RUN` that has not changed, so an update of its own is not run again when the installation below it changes.",
		"The installation then works with an old index: it fails to find packages, or installs versions that have long been replaced.",
	],
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update
				RUN apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
			`,
		},
	],

	*check(file) {
		for (const [instruction] of callsByRun(file, "apk", "apt", "apt-get", "aptitude", "dnf", "microdnf", "yum", "zypper")) {
			const commands = commandsOf(file, instruction);
			const update = commands.find(isUpdate);
			if (!update || !commands.every((command) => isUpdate(command) || installsNothing(command))) continue;
			const subcommand = update.args.find(({ value = "-" }) => !value.startsWith("-"));
			const fix = commands.length === 1 ? joinWithNext(file, instruction, update) : undefined;
			yield {
				at: { start: update.range.start, end: subcommand?.end ?? update.range.end },
				message: say`\`${update.name ?? ""} ${subcommand?.value ?? ""}\` in a \`RUN\` of its own is cached, and what is installed later gets an old index`,
				...(fix && { fix }),
			};
		}
	},
});

/** The subcommands that fetch an index and do no more. For yum and dnf `update` means to upgrade, and they notice by themselves that an index is old. */
const updates: Readonly<Record<string, readonly string[]>> = {
	"apt-get": ["update"],
	apt: ["update"],
	aptitude: ["update"],
	apk: ["update"],
	yum: ["makecache"],
	dnf: ["makecache"],
	microdnf: ["makecache"],
	zypper: ["refresh", "ref"],
};

function isUpdate({ name, args }: ShellCommand): boolean {
	const subcommands = updates[name ?? ""];
	const subcommand = subcommands && args.find(({ value = "-" }) => !value.startsWith("-"))?.value;
	return subcommand !== undefined && subcommands !== undefined && subcommands.includes(subcommand);
}

/** Commands that prepare an update or tidy up after it. Any other may well install something, as scripts do. */
const harmless = new Set(
	"echo printf cat tee sed rm mkdir cp mv ln chmod chown set true test [ cd curl wget gpg apt-key apt-config add-apt-repository dpkg locale-gen update-locale export".split(
		" ",
	),
);

function installsNothing({ name, args, program }: ShellCommand): boolean {
	if (name === undefined) return program === undefined;
	if (name === "dpkg") return args.some(({ value }) => value === "--add-architecture");
	if (name in updates) return args.some(({ value }) => value === "clean" || value === "autoclean");
	return harmless.has(name);
}

/** Puts the update before the commands of the RUN that comes next, where these are joined by `&&` alone and begin with an installation. */
function joinWithNext(file: Dockerfile, instruction: Instruction, update: ShellCommand): Fix | undefined {
	const index = file.instructions.indexOf(instruction);
	const next = index < 0 ? undefined : file.instructions[index + 1];
	if (next?.keyword !== "RUN") return undefined;
	if ([instruction, next].some(({ json, heredocs, flags }) => json || heredocs.length > 0 || flags.length > 0)) return undefined;
	if (update.range.end !== instruction.range.end || update.wrappers.length > 0) return undefined;
	const commands = commandsOf(file, next);
	const [first] = commands;
	if (
		first?.name !== update.name ||
		first?.range.start !== next.argsRange.start ||
		!commands.every(({ joint, conditional, subshell }) => (joint === "&&" || joint === "") && !conditional && !subshell)
	)
		return undefined;
	const between = file.text.slice(instruction.range.end, next.range.start);
	// An empty line within an instruction is another mistake, and a comment keeps its line.
	const kept = between.replace(/\n(?:[ \t]*\r?\n)+/g, "\n");
	return {
		title: say`Join it with the next \`RUN\``,
		edits: [
			insert(instruction.range.end, ` ${file.escape}`),
			...(kept === between ? [] : [replace({ start: instruction.range.end, end: next.range.start }, kept)]),
			replace({ start: next.range.start, end: next.argsRange.start }, " && "),
		],
		safe: false,
	};
}
