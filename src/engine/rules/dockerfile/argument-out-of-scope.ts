import { declareArgument } from "../../dockerfile/declare-argument.ts";
import { globalScope } from "../../dockerfile/global-scope.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { referencesOf } from "../../dockerfile/references.ts";
import { rootImageOf, type Stage, stageOf, stagesOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { mayImageSet } from "../../image/environment.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { isPosixShell } from "../../shell/effective-shell.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "argument-out-of-scope",
	category: "correctness",
	severity: "warning",
	title: "A command uses an argument that has no value there",
	why: [
		"An `ARG` counts from its line to the end of its stage: above the first `FROM` it counts for the `FROM`s alone, and Docker's own such as `TARGETARCH` have to be named in the stage, too.",
		"Elsewhere the shell puts nothing in its place, and says no word of it.",
	],
	fixes: {
		onRequest: "An `ARG` before the command gives the argument its value there.",
		never: "Its default stands in another stage, or further down.",
	},
	needs: ["$"],
	examples: [
		{
			bad: dockerfile`
				ARG VERSION=1.2
				FROM debian:12
				RUN curl -fO https://example.com/app-$VERSION.tar.gz
			`,
			good: dockerfile`
				ARG VERSION=1.2
				FROM debian:12
				ARG VERSION
				RUN curl -fO https://example.com/app-$VERSION.tar.gz
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fO https://example.com/app-$TARGETARCH.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				ARG TARGETARCH
				RUN curl -fO https://example.com/app-$TARGETARCH.tar.gz
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const said = new Map<Stage, Set<string>>();
		for (const instruction of instructionsOf(file, "RUN")) {
			const text = textOf(instruction);
			if (!text.includes("$") || !mentionsArgument(file, text)) continue;
			const stage = stageOf(file, instruction);
			if (!stage || !isPosixShell(file, instruction, stateBefore(file, instruction))) continue;
			const seen = said.get(stage) ?? new Set();
			said.set(stage, seen);
			for (const { name, start, end } of referencesOf(file, instruction)) {
				if (!isArgument(file, name) || seen.has(name) || scopeBefore(file, instruction).get(name)) continue;
				if (mayScriptSet(file, instruction, text, name) || mayBaseSet(file, stage, name)) continue;
				seen.add(name);
				problems.push(problemOf(file, stage, instruction, name, { start, end }));
			}
		}
		return problems;
	},
});

function mentionsArgument(file: Dockerfile, text: string): boolean {
	for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
		named.lastIndex = at;
		const name = named.exec(text)?.[1];
		if (name !== undefined && isArgument(file, name)) return true;
	}
	return false;
}

const named = /\$\{?([A-Za-z_]\w*)/y;

/** Whether it is declared somewhere, or Docker sets it. */
const isArgument = (file: Dockerfile, name: string): boolean => globalScope(file).has(name) || declaredIn(file).has(name);

const declaredIn = fact((file: Dockerfile): ReadonlySet<string> => {
	const names = new Set<string>();
	if (stagesOf(file).length > 0) for (const instruction of instructionsOf(file, "ARG")) for (const { name } of pairsOf(instruction)) names.add(name.text);
	return names;
});

function textOf({ logical, logicalArgs, heredocs }: Instruction): string {
	let text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	for (const { content } of heredocs) text += `\n${content}`;
	return text;
}

/** Whether the script may set the variable itself: it has the name without a `$`, takes something in its place, or reads a file or a text as a script. */
const mayScriptSet = (file: Dockerfile, instruction: Instruction, text: string, name: string): boolean =>
	new RegExp(`(?:^|[^\\w$.{/-])${name}(?!\\w)|\\$\\{[!#]?${name}:?[-=+?]`).test(text) ||
	commandsOf(file, instruction).some((command) => command.name !== undefined && settingAnything.has(command.name));

const settingAnything = new Set([".", "source", "eval", "read"]);

function mayBaseSet(file: Dockerfile, stage: Stage, name: string): boolean {
	const image = rootImageOf(file, stage);
	return image !== undefined && mayImageSet(image, name) === true;
}

function problemOf(file: Dockerfile, stage: Stage, instruction: Instruction, name: string, at: Problem["at"]): Problem {
	const isLater = stage.instructions.some((each) => each.keyword === "ARG" && pairsOf(each).some((pair) => pair.name.text === name));
	if (isLater) return { at, message: say`\`${name}\` has no value here: its \`ARG\` comes further down` };
	const global = globalScope(file).get(name);
	if (!global) return { at, message: say`\`${name}\` has no value here: it is declared in another stage` };
	const message =
		global.kind === "arg"
			? say`\`${name}\` has no value here: it is declared above the first \`FROM\` alone`
			: say`\`${name}\` has no value here before \`ARG ${name}\``;
	return { at, message, fix: declareArgument(file, instruction, name) };
}
