import { nameOf, nodesOf, type ComposeEntry, type ComposeFile, type ComposeNode } from "../../compose/syntax.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { remove, type Edit } from "../../text/text.ts";

export default composeRule({
	id: "obsolete-version",
	peers: { dclint: ["no-version-field"] },
	category: "practice",
	severity: "info",
	title: "The top-level `version` is obsolete",
	why: [
		"Compose reads every file by the newest specification, whatever `version` says, and warns of it at each start.",
		"A number that means nothing makes readers believe that the file is bound to what Compose could do then.",
	],
	fixes: {
		safely: "The line is removed, for Compose ignores it.",
		never: "Nothing else is in the file, something else uses its value, or it shares its line with a comment in brackets.",
	},
	examples: [
		{
			bad: compose`
				version: "3.8"
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	*check(file) {
		for (const root of file.roots) {
			if (root.kind !== "mapping") continue;
			for (const entry of root.entries) {
				if (nameOf(entry) !== "version") continue;
				const fix = withoutEntry(file, root, entry);
				const isOneLine = !file.text.slice(entry.start, entry.end).includes("\n");
				yield { at: isOneLine ? entry : entry.key, message: say`Compose ignores \`version\`, which is obsolete`, tag: "deprecated", ...(fix && { fix }) };
			}
		}
	},
});

/** Not where nothing would be left, or something that is used elsewhere would go. */
function withoutEntry(file: ComposeFile, root: ComposeNode & { readonly kind: "mapping" }, entry: ComposeEntry): Fix | undefined {
	if (root.entries.length === 1 || [entry.key, entry.value].some((node) => node && [...nodesOf(node)].some(({ anchor }) => anchor !== undefined)))
		return undefined;
	const edit = root.isFlow ? outOfBrackets(file, root.entries, entry) : wholeLines(file, entry);
	return edit && { title: say`Remove \`version\``, edits: [edit], safe: true };
}

/** With the comma behind it, or else the one before. */
function outOfBrackets({ text }: ComposeFile, entries: readonly ComposeEntry[], entry: ComposeEntry): Edit | undefined {
	const index = entries.indexOf(entry);
	const [before, after] = [entries[index - 1], entries[index + 1]];
	const [start, end] = after ? [entry.start, after.start] : [before?.end ?? entry.start, entry.end];
	const comma = after ? text.slice(entry.end, after.start) : text.slice(start, entry.start);
	return /^\s*,\s*$/.test(comma) ? remove({ start, end }) : undefined;
}

/** The lines that the entry fills, and an empty one that would be left over; a comment behind it stays. */
function wholeLines({ text }: ComposeFile, { start, end }: ComposeEntry): Edit | undefined {
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const indentation = text.slice(lineStart, start).replace(/^\uFEFF/, "");
	const [, comment] = /^[ \t]*(#)?/.exec(text.slice(end)) ?? [];
	if (indentation.trim()) return undefined;
	if (comment) return remove({ start, end: text.indexOf("#", end) });
	const [rest] = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end)) ?? [];
	if (rest === undefined) return undefined;
	const isFirst = /(?:^\uFEFF?|\n[ \t]*\r?\n)$/.test(text.slice(0, lineStart));
	const [empty = ""] = isFirst ? (/^(?:[ \t]*\r?\n)+/.exec(text.slice(end + rest.length)) ?? []) : [];
	return remove({ start: start - indentation.length, end: end + rest.length + empty.length });
}
