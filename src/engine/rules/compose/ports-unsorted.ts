import { findEntry } from "../../compose/rewrite/parts.ts";
import { type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { compareNaturally, misplacedItem, reordering } from "../compose-order.ts";

export default composeRule({
	id: "ports-unsorted",
	peers: { dclint: ["service-ports-alphabetical-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The ports of a service are not in the order of their numbers",
	why: ["In a sorted list one sees at a glance which ports are taken, and which one is given twice."],
	fixes: {
		onRequest: "The ports are sorted by those of the host, each with its comments.",
		never: "The ports are written so that they cannot be moved.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8443:443"
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				      - "8443:443"
			`,
		},
	],
	needs: ["ports"],

	check(file) {
		const services = findEntry(file, "services")?.value;
		const problems: Problem[] = [];
		if (services?.kind !== "mapping") return problems;
		for (const { value: service } of services.entries) {
			const ports = service?.kind === "mapping" ? service.entries.find((entry) => nameOf(entry) === "ports")?.value : undefined;
			const found = ports?.kind === "sequence" ? misplacedItem(file, ports, hostPortOf, compareNaturally) : undefined;
			if (!found) continue;
			const { at, name, before } = found;
			problems.push({ at, message: say`\`${name}\` comes before \`${before}\``, fix: reordering(found, say`Sort the ports`, { safe: false }) });
		}
		return problems;
	},
});

/** The port of the host, or the container's where none is said. */
function hostPortOf(port: ComposeNode): string {
	if (port.kind === "mapping") {
		const said = ["published", "target"].map((key) => port.entries.find((entry) => nameOf(entry) === key)?.value);
		return said.flatMap((value) => (value?.kind === "scalar" ? [value.source] : []))[0] ?? "";
	}
	if (port.kind !== "scalar") return "";
	// Variables may hold colons.
	const parts = port.source.split(port.source.includes("$") ? /:(?![^${}]*\})/ : ":");
	return parts.at(-2) ?? parts[0] ?? "";
}
