import { entryRangeIn, valueAt } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "restart-and-deploy",
	category: "practice",
	severity: "info",
	title: "A service has two restart policies",
	why: ["Where `deploy.restart_policy` is set, Compose takes that, and what `restart` says is of no effect: readers believe the one that stands first."],
	fixes: { onRequest: "`restart` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: always
				    deploy:
				      restart_policy:
				        condition: on-failure
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      restart_policy:
				        condition: on-failure
			`,
		},
	],
	needs: ["restart"],

	*check(file) {
		for (const { value: service } of file.services) {
			const at = valueAt(service, "deploy", "restart_policy") && entryOf(service, "restart") ? entryRangeIn(file, service, "restart") : undefined;
			if (!at) continue;
			const edit = removal(file, at);
			yield {
				at,
				message: say`Compose takes \`deploy.restart_policy\` in place of this`,
				tag: "unnecessary",
				...(edit && { fix: { title: say`Remove \`restart\``, edits: [edit], safe: false } }),
			};
		}
	},
});
