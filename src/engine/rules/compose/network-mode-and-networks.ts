import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "network-mode-and-networks",
	category: "correctness",
	severity: "error",
	title: "A service has a network mode and is in networks",
	why: [
		"With `network_mode` a service has the network of the host, of another container, or none; it cannot be in `networks` as well, and Compose refuses the file.",
	],
	fixes: { onRequest: "`networks` is taken out.", never: "The networks are taken over by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    network_mode: host
				    networks:
				      - front
				networks:
				  front:
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    network_mode: host
				networks:
				  front:
			`,
		},
	],

	check: (file) => reportRefusals(file, "networkModeAndNetworks", ({ at }) => removed(file, at, say`Remove \`networks\``)),
});
