import { partsAround } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "mapping-in-list",
	category: "correctness",
	severity: "error",
	title: "An item of a list is a mapping, and not `NAME=value`",
	why: [
		"With dashes, `environment`, `labels`, `args` and their like are lists of texts; `- NAME: value` is a mapping in a list, and Compose refuses the file.",
	],
	fixes: { safely: "It becomes `NAME=value`.", never: "The item has several entries, or a value that is not one line of text." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - DEBUG: 1
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - DEBUG=1
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "environmentItem", ({ at }) => {
			const part = partsAround(file, at).findLast(({ kind }) => kind === "item");
			const node = part?.kind === "item" ? part.item : undefined;
			const [entry, more] = node?.kind === "mapping" ? node.entries : [];
			const [name, value] = [entry && nameOf(entry), entry?.value];
			if (node?.kind !== "mapping" || node.isFlow || !value || more || value.kind !== "scalar" || name === undefined) return undefined;
			const text = `${name}=${value.source}`;
			if (/[\r\n"\\]/.test(text)) return undefined;
			const isPlain = /^[\w.-]+=[\w./-]*$/.test(text);
			return { title: say`Write \`${text}\``, edits: [replace(at, isPlain ? text : `"${text}"`)], safe: true };
		}),
});
