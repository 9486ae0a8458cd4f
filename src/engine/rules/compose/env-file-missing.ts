import { type LintedCompose } from "../../compose/linted.ts";
import { columnOf, lineEndOf, partsAround } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "env-file-missing",
	category: "correctness",
	severity: "error",
	title: "A file of variables does not exist",
	why: ["Compose refuses a project of which a file of variables is missing, unless it is said that it need not be there."],
	fixes: { onRequest: "The file need not be there: `required: false`.", never: "It is written in the long form already, or taken over by an include." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file:
				      - web.env
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file:
				      - path: web.env
				        required: false
			`,
			files: { "other.env": "" },
		},
	],

	check: (file) =>
		reportRefusals(file, "envFileMissing", ({ at, written }) => {
			const part = partsAround(file, at).at(-1);
			if (!part || /\s/.test(written) || (part.kind === "entry" && nameOf(part.entry) !== "env_file")) return undefined;
			const item = `path: ${written}`;
			const text = part.kind === "item" && !part.within.isFlow ? `${item}${nextLine(file, part.item.start)}required: false` : `[{ ${item}, required: false }]`;
			const asItem = part.kind === "item" && part.within.isFlow ? text.slice(1, -1) : text;
			return { title: say`Let it be missing`, edits: [replace(at, asItem)], safe: false };
		}),
});

/** A line more, indented as the offset is. */
const nextLine = ({ text }: LintedCompose, offset: number): string => lineEndOf(text) + " ".repeat(columnOf(text, offset));
