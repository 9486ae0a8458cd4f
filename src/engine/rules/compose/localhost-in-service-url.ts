import { publishedPorts } from "../../compose/facts/published-ports.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fact } from "../../text/fact.ts";
import { replace } from "../../text/text.ts";
import { isOfDatastores, listeningPorts, saysPort, type ServiceUrl, serviceUrlsIn, shareNetwork } from "../service-urls.ts";

export default composeRule({
	id: "localhost-in-service-url",
	category: "correctness",
	severity: "warning",
	title: "A service looks for another one at `localhost`",
	why: [
		"In a container `localhost` is the container itself, in which nothing listens at that port: “connection refused”.",
		"Services of one network find each other by their names, at the ports in the containers.",
	],
	fixes: { onRequest: "The name of the service that listens at that port takes the place of `localhost`.", never: "Several services listen at that port." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: ghcr.io/example/web:1.4
				    environment:
				      DATABASE_URL: postgres://web@localhost:5432/web
				  db:
				    image: postgres:17
			`,
			good: compose`
				services:
				  web:
				    image: ghcr.io/example/web:1.4
				    environment:
				      DATABASE_URL: postgres://web@db:5432/web
				  db:
				    image: postgres:17
			`,
		},
	],
	needs: ["environment"],

	*check(file) {
		for (const url of serviceUrlsIn(file)) {
			const { port, service, host } = url;
			if (port === undefined || !/^(?:localhost|127\.0\.0\.1)$/.test(host.text) || mayBeMeant(file, url, port)) continue;
			const others = (listenersIn(file).get(port) ?? []).filter((name) => {
				const other = file.allServices.get(name);
				return name !== service.name && other !== undefined && shareNetwork(service.value, other);
			});
			const [other] = others;
			if (other === undefined) continue;
			const isOne = others.length === 1 && /^[\w.-]+$/.test(other);
			yield {
				at: host,
				message: say`\`${host.text}\` is the container of \`${service.name}\` itself, and port ${String(port)} is one of \`${other}\``,
				...(isOne && { fix: { title: say`Look for it at \`${other}\``, edits: [replace(host, other)], safe: false } }),
			};
		}
	},
});

/** Something in the container may listen there, too, or a browser on the host is to open it. */
function mayBeMeant(file: LintedCompose, { service, scheme }: ServiceUrl, port: number): boolean {
	const isPublished = publishedPorts(service.value).some(({ host }) => host !== undefined && host.first <= port && host.last >= port);
	if (isPublished || listeningPorts(service.value).has(port) || saysPort(file, service.value, port)) return true;
	return !isOfDatastores(scheme) && publishedIn(file).has(port);
}

/** Of more services at one port nobody is told which is meant. */
const mostListeners = 20;

/** The services by the ports at which they listen. */
const listenersIn = fact((file: LintedCompose): ReadonlyMap<number, readonly string[]> => {
	const found = new Map<number, string[]>();
	for (const [name, service] of file.allServices)
		for (const port of listeningPorts(service)) {
			const known = found.get(port);
			if (!known) found.set(port, [name]);
			else if (known.length < mostListeners) known.push(name);
		}
	return found;
});

/** Ports of the host at which some service is published. */
const publishedIn = fact((file: LintedCompose): ReadonlySet<number> => {
	const found = new Set<number>();
	for (const service of file.allServices.values())
		for (const { host } of publishedPorts(service))
			if (host) for (let port = host.first; port <= Math.min(host.last, host.first + 1000); port++) found.add(port);
	return found;
});
