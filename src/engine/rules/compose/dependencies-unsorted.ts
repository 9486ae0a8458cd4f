import { findEntry } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { compareText, misplacedEntry, misplacedItem, reordering } from "../compose-order.ts";

export default composeRule({
	id: "dependencies-unsorted",
	peers: { dclint: ["service-dependencies-alphabetical-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "What a service depends on is not in the order of the alphabet",
	why: ["The order in `depends_on` means nothing, and a sorted list does not look as if it did."],
	fixes: {
		safely: "The names are sorted, each with its comments.",
		never: "The names are written so that they cannot be moved.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      - db
				      - cache
				  db:
				    image: postgres:18
				  cache:
				    image: valkey:8
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      - cache
				      - db
				  db:
				    image: postgres:18
				  cache:
				    image: valkey:8
			`,
		},
	],
	needs: ["depends_on"],

	check(file) {
		const services = findEntry(file, "services")?.value;
		const problems: Problem[] = [];
		if (services?.kind !== "mapping") return problems;
		for (const { value: service } of services.entries) {
			const list = service?.kind === "mapping" ? service.entries.find((entry) => nameOf(entry) === "depends_on")?.value : undefined;
			const found =
				list?.kind === "mapping"
					? misplacedEntry(file, list, compareText)
					: list?.kind === "sequence"
						? misplacedItem(file, list, (item) => (item.kind === "scalar" ? item.source : ""), compareText)
						: undefined;
			if (!found) continue;
			const { at, name, before } = found;
			problems.push({
				at,
				message: say`\`${name}\` comes before \`${before}\` in the alphabet`,
				fix: reordering(found, say`Sort what the service depends on`, { safe: true }),
			});
		}
		return problems;
	},
});
