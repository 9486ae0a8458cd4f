import { imageLabels } from "../../dockerfile/labels.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { refusalsOf } from "../../dockerfile/refusals/refusals.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unordered-labels",
	peers: { tally: ["tally/labels/prefer-stable-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The labels of an instruction are in no order",
	why: ["In a fixed order a label is found at a glance, none is set twice, and a change shows as the one line that it is."],
	fixes: {
		safely: "The pairs change their places; the labels stay the same.",
		never: "A comment stands inside, a pair goes on over several lines, or a key is there twice or has a variable.",
	},
	options: {
		order: {
			default: "image",
			description: "`image` has the keys of the OCI image specification in its order and others before them by the alphabet, `alphabet` all by the alphabet.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL vendor="Jane" \
				      title="web"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL title="web" \
				      vendor="Jane"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { order } }) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "LABEL")) {
			if (instruction.args.length < 4) continue;
			const names = pairsOf(instruction).map(({ name }) => name);
			const sorted = names.toSorted((one, other) => compare(rank(one.text, order), rank(other.text, order)));
			const first = names.findIndex((name, index) => name.text !== sorted[index]?.text);
			const at = names[first];
			if (!at) continue;
			const fix = reordered(file, instruction, order);
			problems.push({ at, message: say`\`${at.text}\` stands where \`${sorted[first]?.text ?? ""}\` would`, ...(fix && { fix }) });
		}
		return problems;
	},
});

const places: ReadonlyMap<string, number> = new Map(imageLabels.map((key, index) => [key, index]));

const rank = (key: string, order: string): string => {
	const place = order === "alphabet" ? undefined : places.get(key);
	return place === undefined ? ` ${key}` : String.fromCharCode(0x100 + place);
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function reordered(file: Dockerfile, instruction: Instruction, order: string): Fix | undefined {
	const { text, comments } = file;
	const pairs = pairsOf(instruction);
	const keys = new Set(pairs.map(({ name }) => name.text));
	if (instruction.error || instruction.separator !== "=" || keys.size < pairs.length) return undefined;
	const slots = pairs.map(({ name, value }) => ({ start: name.start, end: value?.end ?? name.end, key: name.text }));
	// What begins like a flag would be one at the first place.
	if (slots.some(({ start, end, key }) => /^--|["'$\\`]/.test(key) || text.slice(start, end).includes("\n"))) return undefined;
	const { start: first, end: last } = instruction.fullRange;
	if (refusalsOf(file).some(({ at }) => at.start >= first && at.end <= last)) return undefined;
	// A comment is about the pair below it.
	if (comments.some(({ start }) => start > instruction.range.start && start < instruction.range.end)) return undefined;
	const sorted = slots.toSorted((one, other) => compare(rank(one.key, order), rank(other.key, order)));
	const edits = slots.flatMap((slot, index) => {
		const other = sorted[index];
		return !other || other === slot ? [] : [replace(slot, text.slice(other.start, other.end))];
	});
	return { title: say`Put the labels in order`, edits, safe: true };
}
