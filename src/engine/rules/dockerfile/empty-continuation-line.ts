import { keywords } from "../../dockerfile/instruction.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "empty-continuation-line",
	peers: {
		buildkit: ["NoEmptyContinuation"],
		tally: ["buildkit/NoEmptyContinuation"],
		"dockerfile-utils": ["EMPTY_CONTINUATION_LINE"],
	},
	category: "correctness",
	severity: "warning",
	title: "An empty line stands inside an instruction",
	why: [
		"Docker skips the empty line and goes on with the instruction, so that what follows belongs to it, whatever it looks like.",
		"It means to refuse such lines one day; a comment may stand there.",
	],
	fixes: {
		safely: "The empty line goes; Docker skips it anyway.",
		onRequest: "An instruction seems to begin below the empty line, so the line above it should not go on.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && \

				    apt-get install -y curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && \
				    apt-get install -y curl
			`,
		},
	],

	needs: ["empty line"],
	check: (file) => (file.emptyContinuations.length === 0 ? none : problemsOf(file)),
});

const none: readonly never[] = [];

function* problemsOf(file: Dockerfile): Generator<Problem> {
	for (const { instruction, at, lines } of groupsOf(file)) {
		const below = lines.at(-1) ?? at;
		const swallowed = swallowedBelow(file, below);
		const { keyword, fullRange } = instruction;
		// BuildKit names the line with which the instruction ends.
		const as = { buildkit: { id: "NoEmptyContinuation", at: fullRange.end } };
		if (swallowed) {
			const fix = { title: say`End the instruction above`, edits: [remove(withOperator(file, at))], safe: false };
			yield { at: swallowed, message: say`\`${swallowed.text}\` belongs to the \`${keyword}\` above, which goes on over the empty line`, fix, as };
		} else {
			const fix = { title: say`Remove the empty line`, edits: lines.map(remove), safe: true };
			yield { at, message: say`an empty line comes next inside \`${keyword}\`, which Docker means to refuse one day`, fix, as };
		}
	}
}

/** Empty lines, with their line ends, and the escape character by which the instruction goes on to them. */
type Group = { readonly instruction: Instruction; readonly at: Range; readonly lines: readonly Range[] };

function groupsOf({ text, escape, emptyContinuations }: Dockerfile): readonly Group[] {
	const groups = new Map<number, { readonly instruction: Instruction; readonly at: Range; readonly lines: Range[] }>();
	for (const { instruction, at: empty } of emptyContinuations) {
		const feed = text.indexOf("\n", empty.end);
		const line = { start: empty.start, end: feed < 0 ? text.length : feed + 1 };
		const start = startOfContinuation(text, escape, instruction, empty.start);
		const group = groups.get(start) ?? { instruction, at: { start, end: start + 1 }, lines: [] };
		const last = group.lines.at(-1);
		if (last && last.end === line.start) group.lines[group.lines.length - 1] = { start: last.start, end: line.end };
		else group.lines.push(line);
		groups.set(start, group);
	}
	return [...groups.values()];
}

/** Between an escape character and the line that it leads to there are comments and empty lines alone. */
function startOfContinuation(text: string, escape: string, { range }: Instruction, before: number): number {
	for (let end = before; end > range.start;) {
		const start = text.lastIndexOf("\n", end - 2) + 1;
		const line = text.slice(start, end).trimEnd();
		if (line.endsWith(escape) && !line.trimStart().startsWith("#")) return start + line.length - 1;
		end = start;
	}
	return range.start;
}

/** The word below the lines where that is an instruction's in capitals, which nobody writes in a command. */
function swallowedBelow({ text }: Dockerfile, { end }: Range): (Range & { readonly text: string }) | undefined {
	const word = /^[A-Z]+(?=[ \t])/.exec(text.slice(end, end + 20))?.[0];
	return word && keywords.has(word) ? { text: word, start: end, end: end + word.length } : undefined;
}

/** The escape character with what stands before it and would join another command. */
function withOperator({ text }: Dockerfile, { start, end }: Range): Range {
	const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
	return { start: start - (/[ \t]*(?:&&|\|\||[;|])?[ \t]*$/.exec(line)?.[0].length ?? 0), end };
}
