import type { ComposeFile, ComposeNode } from "../../../compose/syntax.ts";

/** Whether two files say the same in the same words: keys, texts, quotes, anchors and tags, and all comments in their order. */
export function isSameCompose(one: ComposeFile, other: ComposeFile): boolean {
	return (
		other.problems.length === one.problems.length &&
		isSameList(one.roots, other.roots, (before, after) => isSameNode(one.text, before, other.text, after)) &&
		isSameList(one.comments, other.comments, (before, after) => one.text.slice(before.start, before.end) === other.text.slice(after.start, after.end))
	);
}

function isSameList<Part>(one: readonly Part[], other: readonly Part[], isSame: (before: Part, after: Part) => boolean): boolean {
	return one.length === other.length && one.every((before, index) => isSame(before, other[index] as Part));
}

function isSameNode(text: string, before: ComposeNode, otherText: string, after: ComposeNode): boolean {
	if (before.anchor !== after.anchor || before.tag !== after.tag) return false;
	const inside = (one: ComposeNode, other: ComposeNode): boolean => isSameNode(text, one, otherText, other);
	switch (before.kind) {
		case "alias":
			return after.kind === "alias" && before.name === after.name;
		case "scalar":
			return (
				after.kind === "scalar" &&
				before.source === after.source &&
				before.isPlain === after.isPlain &&
				isSameText(text.slice(before.start, before.end), otherText.slice(after.start, after.end))
			);
		case "sequence":
			return after.kind === "sequence" && before.isFlow === after.isFlow && isSameList(before.items, after.items, inside);
		case "mapping":
			return (
				after.kind === "mapping" &&
				before.isFlow === after.isFlow &&
				isSameList(before.entries, after.entries, (one, other) => {
					if (!one.value || !other.value) return one.value === other.value && inside(one.key, other.key);
					return inside(one.key, other.key) && inside(one.value, other.value);
				})
			);
	}
}

/** But for what lines are indented by, and end with. */
function isSameText(before: string, after: string): boolean {
	if (before === after) return true;
	const [lines, others] = [before.split("\n"), after.split("\n")];
	return isSameList(lines, others, (one, other) => one.trim() === other.trim());
}
