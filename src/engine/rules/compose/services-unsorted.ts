import { findEntry } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { compareText, misplacedEntry, reordering } from "../compose-order.ts";

export default composeRule({
	id: "services-unsorted",
	peers: { dclint: ["services-alphabetical-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Services are not in the order of the alphabet",
	why: ["In a long file a service is found by its name, and two people who add one each are not in each other's way at the file's end."],
	fixes: {
		safely: "The services are sorted, each with its comments; what an alias takes stays above the alias.",
		never: "The services are written so that they cannot be moved.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				  db:
				    image: postgres:18
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
				  web:
				    image: nginx:1.27
			`,
		},
	],

	check(file) {
		const services = findEntry(file, "services")?.value;
		const found = services?.kind === "mapping" ? misplacedEntry(file, services, compareText) : undefined;
		if (!found) return [];
		const { at, name, before } = found;
		const fix = reordering(found, say`Sort the services`, { safe: true });
		return [{ at, message: say`\`${name}\` comes before \`${before}\` in the alphabet`, fix }];
	},
});
