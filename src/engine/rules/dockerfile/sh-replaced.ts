import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { commandsNamedWhere } from "../../shell/named-commands.ts";
import { notHadolints } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "sh-replaced",
	peers: {
		hadolint: [{ id: "DL4005", severity: "warning" }],
		tally: ["hadolint/DL4005"],
		kics: ["8a301064"],
		semgrep: ["use-shell-instruction"],
	},
	category: "practice",
	severity: "info",
	title: "`/bin/sh` is replaced by another shell",
	why: [
		"Scripts of the base image's packages are written for its own `/bin/sh`; an upgrade of the package that it belongs to puts it back, too.",
		"For the commands of a Dockerfile `SHELL` says which shell runs them, and touches nothing else.",
	],
	fixes: {
		onRequest: "The `RUN` does nothing else.",
		never: "The `RUN` does more than that.",
	},
	options: { emptyImages: { default: false, hadolint: true, description: "Report also in images that are built on nothing, which have no shell to replace." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN ln -sf /bin/bash /bin/sh
			`,
			good: dockerfile`
				FROM debian:12
				SHELL ["/bin/bash", "-c"]
			`,
		},
	],
	needs: ["ln", "cp", "mv"],

	check(file, { options: { emptyImages } }) {
		const problems: Problem[] = [];
		for (const { run, command, commands } of commandsNamedWhere(file, /\/sh\b/, "ln", "cp", "mv")) {
			const { args, range } = command;
			const target = args.findLast(({ value = "-" }) => !value.startsWith("-"));
			if (!target || !sh.test(target.value ?? "") || (!emptyImages && isBuiltOnNothing(file, run))) continue;
			const shell = args.map(({ value = "" }) => shells.exec(value)?.[1]).find(Boolean);
			const isAlone = commands.every(({ name }) => name === "rm" || name === "mv" || name === "ln") && run.startLine > 0 && run.heredocs.length === 0;
			problems.push({
				at: range,
				...(!args.some(({ text }) => text === "/bin/sh") && notHadolints),
				message: say`\`${command.name ?? ""}\` replaces \`/bin/sh\` for the whole image`,
				...(isAlone &&
					shell && {
						fix: { title: say`Use \`SHELL\``, edits: [replace(run.range, `SHELL ["${shell.startsWith("/") ? shell : `/bin/${shell}`}", "-c"]`)], safe: false },
					}),
			});
		}
		return problems;
	},
});

function isBuiltOnNothing(file: Dockerfile, run: Instruction): boolean {
	const stage = stageOf(file, run);
	return stage !== undefined && rootImageOf(file, stage) === "scratch";
}

const sh = /^(?:\/usr)?\/bin\/sh$/;
const shells = /^((?:(?:\/usr)?\/bin\/)?(?:bash|zsh|dash|ksh))$/;
