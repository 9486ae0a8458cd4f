import { entryRangeIn, literalOf } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "host-network",
	peers: { kics: ["071a71ff"], cis: ["CIS-5.10"] },
	category: "security",
	severity: "off",
	title: "A service is in the host's network",
	why: [
		"It hears and answers on every interface of the host, reaches what listens on `localhost` alone, and every port that it opens is open to all.",
		"Other services do not find it by its name, and its ports clash with those of the host.",
	],
	fixes: {
		onRequest: "`network_mode` is removed; the ports that are needed from outside are then to be published.",
		never: "It has an anchor that something else takes it from.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    network_mode: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["network_mode"],

	*check(file) {
		for (const { value: service } of file.services) {
			const at = literalOf(entryOf(service, "network_mode")) === "host" ? entryRangeIn(file, service, "network_mode") : undefined;
			if (!at) continue;
			const edit = removal(file, at);
			yield {
				at,
				message: say`the service has all networks of the host`,
				...(edit && { fix: { title: say`Remove \`network_mode\``, edits: [edit], safe: false } }),
			};
		}
	},
});
