import { entryRangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "privileged-exec-hook",
	category: "security",
	severity: "warning",
	title: "A hook runs with all privileges of the host",
	why: [
		"A privileged command in a container has every capability and every device of the host, also where the container itself has not: what it starts keeps them.",
	],
	fixes: { onRequest: "`privileged` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    post_start:
				      - command: chown -R nginx /data
				        user: root
				        privileged: true
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    post_start:
				      - command: chown -R nginx /data
				        user: root
			`,
		},
	],
	needs: [
		["post_start", "privileged"],
		["pre_stop", "privileged"],
	],

	*check(file) {
		for (const { value: service } of file.services) {
			for (const key of ["post_start", "pre_stop"]) {
				const hooks = entryOf(service, key);
				if (hooks?.kind !== "sequence") continue;
				for (const hook of hooks.items) {
					const privileged = entryOf(hook, "privileged");
					const at = privileged?.kind === "boolean" && privileged.value ? entryRangeIn(file, hook, "privileged") : undefined;
					if (!at) continue;
					const edit = removal(file, at);
					yield {
						at,
						message: say`the command gets the whole host, whatever the container has`,
						...(edit && { fix: { title: say`Remove \`privileged\``, edits: [edit], safe: false } }),
					};
				}
			}
		}
	},
});
