import { normalizeName } from "../../compose/project-name.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "changed-project-name",
	category: "correctness",
	severity: "warning",
	title: "Compose changes the name of the project",
	why: [
		"A project has a name of small letters, digits, `-` and `_`: Compose makes capitals small and leaves out what else there is, so that containers and networks are named otherwise than the file says.",
	],
	fixes: { safely: "The name is written as Compose takes it." },
	examples: [
		{
			bad: compose`
				name: My Shop
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				name: myshop
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["name"],

	*check(file) {
		const name = findEntry(file, "name")?.value;
		if (name?.kind !== "scalar" || name.source.includes("$") || name.anchor !== undefined) return;
		const own = normalizeName(name.source);
		if (own === name.source || own === "") return;
		yield { at: name, message: say`Compose names the project \`${own}\``, fix: wordInstead(file, name, own, { safe: true }) };
	},
});
