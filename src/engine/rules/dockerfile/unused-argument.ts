import { platformArguments, proxyArguments } from "../../dockerfile/global-scope.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { referencesOf } from "../../dockerfile/references.ts";
import { stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "unused-argument",
	category: "practice",
	severity: "warning",
	title: "An argument is declared and never used",
	why: [
		"An `ARG` above the first `FROM` counts for the `FROM`s and for stages that name it again; one in a stage counts for the rest of it.",
		"Where nothing can see it, `--build-arg` changes nothing, and who gives it is misled.",
	],
	fixes: {
		onRequest: "The argument goes; who gives it with `--build-arg` is told then that nothing takes it.",
		never: "It stands on one line with others.",
	},
	needs: ["ARG"],
	examples: [
		{
			bad: dockerfile`
				ARG VERSION=12
				FROM debian:12
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const [first] = stagesOf(file);
		if (!first) return problems;
		for (const instruction of instructionsOf(file, "ARG")) {
			const isGlobal = instruction.range.start < first.from.range.start;
			for (const { name } of pairsOf(instruction)) {
				if (isBuildKits(name.text) || usedNames(file).has(name.text)) continue;
				if (isGlobal ? isNamedInStage(file, name.text, first.from.range.start) : mayBeSeen(file, instruction)) continue;
				problems.push(problemOf(file, instruction, name, isGlobal));
			}
		}
		return problems;
	},
});

/** Arguments that mean something without being used. */
const isBuildKits = (name: string): boolean =>
	/^(?:BUILDKIT_|BUILDX_|SOURCE_DATE_EPOCH$|http_)/.test(name) || platformArguments.includes(name) || proxyArguments.includes(name);

/** The names of all variables that anything in the file refers to. */
const usedNames = fact((file: Dockerfile): ReadonlySet<string> => {
	const names = new Set<string>();
	for (const instruction of file.instructions) {
		if (!instruction.logical.text.includes("$") && instruction.heredocs.length === 0) continue;
		for (const { name } of referencesOf(file, instruction)) names.add(name);
	}
	return names;
});

const isNamedInStage = (file: Dockerfile, wanted: string, from: number): boolean =>
	instructionsOf(file, "ARG").some((each) => each.range.start > from && pairsOf(each).some(({ name }) => name.text === wanted));

/** Whether a command runs below the argument in its stage, or in one that is built on it: it has the argument in its environment. */
function mayBeSeen(file: Dockerfile, { range }: Instruction): boolean {
	const stage = stageOf(file, { range } as Instruction);
	if (!stage) return true;
	if (stage.instructions.some((each) => each.range.start > range.start && (each.keyword === "RUN" || each.keyword === "ONBUILD"))) return true;
	return stagesOf(file).some(({ parent }) => parent === stage);
}

function problemOf(file: Dockerfile, instruction: Instruction, name: Word, isGlobal: boolean): Problem {
	const fix = instruction.args.length === 1 ? removal(file, instruction) : undefined;
	const message = isGlobal
		? say`no \`FROM\` uses \`${name.text}\`, and no stage declares it`
		: say`nothing below uses \`${name.text}\`, and no command runs that could see it`;
	return { at: name, message, tag: "unnecessary", ...(fix && { fix }) };
}

function removal({ text }: Dockerfile, { range, fullRange }: Instruction): Fix {
	const start = text.lastIndexOf("\n", range.start - 1) + 1;
	const feed = text.indexOf("\n", fullRange.end);
	return { title: say`Remove the argument`, edits: [remove({ start, end: feed < 0 ? text.length : feed + 1 })], safe: false };
}
