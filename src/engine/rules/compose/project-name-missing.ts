import { findEntry, lineEndOf, textBefore } from "../../compose/rewrite/parts.ts";
import { typedScalar } from "../../compose/scalar.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default composeRule({
	id: "project-name-missing",
	peers: { dclint: ["require-project-name-field"] },
	category: "practice",
	severity: "off",
	title: "The file says no name for the project",
	why: [
		"Without `name` the project is called after its folder: a copy in another folder is another project with other volumes, and two folders of one name share theirs.",
	],
	fixes: { onRequest: "The name that it has by its folder is written at the top.", never: "The file is written in braces." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				name: project
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	*check(file) {
		const [root] = file.roots;
		if (root?.kind !== "mapping" || file.path !== file.paths[0] || findEntry(file, "name")) return;
		const first = root.entries[0]?.key;
		if (!first) return;
		const { name } = file.project;
		const lead = /^\uFEFF?( *)$/.exec(textBefore(file.text, root.start));
		const edit =
			root.isFlow || name === "" || !lead
				? undefined
				: insert(root.start, `name: ${typedScalar(name).kind === "string" ? name : `"${name}"`}${lineEndOf(file.text)}${lead[1] ?? ""}`);
		yield {
			at: first,
			message: say`the project is called after its folder`,
			...(edit && { fix: { title: say`Name the project \`${name}\``, edits: [edit], safe: false } }),
		};
	},
});
