import { exposedPort, publishedPorts } from "../../compose/facts/published-ports.ts";
import { entryRangeIn, rangeIn } from "../../compose/linted.ts";
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
			const redundant = expose.items.flatMap((item) => {
				const port = exposedPort(item);
				const at = rangeIn(file, item);
				if (!port || !at || (item.kind === "string" && item.template !== undefined)) return [];
				return published.some(({ target, protocol }) => protocol === port.protocol && target.first <= port.first && target.last >= port.last) ? [at] : [];
			});
			// A list of which all items are taken out would be none.
			const whole = redundant.length === expose.items.length ? entryRangeIn(file, service, "expose") : undefined;
			for (const at of redundant) {
				const edit = removal(file, whole ?? at);
				const title = whole && redundant.length > 1 ? say`Remove \`expose\`` : say`Remove it from \`expose\``;
				yield {
					at,
					message: say`this port is published, which exposes it, too`,
					tag: "unnecessary",
					...(edit && { fix: { title, edits: [edit], safe: false } }),
				};
			}
		}
	},
});
