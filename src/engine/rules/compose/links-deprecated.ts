import { entryRangeIn, literalOf, rangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "links-deprecated",
	category: "practice",
	severity: "info",
	title: "Services are linked, which networks have replaced",
	why: [
		"Services of one network find each other by their names. A link adds nothing to that but the order of starting, which `depends_on` says with a condition, and other names, which `aliases` gives for all.",
		"Docker calls links a legacy feature that may be removed.",
	],
	fixes: {
		onRequest: "Links that give no other names are removed.",
		never: "A link gives its service another name, or leads to a container outside of the project.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    links:
				      - api
				  api:
				    image: httpd:2.4
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				  api:
				    image: httpd:2.4
			`,
		},
	],
	needs: ["links", "external_links"],

	*check(file) {
		for (const { value: service } of file.services) {
			for (const kind of ["links", "external_links"]) {
				const list = entryOf(service, kind);
				const at = rangeIn(file, service.entries.get(kind)?.key);
				const whole = entryRangeIn(file, service, kind);
				if (!at || !whole || list?.kind !== "sequence" || list.items.length === 0) continue;
				const hasAlias = list.items.some((item) => literalOf(item)?.includes(":"));
				const isPlain = kind === "links" && list.items.every((item) => literalOf(item)?.includes(":") === false);
				const edit = isPlain ? removal(file, whole) : undefined;
				yield {
					at,
					message: hasAlias
						? say`services of one network find each other without \`${kind}\`, and by other names with \`aliases\``
						: say`services of one network find each other without \`${kind}\``,
					tag: "deprecated",
					...(edit && { fix: { title: say`Remove \`${kind}\``, edits: [edit], safe: false } }),
				};
			}
		}
	},
});
