import { hasOwnNetwork, publishedPorts } from "../../compose/facts/published-ports.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { entryOf, type Mapping, textOf, type Value } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { datastoreIn } from "../compose-datastores.ts";

export default composeRule({
	id: "datastore-and-frontend-same-network",
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A database is reached by a published service that does not use it",
	why: [
		"A proxy or web server that is open to the world is broken into first. In one network with the database it reaches that, too, though only the service between them has to.",
		"With a network before the service in the middle and one behind it, `internal: true`, it does not.",
	],
	fixes: { never: "Who else has to reach whom, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  proxy:
				    image: nginx:1.27
				    ports:
				      - "127.0.0.1:8080:80"
				  api:
				    image: ghcr.io/example/api:1.4
				  db:
				    image: postgres:17
			`,
			good: compose`
				services:
				  proxy:
				    image: nginx:1.27
				    ports:
				      - "127.0.0.1:8080:80"
				    networks: [front]
				  api:
				    image: ghcr.io/example/api:1.4
				    networks: [front, back]
				  db:
				    image: postgres:17
				    networks: [back]
				networks:
				  front:
				  back:
				    internal: true
			`,
		},
	],
	needs: [["image", "ports"]],

	*check(file) {
		if (file.allServices.size < 3) return;
		for (const { name, at, value } of file.services) {
			if (!datastoreIn(value) || publishedPorts(value).length > 0 || !hasOwnNetwork(value)) continue;
			const networks = entryOf(value, "networks");
			if (networks?.kind !== "mapping") continue;
			const names = new Set([name, ...["container_name", "hostname"].flatMap((key) => textOf(entryOf(value, key)) ?? [])]);
			const other = [...networks.entries.keys()].flatMap((network) => frontsIn(file).get(network) ?? []).find((front) => !uses(front.value, names));
			if (other) yield { at, message: say`\`${other.name}\`, which is published and does not use \`${name}\`, is in a network with it` };
		}
	},
});

type Front = { readonly name: string; readonly value: Mapping };

/** No project has more of them in one network that somebody looks at. */
const mostFronts = 20;

/** What is published and no database, by the networks that it is in. */
const frontsIn = fact((file: LintedCompose): ReadonlyMap<string, readonly Front[]> => {
	const found = new Map<string, Front[]>();
	for (const [name, value] of file.allServices) {
		const networks = entryOf(value, "networks");
		if (networks?.kind !== "mapping" || publishedPorts(value).length === 0 || datastoreIn(value)) continue;
		for (const network of networks.entries.keys()) {
			const known = found.get(network);
			if (!known) found.set(network, [{ name, value }]);
			else if (known.length < mostFronts) known.push({ name, value });
		}
	}
	return found;
});

/** Who uses one mostly says so first. */
const uses = (service: Mapping, names: ReadonlySet<string>): boolean => mentions(entryOf(service, "depends_on"), names) || mentions(service, names);

/** Whether a name stands anywhere in it, be it in a dependence, an address or a command. */
function mentions(value: Value | undefined, names: ReadonlySet<string>): boolean {
	if (value?.kind === "sequence") return value.items.some((item) => mentions(item, names));
	if (value?.kind === "mapping") return [...value.entries].some(([key, entry]) => names.has(key) || mentions(entry.value, names));
	const text = textOf(value);
	// Nearly no text has any of them in it.
	if (text === undefined || ![...names].some((name) => text.includes(name))) return false;
	return text.split(/[^\w.-]+/).some((word) => names.has(word));
}
