import { hasOwnNetwork, portsIn } from "../../compose/facts/published-ports.ts";
import { portAt } from "../../compose/rewrite/written.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert, replace } from "../../text/text.ts";

export default composeRule({
	id: "port-random-host",
	category: "practice",
	severity: "off",
	title: "A port is published at another port of the host each time",
	why: [
		"Where only the container's port is named, Docker takes any port of the host that is free, and `docker compose port` has to be asked which after each start.",
	],
	fixes: { onRequest: "It is published at the port of the same number.", never: "It is written in the long form." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:8080"
			`,
		},
	],
	needs: ["ports"],

	*check(file) {
		for (const { service, port, at } of portsIn(file)) {
			// What a variable is for is published where it is set.
			if (port.host || !hasOwnNetwork(service.value) || file.text.slice(at.start, at.end).includes("$")) continue;
			const written = port.isShort ? portAt(file, at) : undefined;
			const target = port.target.first === port.target.last ? String(port.target.first) : `${port.target.first}-${port.target.last}`;
			const edit = written && (written.host ? replace(written.host, target) : insert(written.container.start, `${target}:`));
			yield {
				at,
				message: say`Docker publishes \`${target}\` at any port of the host`,
				...(edit && { fix: { title: say`Publish it at ${target}`, edits: [edit], safe: false } }),
			};
		}
	},
});
