import { exposedPort, publishedPorts } from "../../compose/facts/published-ports.ts";
import { rangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "expose-redundant",
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "A port is exposed that is published anyway",
	why: ["A published port is exposed by that. `expose` besides says the same thing again, in a second place that has to be kept right."],
	fixes: { onRequest: "The port is removed from `expose`.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    expose:
				      - "80"
				    ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
			`,
		},
	],
	needs: [["expose", "ports"]],

	*check(file) {
		for (const { value: service } of file.services) {
			const expose = entryOf(service, "expose");
			if (expose?.kind !== "sequence") continue;
			const published = publishedPorts(service);
			for (const item of expose.items) {
				const port = exposedPort(item);
				const at = rangeIn(file, item);
				if (!port || !at || (item.kind === "string" && item.template !== undefined)) continue;
				if (!published.some(({ target, protocol }) => protocol === port.protocol && target.first <= port.first && target.last >= port.last)) continue;
				const edit = removal(file, at);
				yield {
					at,
					message: say`this port is published, which exposes it, too`,
					tag: "unnecessary",
					...(edit && { fix: { title: say`Remove it from \`expose\``, edits: [edit], safe: false } }),
				};
			}
		}
	},
});
