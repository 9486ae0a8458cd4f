import { entryOf, type Mapping } from "../../compose/value.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { servicesByHost, serviceUrlsIn } from "../service-urls.ts";

export default composeRule({
	id: "unknown-service-host",
	category: "correctness",
	severity: "info",
	title: "A service is looked for under a name that is spelt otherwise",
	why: [
		"In the project's networks a service is found by its own name, its aliases and its container's name alone. Any other name leads nowhere, and the program says so when it runs.",
	],
	fixes: { onRequest: "The name that is spelt much the same takes its place." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: ghcr.io/example/web:1.4
				    environment:
				      DATABASE_URL: postgres://web@postgers:5432/web
				  postgres:
				    image: postgres:17
			`,
			good: compose`
				services:
				  web:
				    image: ghcr.io/example/web:1.4
				    environment:
				      DATABASE_URL: postgres://web@postgres:5432/web
				  postgres:
				    image: postgres:17
			`,
		},
	],
	needs: ["environment"],

	*check(file) {
		let asked = 0;
		for (const { service, host } of serviceUrlsIn(file)) {
			const name = host.text;
			if (name.length < 4 || name.includes(".") || name === "localhost" || /^\d+$/.test(name)) continue;
			const known = servicesByHost(file);
			if (known.has(name) || isElsewhere(service.value) || reachesOut(file) || asked++ >= mostAsked) continue;
			const meant = findSimilar(name, known.keys(), name.length < 6 ? 1 : 2);
			// A number at the end is a name of its own: `node1` beside `node2`.
			if (meant === undefined || meant.replace(/\d+/g, "") === name.replace(/\d+/g, "") || known.get(meant)?.includes(service.name) === true) continue;
			yield {
				at: host,
				message: say`no service is called \`${name}\`; \`${meant}\` is one`,
				fix: { title: say`Look for it at \`${meant}\``, edits: [replace(host, meant)], safe: false },
			};
		}
	},
});

/** It finds names that nobody else finds. */
const isElsewhere = (service: Mapping): boolean => ["extra_hosts", "external_links", "links", "dns"].some((key) => entryOf(service, key) !== undefined);

/** Networks that are made elsewhere hold services of other projects. */
const reachesOut = fact(({ project }: LintedCompose): boolean => {
	const networks = entryOf(project.model, "networks");
	return networks?.kind === "mapping" && [...networks.entries.values()].some(({ value }) => entryOf(value, "external") !== undefined);
});
