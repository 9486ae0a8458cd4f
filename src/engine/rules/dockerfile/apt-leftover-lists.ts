import { instructionsOf } from "../../dockerfile/instructions.ts";
import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { isMounted } from "../../dockerfile/mounts.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { fact } from "../../text/fact.ts";
import { appendCommand } from "../../shell/append-command.ts";
import { aptPrograms } from "../../shell/apt.ts";
import { callsByRun } from "../../shell/calls.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { everyStage } from "../every-stage.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "apt-leftover-lists",
	formerIds: ["apt-delete-lists"],
	peers: {
		hadolint: ["DL3009"],
		kics: ["df746b39"],
		semgrep: ["remove-package-lists"],
		dockle: ["DKL-DI-0005"],
		dockerfilelint: ["apt-get_missing_rm"],
	},
	category: "size",
	severity: "info",
	title: "apt-get's package lists stay in the image",
	why: [
		"`apt-get update` downloads lists of all packages, tens of megabytes that a finished image has no use for.",
		"A later `RUN` cannot take them out again: they stay in the layer that wrote them.",
	],
	options: { everyStage },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y --no-install-recommends curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y --no-install-recommends curl \
				 && rm -rf /var/lib/apt/lists/*
			`,
		},
	],

	*check(file, { options: { everyStage } }) {
		for (const [instruction, calls] of callsByRun(file, ...aptPrograms)) {
			const update = calls.find(({ subcommand }) => subcommand === "update");
			// An update without an install is what package-update-alone reports: there, the lists are needed further on.
			if (!update || !calls.some(({ subcommand }) => subcommand !== "update")) continue;
			if (!everyStage && !isShipped(file, instruction)) continue;
			if (isMounted(file, instruction, "/var/lib/apt/lists") || commandsOf(file, instruction).some(removesLists)) continue;
			const edit = appendCommand(file, instruction, "rm -rf /var/lib/apt/lists/*");
			const need = mayNeedListsLater(file, instruction);
			yield {
				at: update.range,
				message: say`\`${update.program} update\` leaves its package lists in the image`,
				...(edit && need !== "surely" && { fix: { title: say`Remove the lists in the same \`RUN\``, edits: [edit], safe: need === "no" } }),
			};
		}
	},
});

const lists = /^["']?\/var\/(?:\*|lib\/?(?:$|["'*{]|apt\/?(?:$|["'*{]|lists)))/;

function removesLists({ name, args }: ShellCommand): boolean {
	if (name === undefined) return false;
	if (name === "rm" || name === "find" || name === "unlink")
		return args.some(({ text }) => lists.test(text) || /(?:^["']?|lib\/)apt\/lists/.test(text) || /\/var\/\{[^}]*lib\/apt/.test(text));
	if (name === "apt-get" || name === "apt") return args.some(({ value }) => value === "distclean" || value === "dist-clean");
	// A script of the project's own, made for the purpose.
	return /clean/i.test(name) || args.some(({ text }) => /clean[\w-]*\.sh$/.test(text));
}

/** Whether a RUN further down installs from these lists: it calls apt without an update, or it may run a script that does. */
function mayNeedListsLater(file: Dockerfile, instruction: Instruction): "no" | "maybe" | "surely" {
	const { surely, maybe } = lastNeeds(file);
	const { start } = instruction.range;
	if ((surely.get(stageOf(file, instruction)) ?? -1) > start) return "surely";
	return maybe > start ? "maybe" : "no";
}

/** Where the last RUN of each stage stands that needs lists of an earlier one, and the last of all that may need them. */
type Needs = { readonly surely: ReadonlyMap<Stage | undefined, number>; readonly maybe: number };

const lastNeeds = fact((file: Dockerfile): Needs => {
	const surely = new Map<Stage | undefined, number>();
	let maybe = instructionsOf(file, "ONBUILD").length > 0 ? Infinity : -1;
	const all = callsByRun(file, ...aptPrograms);
	for (const run of instructionsOf(file, "RUN")) {
		const calls = all.get(run) ?? [];
		if (calls.some(({ subcommand }) => subcommand === "update")) continue;
		if (calls.length > 0) surely.set(stageOf(file, run), run.range.start);
		if (calls.length > 0 || run.logical.text.includes("apt") || run.json || commandsOf(file, run).some(runsScript)) maybe = Math.max(maybe, run.range.start);
	}
	return { surely, maybe };
});

const runsScript = ({ name, program }: ShellCommand): boolean =>
	name === undefined || /[/.]/.test(program?.value ?? "/") || /^(?:sh|bash|source|eval|make|npx|playwright|ansible(?:-playbook)?|install\w*)$/.test(name);
