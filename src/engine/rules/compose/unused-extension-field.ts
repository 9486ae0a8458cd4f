import { aliasesIn, removalOfUnused } from "../../compose/rewrite/remove.ts";
import { nameOf, nodesOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "unused-extension-field",
	category: "style",
	severity: "off",
	title: "A field for parts that are used elsewhere is used nowhere",
	why: [
		"What stands under `x-…` with an anchor is written once to be taken by aliases. Where none takes it, its settings hold for no service, and look as if they did.",
		"Fields without an anchor may be meant for another program, and are left alone.",
	],
	fixes: { onRequest: "The field is removed.", never: "Nothing would be left of the file." },
	examples: [
		{
			bad: compose`
				x-logging: &logging
				  driver: json-file
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

	check(file) {
		const problems: Problem[] = [];
		for (const root of file.roots) {
			if (root.kind !== "mapping") continue;
			for (const entry of root.entries) {
				const name = nameOf(entry);
				if (!name?.startsWith("x-") || !entry.value) continue;
				const anchors = [...nodesOf(entry.value)].flatMap(({ anchor }) => anchor ?? []);
				if (anchors.length === 0 || anchors.some((anchor) => aliasesIn(file).has(anchor))) continue;
				const edit = removalOfUnused(file, entry);
				problems.push({
					at: entry.key,
					message: say`nothing takes what \`${name}\` holds`,
					tag: "unnecessary",
					...(edit && { fix: { title: say`Remove \`${name}\``, edits: [edit], safe: false } }),
				});
			}
		}
		return problems;
	},
});
