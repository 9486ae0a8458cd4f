import { isMounted } from "../../dockerfile/mounts.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { appendCommand } from "../../shell/append-command.ts";
import { aptPrograms, fetchesLists, installsFromLists, lists } from "../../shell/apt.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { needOfLists } from "../../shell/lists.ts";
import { isAfter, isEmptiedAfter } from "../../shell/removal.ts";
import { rightsOf } from "../../shell/rights.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { isKeptForHadolint, isPlain } from "../as-hadolint.ts";
import { everyStage } from "../every-stage.ts";

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
	options: {
		everyStage,
		everyUpdate: {
			default: false,
			hadolint: true,
			description: "Report every update in whose `RUN` there is no `rm -rf`, whether or not something is installed.",
		},
	},
	fixes: {
		safely: "Every later command is known not to install from these lists.",
		onRequest: "A later command may install from them.",
		never: "A later `RUN` installs from them, or the removal cannot be put at the end.",
	},
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

	needs: aptPrograms,
	check(file, { options: { everyStage, everyUpdate } }) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, ...aptPrograms)) {
			if ((!everyStage && !(everyUpdate ? isKeptForHadolint : isShipped)(file, run)) || isMounted(file, run, lists.path)) continue;
			// After an update without an installation the lists are needed further on.
			const update = everyUpdate ? withoutRemoval(file, run, calls) : calls.some(installsFromLists) ? leftBy(run, file) : undefined;
			if (!update) continue;
			const fix = removal(update, file);
			problems.push({ at: update.range, message: say`\`${toText(update)}\` leaves its package lists in the image`, ...(fix && { fix }) });
		}
		return problems;
	},
});

/** The first call in a RUN that fetches lists which nothing removes behind it. */
const leftBy = fact((run: Instruction, file: Dockerfile): Call | undefined => {
	const calls = callsByRun(file, ...aptPrograms).get(run) ?? [];
	return calls.find((call) => fetchesLists(call) && !isCleanedAfter(file, call, calls));
});

/** The first update where nothing else in the RUN looks like its removal. */
const withoutRemoval = (file: Dockerfile, run: Instruction, calls: readonly Call[]): Call | undefined =>
	commandsOf(file, run).some(
		(command) => command.name === "rm" && isPlain(command) && command.args.some(({ text }) => text === "-rf" || text === `${lists.path}/*`),
	)
		? undefined
		: calls.find(({ program, subcommand, command }) => program !== "nala" && subcommand === "update" && isPlain(command));

const toText = ({ program, subcommand }: Call): string => `${program} ${subcommand}`;

function isCleanedAfter(file: Dockerfile, { instruction, command }: Call, calls: readonly Call[]): boolean {
	return (
		isEmptiedAfter(file, instruction, command, lists) ||
		calls.some((call) => /^dist-?clean$/.test(call.subcommand) && isAfter(file, instruction, call.command, command))
	);
}

const removal = fact(({ command, instruction: run }: Call, file: Dockerfile): Fix | undefined => {
	const start = rightsOf(file, run, command);
	const need = needOfLists(file, run);
	const edit = start === undefined || need === "surely" ? undefined : appendCommand(file, run, `${start}rm -rf ${lists.path}/*`);
	return edit && { title: say`Remove the lists in the same \`RUN\``, edits: [edit], safe: need === "no" };
});
