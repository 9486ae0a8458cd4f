import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { functionsIn, isHarmless } from "../../shell/harmless.ts";
import { joinRuns } from "../../shell/join-runs.ts";
import { deedOf, packageManagers } from "../../shell/package-managers.ts";
import { fact } from "../../text/fact.ts";
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
	fixes: {
		onRequest: "The next `RUN` begins with the installation, and joins its commands by `&&` alone.",
		never: "The two cannot be joined without changing what they do.",
	},
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

	needs: packageManagers,
	check(file) {
		const problems: Problem[] = [];
		for (const run of callsByRun(file, ...packageManagers).keys()) {
			const update = loneUpdate(run, file);
			if (!update) continue;
			const fix = joinWithNext(update, file);
			const { command, range, subcommand } = update;
			// Without a subcommand an option says what is done.
			const word = subcommand ? undefined : command.args[0];
			problems.push({
				at: word ? { start: range.start, end: word.end } : range,
				message: say`\`${[command.name, subcommand || word?.text].filter(Boolean).join(" ")}\` in a \`RUN\` of its own is cached, and what is installed later gets an old index`,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

/** The first update of a RUN in which nothing is installed. */
const loneUpdate = fact((run: Instruction, file: Dockerfile): Call | undefined => {
	const calls = callsByRun(file, ...packageManagers).get(run) ?? [];
	const update = calls.find((call) => deedOf(call) === "update");
	return !update || calls.some((call) => deedOf(call) === "install") || !installsNothingElse(run, file) ? undefined : update;
});

/** Whether beside the calls there is only what prepares an update or tidies up after it. Anything else may well install something, as scripts do. */
const installsNothingElse = fact((run: Instruction, file: Dockerfile): boolean => {
	const commands = commandsOf(file, run);
	const functions = functionsIn(commands);
	const own = new Set(
		callsByRun(file, ...packageManagers)
			.get(run)
			?.map(({ command }) => command),
	);
	return commands.every((command) => own.has(command) || preparing.has(command.name ?? "") || isHarmless(command, functions));
});

const preparing = new Set("add-apt-repository apt-add-repository debconf-set-selections dpkg-reconfigure rpm yum-config-manager pacman-key eselect".split(" "));

/** Puts the update before the commands of the RUN that comes next, where these are joined by `&&` alone and begin with an installation. */
const joinWithNext = fact(({ command: update, instruction, program }: Call, file: Dockerfile): Fix | undefined => {
	if (commandsOf(file, instruction).length !== 1) return undefined;
	const index = file.instructions.indexOf(instruction);
	const next = index < 0 ? undefined : file.instructions[index + 1];
	if (next?.keyword !== "RUN") return undefined;
	if (instruction.flags.length > 0 || update.range.end !== instruction.range.end || update.wrappers.length > 0) return undefined;
	const installation = callsByRun(file, program)
		.get(next)
		?.find(({ index }) => index === 0);
	if (!installation || deedOf(installation) !== "install" || installation.command.range.start !== next.argsRange.start) return undefined;
	const edits = joinRuns(file, instruction, next);
	return edits && { title: say`Join it with the next \`RUN\``, edits, safe: false };
});
