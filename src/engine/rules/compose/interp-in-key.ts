import { allNodes, nameOf } from "../../compose/syntax.ts";
import { variablesIn } from "../../compose/template.ts";
import { compose, composeRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type ComposeFile, type ComposeEntry } from "../../compose/syntax.ts";
import { columnOf, lineEndOf, type MappingNode, partsAround } from "../../compose/rewrite/parts.ts";
import { say } from "../../text/message.ts";
import { type Edit, replace } from "../../text/text.ts";

export default composeRule({
	id: "interp-in-key",
	category: "correctness",
	severity: "warning",
	title: "A variable stands in a key, where Compose does not replace it",
	why: ["Compose replaces variables in values alone: the key stays as it is written, `$` and all. In a list of `NAME=value` all is value, and replaced."],
	fixes: {
		onRequest: "`environment`, `labels` and `args` become lists.",
		never: "The mapping is of another kind, or holds more than plain values on lines of their own.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    labels:
				      traefik.http.routers.\${NAME}.rule: Host(shop.example)
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    labels:
				      - traefik.http.routers.\${NAME}.rule=Host(shop.example)
			`,
			files: { ".env": "NAME=shop\n" },
		},
	],

	check(file) {
		if (!file.text.includes("$")) return none;
		const problems: Problem[] = [];
		for (const node of allNodes(file)) {
			if (node.kind !== "mapping") continue;
			const keys = node.entries.filter(({ key }) => key.kind === "scalar" && key.source.includes("$") && variablesIn(key.source).length > 0);
			keys.forEach(({ key }, index) => {
				const name = variablesIn(key.kind === "scalar" ? key.source : "")[0]?.name ?? "";
				// One edit of the whole is enough.
				const fix = index === 0 ? asList(file, node) : undefined;
				problems.push({ at: key, message: say`Compose does not replace \`${name}\` in a key`, ...(fix && { fix }) });
			});
		}
		return problems;
	},
});

const none: readonly Problem[] = [];
const listed = new Set(["environment", "labels", "args"]);

function asList(file: ComposeFile, mapping: MappingNode): Fix | undefined {
	const owner = partsAround(file, mapping).findLast((part) => part.kind === "entry" && part.entry.value === mapping);
	const name = owner?.kind === "entry" ? nameOf(owner.entry) : undefined;
	if (mapping.isFlow || mapping.anchor !== undefined || name === undefined || !listed.has(name)) return undefined;
	const edits = mapping.entries.map((entry) => asItem(file, entry));
	return edits.every((edit) => edit !== undefined) ? { title: say`Write \`${name}\` as a list`, edits, safe: false } : undefined;
}

function asItem({ text }: ComposeFile, { key, value, start, end }: ComposeEntry): Edit | undefined {
	if (key.kind !== "scalar" || key.source === "<<" || (value && (value.kind !== "scalar" || value.anchor !== undefined || value.tag !== undefined)))
		return undefined;
	if (text.slice(start, end).includes("\n")) return undefined;
	const item = value?.kind === "scalar" && value.source !== "" ? `${key.source}=${value.source}` : key.source;
	const isPlain = /^[\w.${}/-]+=?[\w.$/\-()`]*[\w$/\-()}`]?$/.test(item);
	const written = isPlain ? item : item.includes("'") ? `"${item.replaceAll(/["\\]/g, "\\$&")}"` : `'${item}'`;
	return columnOf(text, start) < 0 || lineEndOf(text) === "" ? undefined : replace({ start, end }, `- ${written}`);
}
