import { itemBefore } from "../../compose/rewrite/insert.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportRefusals, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-healthcheck-test",
	category: "correctness",
	severity: "error",
	title: "The test of a health check does not say how it is run",
	why: ["A list begins with `CMD` for a program and its arguments, with `CMD-SHELL` for a line that a shell reads, or with `NONE`; Compose refuses any other."],
	fixes: {
		safely: "`CMD` is put before a program with its arguments, and small letters become large ones.",
		onRequest: "`CMD-SHELL` is put before what looks like a line for a shell.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: ["curl", "-f", "http://localhost"]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: ["CMD", "curl", "-f", "http://localhost"]
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "healthcheckTest", ({ at, written }) => {
			const word = unquoted(written);
			if (/^(?:cmd|cmd[-_]?shell|none)$/i.test(word)) return wordInstead(file, at, word.toUpperCase().replace(/^CMD[-_]?SHELL$/, "CMD-SHELL"), { safe: true });
			const part = partsAround(file, at).at(-1);
			if (part?.kind !== "item" || part.index !== 0) return undefined;
			const isLine = part.within.items.length === 1 && /\s/.test(word);
			const edit = itemBefore(file, part, isLine ? '"CMD-SHELL"' : '"CMD"');
			return edit && { title: say`Say how it is run`, edits: [edit], safe: !isLine && !/\s/.test(word) };
		}),
});
