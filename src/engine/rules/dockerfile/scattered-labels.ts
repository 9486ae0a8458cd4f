import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Edit, replace } from "../../text/text.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "scattered-labels",
	peers: { tally: ["tally/labels/prefer-grouped"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Labels that stand together are not one instruction",
	why: ["One `LABEL` with a pair a line shows at a glance which labels an image has, and is one entry in its history instead of many."],
	fixes: {
		safely: "The pairs become one instruction, a line each; the labels stay the same.",
		never: "One of them is of the old form, or wrong in itself.",
	},
	options: { instructions: { default: 2, description: "From how many instructions in a row on." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL title="web"
				LABEL vendor="Jane"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL title="web" \
				      vendor="Jane"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { instructions: most } }) {
		const problems: Problem[] = [];
		if (instructionsOf(file, "LABEL").length < most) return problems;
		for (const row of rowsOf(file)) {
			const [first] = row;
			if (!first || row.length < most) continue;
			const isPlain = row.every(({ separator, error }) => separator === "=" && !error);
			problems.push({
				at: first.keywordRange,
				message: say`${row.length} \`LABEL\`s in a row could be one`,
				...(isPlain && {
					fix: { title: say`Make one LABEL of them`, edits: row.slice(1).map((next, index) => joined(file, row[index] ?? first, next)), safe: true },
				}),
			});
		}
		return problems;
	},
});

/** LABELs with nothing between them, no comment either. */
function rowsOf({ text, instructions }: Dockerfile): readonly (readonly Instruction[])[] {
	const rows: Instruction[][] = [];
	let before: Instruction | undefined;
	for (const instruction of instructions) {
		if (instruction.keyword === "LABEL") {
			if (before?.keyword === "LABEL" && /^\s*$/.test(text.slice(before.fullRange.end, instruction.range.start))) rows.at(-1)?.push(instruction);
			else rows.push([instruction]);
		}
		before = instruction;
	}
	return rows;
}

function joined({ text, escape }: Dockerfile, before: Instruction, next: Instruction): Edit {
	const lineEnd = lineBreakIn(text.slice(before.range.end, next.range.start));
	return replace({ start: before.range.end, end: next.argsRange.start }, ` ${escape}${lineEnd}      `);
}
