import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandWords } from "../../shell/commands.ts";
import { isArrayMeant } from "../../shell/meant-array.ts";
import { reportRefusals } from "../refusals.ts";
import { fact } from "../../text/fact.ts";
import { type Edit, insert, type Range } from "../../text/text.ts";
import { type Defect, findDefects } from "../../dockerfile/json-defects.ts";
import { type Message, say } from "../../text/message.ts";

export default dockerfileRule({
	id: "invalid-json-form",
	peers: {
		tally: ["tally/invalid-json-form"],
		kics: ["34945ae8"],
		dockerfilelint: ["invalid_format"],
		"dockerfile-utils": ["JSON_IN_SINGLE_QUOTES", "SHELL_JSON_FORM"],
	},
	category: "correctness",
	severity: "error",
	title: "What looks like a JSON array is none",
	why: [
		"Docker takes the exec form only if it is correct JSON: double quotes, commas between the strings, nothing after the bracket.",
		"Anything else it takes for a command of a shell or for a path, brackets included, and says nothing; the container fails when it starts.",
	],
	fixes: {
		onRequest: "It is plain which array is meant.",
		never: "It is not plain, as where a quote is not closed.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				CMD ['node', 'server.js']
			`,
			good: dockerfile`
				FROM node:22
				CMD ["node", "server.js"]
			`,
		},
	],

	needs: ["CMD [", "ENTRYPOINT [", "RUN [", "HEALTHCHECK [", "SHELL [", "COPY [", "ADD [", "VOLUME ["],
	check(file) {
		const problems: Problem[] = [];
		const refused = reportRefusals(file, "array");
		for (const { instruction, start, text } of meantArrays(file)) {
			const { keyword, logical } = instruction;
			const { defects, end } = findDefects(text);
			const rest = text.slice(end).trim();
			const at = text.length - rest.length;
			const all: Defect[] = rest
				? [...defects, { at: { start: at, end: text.length }, what: say`nothing may stand after the bracket`, edits: [] }]
				: [...defects];
			const [first] = all;
			const refusal = refused.find(({ at: { start } }) => start === instruction.argsRange.start);
			// A character that cannot be seen is no defect that could be shown.
			if (!first && refusal) problems.push(refusal);
			if (!first || (keyword === "SHELL" && !refusal)) continue;
			const toDocument = (range: Range) => logical.toDocumentRange({ start: start + range.start, end: start + range.end });
			const fix = mend(file, instruction, all, rest, { start: end, end: text.length }, toDocument);
			problems.push({
				at: toDocument(first.at),
				message: say`${first.what}, so ${consequences[keyword] ?? inShell}`,
				...(fix && { fix }),
				...(refusal?.refused && { refused: true }),
			});
		}
		return problems;
	},
});

/** What Docker reads as a text though it looks like an array. `start` counts in the logical line. */
const meantArrays = fact((file: Dockerfile) => {
	const found: { readonly instruction: Instruction; readonly start: number; readonly text: string }[] = [];
	for (const outer of file.instructions) {
		for (let instruction: Instruction | undefined = outer; instruction; instruction = instruction.trigger) {
			const { keyword, json, logical, logicalArgs, error }: Instruction = instruction;
			const start = keyword === "HEALTHCHECK" ? logicalArgs.end - (commandWords(instruction)[0]?.text.length ?? 0) : logicalArgs.start;
			if (json || logical.text[start] !== "[" || error || !consequences[keyword]) continue;
			const text = logical.text.slice(start, logicalArgs.end);
			if (looksLikeArray(file, instruction, text)) found.push({ instruction, start, text });
		}
	}
	return found;
});

const inShell = say`Docker runs all of it in a shell, brackets included`;
const asPath = say`Docker takes the brackets for a part of a path`;
const consequences: Readonly<Record<string, Message>> = {
	__proto__: null as never,
	CMD: inShell,
	ENTRYPOINT: inShell,
	RUN: inShell,
	HEALTHCHECK: inShell,
	SHELL: say`Docker refuses the file`,
	COPY: asPath,
	ADD: asPath,
	VOLUME: asPath,
};

/** Whether an array was meant: in a path brackets are a pattern, and in a shell `[ … ]` is a test. */
function looksLikeArray(file: Dockerfile, instruction: Instruction, text: string): boolean {
	if (text.startsWith("[[")) return false;
	const { keyword } = instruction;
	if (keyword === "COPY" || keyword === "ADD" || keyword === "VOLUME") return /^\[\s*["'“”‘’]/.test(text);
	return keyword === "SHELL" || isArrayMeant(file, instruction, text);
}

function mend(
	file: Dockerfile,
	instruction: Instruction,
	defects: readonly Defect[],
	rest: string,
	tail: Range,
	toDocument: (range: Range) => Range,
): Fix | undefined {
	const edits: Edit[] = [];
	for (const { edits: own } of defects) {
		if (!own) return undefined;
		for (const { text, ...range } of own) edits.push({ ...toDocument(range), text });
	}
	if (rest) {
		const end = toDocument(tail);
		if (file.text.slice(end.start, end.end).includes("\n")) return undefined;
		if (rest.startsWith("#")) {
			const start = file.text.lastIndexOf("\n", instruction.range.start - 1) + 1;
			edits.push(insert(start, `${rest}${file.text.includes("\r\n") ? "\r\n" : "\n"}`));
		} else if (!/^[\],;]+$/.test(rest)) return undefined;
		edits.push({ ...end, text: "" });
	}
	return { title: say`Make it a JSON array`, edits, safe: false };
}
