import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insert, remove } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "unseparated-instructions",
	peers: { tally: ["tally/newline-between-instructions"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "An empty line is missing between instructions, or is too many",
	why: ["An empty line before each stage shows at a glance how many there are and where they begin."],
	fixes: {
		safely: "An empty line is put before the instruction and the comments above it, or taken away.",
		never: "A comment stands between the empty lines and the instruction.",
	},
	options: {
		between: {
			default: "stages",
			description: "Where an empty line has to be: between `stages`, between `groups` of equal instructions and nowhere else, `always`, or `never`.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /web .
				FROM debian:12
				COPY --from=build /web /web
			`,
			good: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /web .

				FROM debian:12
				COPY --from=build /web /web
			`,
		},
	],

	check(file, { options: { between } }) {
		const problems: Problem[] = [];
		const { text, instructions } = file;
		const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
		for (let index = 1; index < instructions.length; index++) {
			const [before, next] = [instructions[index - 1] as Instruction, instructions[index] as Instruction];
			const wanted = isWanted(between, before, next);
			if (wanted === undefined || (between === "stages" && index <= first)) continue;
			const gap = gapBetween(file, before, next);
			if (!gap || /\n[ \t\r]*\n/.test(text.slice(before.fullRange.end, next.range.start)) === wanted) continue;
			if (wanted) {
				const fix = { title: say`Put an empty line before it`, edits: [insert(gap.block, lineBreakIn(file.text))], safe: true };
				problems.push({ at: next.keywordRange, message: say`no empty line stands before this \`${next.keyword}\``, fix });
			} else {
				const fix = { title: say`Remove the empty line`, edits: [remove({ start: gap.start, end: gap.block })], safe: true };
				problems.push({ at: next.keywordRange, message: say`an empty line stands before this \`${next.keyword}\``, ...(!gap.hasComment && { fix }) });
			}
		}
		return problems;
	},
});

function isWanted(between: string, before: Instruction, next: Instruction): boolean | undefined {
	switch (between) {
		case "always":
			return true;
		case "never":
			return false;
		case "groups":
			return before.keyword !== next.keyword;
		default:
			return next.keyword === "FROM" ? true : undefined;
	}
}

/** From the line below the first instruction to where the second begins with the comments above it; undefined where both stand in one line of Docker's. */
function gapBetween(
	{ text }: Dockerfile,
	before: Instruction,
	next: Instruction,
): { readonly start: number; readonly block: number; readonly hasComment: boolean } | undefined {
	const feed = text.indexOf("\n", before.fullRange.end);
	const start = feed + 1;
	let block = text.lastIndexOf("\n", next.range.start - 1) + 1;
	if (feed < 0 || start > block) return undefined;
	const between = text.slice(start, block);
	// A line with nothing but a continuation belongs to the instruction below it.
	if (/^[ \t]*[^#\s]/m.test(between)) return undefined;
	const hasComment = between.trim() !== "";
	while (block > start) {
		const line = text.lastIndexOf("\n", block - 2) + 1;
		if (!text.slice(line, block).trimStart().startsWith("#")) break;
		block = line;
	}
	return { start, block, hasComment };
}
