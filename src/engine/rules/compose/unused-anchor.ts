import { aliasesIn, hasAnchors } from "../../compose/rewrite/remove.ts";
import { type ComposeNode, nameOf, nodesOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Edit, type Range, remove } from "../../text/text.ts";

export default composeRule({
	id: "unused-anchor",
	category: "style",
	severity: "off",
	title: "No alias takes what an anchor marks",
	why: ["An anchor says that something else depends on these lines. Where nothing does, it makes readers careful for no reason."],
	fixes: { safely: "The anchor is removed, and what it marks stays." },
	examples: [
		{
			bad: compose`
				services:
				  web: &web
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		if (!hasAnchors(file)) return problems;
		for (const root of file.roots) {
			for (const node of outsideSpareFields(root)) {
				const name = node.anchor;
				if (name === undefined || aliasesIn(file).has(name)) continue;
				const at = anchorOf(file.text, node, name);
				if (!at) continue;
				const message = say`no alias takes what \`&${name}\` marks`;
				problems.push({
					at,
					message,
					tag: "unnecessary",
					fix: { title: say`Remove the anchor \`&${name}\``, edits: [withoutBlanks(file.text, at)], safe: true },
				});
			}
		}
		return problems;
	},
});

/** Where a field of the file's own holds templates alone, it is told of by itself. */
function* outsideSpareFields(root: ComposeNode): Generator<ComposeNode> {
	if (root.kind !== "mapping") return yield* nodesOf(root);
	yield root;
	for (const entry of root.entries) {
		if (nameOf(entry)?.startsWith("x-")) continue;
		yield* nodesOf(entry.key);
		if (entry.value) yield* nodesOf(entry.value);
	}
}

/** What stands before the node is its anchor, its tag, blanks and comments. */
function anchorOf(text: string, { start }: Range, name: string): Range | undefined {
	const at = text.lastIndexOf(`&${name}`, start);
	return at < 0 ? undefined : { start: at, end: at + 1 + name.length };
}

/** With the blanks behind it, or before it where the line ends there. */
function withoutBlanks(text: string, { start, end }: Range): Edit {
	let [from, to] = [start, end];
	while (text[to] === " " || text[to] === "\t") to++;
	if (to === text.length || text[to] === "\n" || text[to] === "\r") while (text[from - 1] === " " || text[from - 1] === "\t") from--;
	return remove({ start: from, end: to });
}
