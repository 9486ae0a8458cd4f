import { findEntry } from "../../compose/rewrite/parts.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { misplacedEntry, reordering } from "../compose-order.ts";

export default composeRule({
	id: "service-keys-unordered",
	peers: { dclint: ["service-keys-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The keys of a service stand in no usual order",
	why: [
		"In a file of many services, each in the same order, a reader finds the ports without reading the rest: what it is first, then what it needs, its data, its settings, its network, and how it runs.",
	],
	fixes: {
		safely: "The keys are put into the order, each with its comments; what an alias takes stays above the alias.",
		never: "The service is written so that its keys cannot be moved.",
	},
	options: {
		order: {
			default: [
				"image",
				"build",
				"container_name",
				"depends_on",
				"volumes",
				"volumes_from",
				"configs",
				"secrets",
				"environment",
				"env_file",
				"ports",
				"networks",
				"network_mode",
				"extra_hosts",
				"command",
				"entrypoint",
				"working_dir",
				"restart",
				"healthcheck",
				"logging",
				"labels",
				"user",
				"isolation",
			],
			description: "The names in their order. Those that are not named come last, in the order in which they stand.",
		},
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    ports: ["8080:80"]
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports: ["8080:80"]
			`,
		},
	],

	check(file, { options: { order } }) {
		const services = findEntry(file, "services")?.value;
		const problems: Problem[] = [];
		if (services?.kind !== "mapping") return problems;
		const places = new Map(order.map((name, index) => [name, index]));
		const placeOf = (name: string): number => places.get(name) ?? order.length;
		for (const { value: service } of services.entries) {
			const found = service?.kind === "mapping" ? misplacedEntry(file, service, (one, other) => placeOf(one) - placeOf(other)) : undefined;
			if (!found) continue;
			const { at, name, before } = found;
			problems.push({
				at,
				message: say`\`${name}\` belongs before \`${before}\``,
				fix: reordering(found, say`Put the keys of the service into their order`, { safe: true }),
			});
		}
		return problems;
	},
});
