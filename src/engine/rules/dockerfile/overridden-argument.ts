import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { referencesOf } from "../../dockerfile/references.ts";
import { type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "overridden-argument",
	category: "correctness",
	severity: "warning",
	title: "An argument has no effect, because `ENV` sets the same name",
	why: ["`ENV` counts over an `ARG` of the same name: whatever `--build-arg` gives, nothing of it is left below the `ENV`, and nothing has used it above."],
	fixes: {
		onRequest: "The `ENV` takes the argument's value, and its own where none is given.",
		never: "The value is more than a plain word.",
	},
	needs: ["ARG"],
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ARG NODE_ENV
				ENV NODE_ENV=production
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				ARG NODE_ENV
				ENV NODE_ENV=\${NODE_ENV:-production}
				RUN npm ci
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		if (instructionsOf(file, "ENV").length === 0) return problems;
		for (const stage of stagesOf(file)) for (const problem of problemsIn(file, stage)) problems.push(problem);
		return problems;
	},
});

function* problemsIn(file: Dockerfile, { instructions }: Stage): Generator<Problem> {
	const open = new Map<string, Word>();
	for (const instruction of instructions) {
		const { keyword } = instruction;
		// A command sees all arguments, whether their names stand in it or not.
		if (keyword === "RUN") open.clear();
		if (keyword === "ARG") for (const { name } of pairsOf(instruction)) open.set(name.text, name);
		if (open.size === 0) continue;
		if (instruction.logical.text.includes("$") || instruction.heredocs.length > 0) for (const { name } of referencesOf(file, instruction)) open.delete(name);
		if (keyword !== "ENV") continue;
		for (const { name, value } of pairsOf(instruction)) {
			const argument = open.get(name.text);
			if (!argument) continue;
			open.delete(name.text);
			const fix = value && useArgument(file, instruction, name.text, value);
			yield {
				at: argument,
				message: say`nothing uses \`${name.text}\` before \`ENV\` sets it`,
				related: [{ at: name, message: say`here` }],
				...(fix && { fix }),
			};
		}
	}
}

function useArgument({ text }: Dockerfile, { separator }: Instruction, name: string, value: Word): Fix | undefined {
	if (separator !== "=" || !/^[\w./:@+,-]+$/.test(value.text) || text.slice(value.start, value.end) !== value.text) return undefined;
	return { title: say`Let the argument count`, edits: [replace(value, `\${${name}:-${value.text}}`)], safe: false };
}
