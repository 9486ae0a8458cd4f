import { entryRangeIn } from "../../compose/linted.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "container-name-used",
	category: "practice",
	severity: "off",
	title: "A container has a name of its own",
	why: [
		"A name belongs to one container of the whole engine: the service cannot be scaled, and the project cannot run a second time under another name.",
		"Compose's own names tell the project and the service, and other services reach it by the service's name in any case.",
	],
	fixes: {
		onRequest: "`container_name` is removed.",
		never: "An alias stands elsewhere for it, or the service extends another one, whose `container_name` it would have then.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: web
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["container_name"],

	*check(file) {
		for (const { name, value: service } of file.services) {
			const at = entryRangeIn(file, service, "container_name");
			if (!at) continue;
			const edit = findEntry(file, "services", name, "extends") ? undefined : removal(file, at);
			yield {
				at,
				message: say`with a \`container_name\`, \`${name}\` runs once on each engine and no more`,
				...(edit && { fix: { title: say`Remove \`container_name\``, edits: [edit], safe: false } }),
			};
		}
	},
});
