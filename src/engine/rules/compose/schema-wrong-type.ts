import { partsAround } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, textInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "schema-wrong-type",
	category: "correctness",
	severity: "error",
	title: "A value is of another type than Compose wants there",
	why: ["Compose refuses a list where it wants text, a number where it wants a mapping, and a key that is left empty where something has to stand."],
	fixes: {
		safely: 'One text becomes a list of one, a number or truth value becomes text where text is wanted, and `restart: false` becomes `"no"`.',
		never: "What is meant has to be written in another form.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports: "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports: ["8080:80"]
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "wrongType", ({ at, written, remedy }) => {
			if (/^[&*!|>]|[\r\n]/.test(written)) return undefined;
			if (remedy?.kind === "list") return textInstead(at, `[${/^["']|^[^,[\]{}#]*$/.test(written) ? written : JSON.stringify(written)}]`, { safe: true });
			if (remedy?.kind !== "text" || /^["']/.test(written)) return undefined;
			const part = partsAround(file, at).at(-1);
			const isRestart = part?.kind === "entry" && nameOf(part.entry) === "restart";
			if (isRestart) return /^(?:false|no|off)$/i.test(written) ? textInstead(at, '"no"', { safe: true }) : undefined;
			return textInstead(at, `"${written}"`, { safe: true });
		}),
});
