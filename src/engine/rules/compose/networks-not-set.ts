import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "networks-not-set",
	peers: { kics: ["ce14a68b"] },
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A service is in the network that all services share",
	why: [
		"Compose puts a service without `networks` into the project's network `default`, not into Docker's own bridge: other projects do not reach it, but every service of this one does.",
		"With networks of their own a broken web server does not reach what it has no business with.",
	],
	fixes: { never: "Who has to reach whom, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [front]
				  db:
				    image: postgres:17
				networks:
				  front:
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [front]
				  db:
				    image: postgres:17
				    networks: [back]
				networks:
				  front:
				  back:
			`,
		},
	],

	*check(file) {
		// Alone it shares the network with nobody.
		if (file.allServices.size < 2) return;
		for (const { name, at, value: service } of file.services) {
			const networks = entryOf(service, "networks");
			// Those that Compose adds stand nowhere.
			if (networks?.kind === "mapping" && !networks.origin) yield { at, message: say`\`${name}\` is in the network that all services share` };
		}
	},
});
