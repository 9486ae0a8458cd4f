import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { compareText, misplacedEntry, reordering } from "../compose-order.ts";

export default composeRule({
	id: "top-level-keys-unordered",
	peers: { dclint: ["top-level-properties-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The sections of a file stand in no usual order",
	why: [
		"Who has read one Compose file finds what is looked for in the next one: what is shared first, then the project's name, its services, and what they use.",
	],
	fixes: {
		safely: "The sections are put into the order, each with its comments; what an alias takes stays above the alias.",
		never: "Something stands in the file that cannot be moved.",
	},
	options: {
		order: {
			default: ["x-*", "version", "name", "include", "services", "networks", "volumes", "secrets", "configs", "models"],
			description: "The names in their order; `x-*` is for all extension fields. Those that are not named come last.",
		},
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				name: shop
			`,
			good: compose`
				name: shop
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check(file, { options: { order } }) {
		const places = new Map(order.map((name, index) => [name, index]));
		const placeOf = (name: string): number => places.get(name.startsWith("x-") ? "x-*" : name) ?? order.length;
		const compare = (one: string, other: string): number =>
			placeOf(one) - placeOf(other) || (one.startsWith("x-") && other.startsWith("x-") ? compareText(one, other) : 0);
		const problems: Problem[] = [];
		for (const root of file.roots) {
			const found = root.kind === "mapping" ? misplacedEntry(file, root, compare) : undefined;
			if (!found) continue;
			const { at, name, before } = found;
			problems.push({
				at,
				message: say`\`${name}\` belongs before \`${before}\``,
				fix: reordering(found, say`Put the sections into their order`, { safe: true }),
			});
		}
		return problems;
	},
});
