import { entryRangeIn, literalOf, rangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "port-with-host-network",
	category: "correctness",
	severity: "warning",
	title: "Ports are published of a service in the host's network",
	why: [
		"With `network_mode: host` the container has the ports of the host itself. Docker discards `ports` with a warning, so that `8080:80` is still port 80.",
	],
	fixes: { onRequest: "`ports` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    network_mode: host
				    ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    network_mode: host
			`,
		},
	],
	needs: [["network_mode", "ports"]],

	*check(file) {
		for (const { value: service } of file.services) {
			const ports = entryOf(service, "ports");
			if (literalOf(entryOf(service, "network_mode")) !== "host" || ports?.kind !== "sequence" || ports.items.length === 0) continue;
			const at = rangeIn(file, service.entries.get("ports")?.key);
			const whole = entryRangeIn(file, service, "ports");
			if (!at || !whole) continue;
			const edit = removal(file, whole);
			yield {
				at,
				message: say`Docker discards \`ports\`, for the service is in the host's network`,
				...(edit && { fix: { title: say`Remove \`ports\``, edits: [edit], safe: false } }),
			};
		}
	},
});
