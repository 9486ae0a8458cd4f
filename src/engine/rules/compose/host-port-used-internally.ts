import { publishedPorts } from "../../compose/facts/published-ports.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { listeningPorts, saysPort, servicesByHost, serviceUrlsIn, shareNetwork } from "../service-urls.ts";

export default composeRule({
	id: "host-port-used-internally",
	category: "correctness",
	severity: "warning",
	title: "A service is looked for at its port of the host",
	why: ["`ports` is for the host: of `8080:80` other services reach 80, and at 8080 nothing listens in the container."],
	fixes: { onRequest: "The port in the container takes its place.", never: "The port is part of a range." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				  tests:
				    image: ghcr.io/example/tests:1.4
				    environment:
				      BASE_URL: http://web:8080
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				  tests:
				    image: ghcr.io/example/tests:1.4
				    environment:
				      BASE_URL: http://web:80
			`,
		},
	],
	needs: [["environment", "ports"]],

	*check(file) {
		for (const { service, host, port, portAt } of serviceUrlsIn(file)) {
			const [name, more] = portAt ? (servicesByHost(file).get(host.text) ?? []) : [];
			const other = name === undefined || more !== undefined || name === service.name ? undefined : file.allServices.get(name);
			if (!other || !portAt || port === undefined || listeningPorts(other).has(port)) continue;
			const published = publishedPorts(other).find((each) => each.host && each.host.first <= port && each.host.last >= port);
			if (!published || !shareNetwork(service.value, other) || saysPort(file, other, port)) continue;
			const { target } = published;
			const isOne = target.first === target.last;
			yield {
				at: portAt,
				message: say`port ${String(port)} of \`${host.text}\` is the host's, and in its network it listens at ${isOne ? String(target.first) : `${target.first}-${target.last}`}`,
				...(isOne && { fix: { title: say`Look for it at port ${String(target.first)}`, edits: [replace(portAt, String(target.first))], safe: false } }),
			};
		}
	},
});
