import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { type Range, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "repeated-blanks",
	peers: { tally: ["tally/no-multi-spaces"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Several blanks stand where one would do",
	why: ["Blanks between words mean nothing to Docker, and make lines harder to search and to compare."],
	fixes: { safely: "One blank is left. What stands in quotes, here documents and commands in shell form, which become part of the image, stays." },
	examples: [
		{
			bad: dockerfile`
				FROM   debian:12
				COPY app.py  /app/
			`,
			good: dockerfile`
				FROM debian:12
				COPY app.py /app/
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const instruction of file.instructions) {
			// Most have no two blanks in a row at all.
			if (instruction.error || !/[ \t]{2}|\t/.test(file.text.slice(instruction.range.start, instruction.range.end))) continue;
			for (const at of gapsIn(file, instruction))
				problems.push({
					at,
					message: say`one blank would do`,
					tag: "unnecessary",
					fix: { title: say`Leave one blank`, edits: [replace(at, " ")], safe: true },
				});
		}
		return problems;
	},
});

/** What stands between two words on one line and is more than one blank. */
function* gapsIn(file: Dockerfile, instruction: Instruction): Generator<Range> {
	let end = instruction.keywordRange.end;
	for (const word of wordsOf(file, instruction)) {
		const between = file.text.slice(end, word.start);
		if (/^[ \t]*$/.test(between) && (between.length > 1 || between === "\t")) yield { start: end, end: word.start };
		end = Math.max(end, word.end);
	}
}

/** Words that Docker or the shell of a RUN tells apart, in order. */
function wordsOf(file: Dockerfile, instruction: Instruction): readonly Range[] {
	const { keyword, flags, args, argsRange, json, separator, trigger } = instruction;
	if (trigger) return [trigger.keywordRange, ...wordsOf(file, trigger).filter(({ start }) => start > trigger.keywordRange.start)];
	if (json) return [...flags, argsRange];
	if (keyword === "RUN") return [...flags, { start: argsRange.start, end: argsRange.start }, ...shellWords(file, instruction)];
	if ((keyword === "ENV" || keyword === "LABEL") && separator === "=")
		return [...flags, ...args.filter((_, index) => index % 2 === 0).map(({ start }, index) => ({ start, end: args[index * 2 + 1]?.end ?? start }))];
	return apart.has(keyword) ? [...flags, ...args] : [...flags, argsRange];
}

function shellWords(file: Dockerfile, run: Instruction): readonly Range[] {
	if (run.heredocs.length > 0) return [];
	const words = commandsOf(file, run).flatMap(({ program, args }) => (program ? [program, ...args] : []));
	return words.map(({ start, end }) => ({ start, end })).toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** Of other instructions the arguments are one text. */
const apart: ReadonlySet<string> = new Set(["ADD", "ARG", "COPY", "EXPOSE", "FROM"]);
