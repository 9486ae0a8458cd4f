import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { flagsOf, joinRuns } from "../../shell/join-runs.ts";
import type { ShellProcess } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";
import { everyStageAsHadolint } from "../every-stage.ts";

export default dockerfileRule({
	id: "consecutive-runs",
	peers: {
		hadolint: [{ id: "DL3059", severity: "info" }],
		kics: ["0008c003"],
	},
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "A `RUN` could be one with the `RUN` before it",
	why: [
		"Each `RUN` makes a layer of its own, and what a later one changes or removes stays in the layer below.",
		"To keep them apart may be what you want where only one of them changes often, so this is said of single commands alone.",
	],
	options: {
		everyStage: everyStageAsHadolint,
		tests: { default: true, hadolint: false, description: "Count tests, `[ … ]` and `[[ … ]]`, as commands." },
	},
	fixes: {
		onRequest: "All commands are joined by `&&`.",
		never: "Joined they would not do the same.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir /app
				RUN chown www-data /app
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir /app \
				 && chown www-data /app
			`,
		},
	],
	needs: ["RUN"],

	check(file, { options: { everyStage, tests } }) {
		const problems: Problem[] = [];
		for (const [index, run] of file.instructions.entries()) {
			const before = file.instructions[index - 1];
			if (run.keyword !== "RUN" || before?.keyword !== "RUN" || flagsOf(file, before) !== flagsOf(file, run)) continue;
			if ((!everyStage && !isShipped(file, run)) || run.heredocs.length + before.heredocs.length > 0) continue;
			if (!isSingle(file, run, tests) || !isSingle(file, before, tests)) continue;
			// Of three or more in a row each is joined with the first, and not two of them at once.
			const edits = file.instructions[index - 2]?.keyword === "RUN" ? undefined : joinRuns(file, before, run);
			problems.push({
				at: run.keywordRange,
				message: say`this \`RUN\` could be one with the \`RUN\` before it`,
				...(edits && { fix: { title: say`Join it with the \`RUN\` before`, edits, safe: false } }),
			});
		}
		return problems;
	},
});

/** Whether one program is run: what a nested shell or a `find` starts belongs to it, and what only a variable names is not known to be one. */
function isSingle(file: Dockerfile, run: Instruction, tests: boolean): boolean {
	const all = commandsOf(file, run);
	const commands = tests ? all : all.filter(({ name }) => name !== "[" && name !== "[[");
	if (commands.length < 2) return commands.length > 0 || !/;|&&|\|/.test(run.logical.text);
	const starters = new Set<object>();
	for (const command of commands) {
		const { program, place, wrappers } = command;
		if (program?.value === undefined || wrappers.includes("find")) continue;
		let nested: ShellProcess | undefined = place.process;
		while (nested && (nested.shell === undefined || !nested.parent)) nested = nested.parent;
		starters.add(nested ?? command);
	}
	return starters.size < 2;
}
