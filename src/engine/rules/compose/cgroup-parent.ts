import { entryRangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "cgroup-parent",
	peers: { kics: ["4d9f44c6"], cis: ["CIS-5.25"] },
	category: "security",
	severity: "info",
	title: "A service is put into a control group of your own",
	why: ["The limits of another control group than Docker's hold for the container: where that group is not there, or has no limits, nothing holds."],
	fixes: { onRequest: "`cgroup_parent` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cgroup_parent: batch
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["cgroup_parent"],

	*check(file) {
		for (const { value: service } of file.services) {
			const at = entryOf(service, "cgroup_parent") && entryRangeIn(file, service, "cgroup_parent");
			if (!at) continue;
			const edit = removal(file, at);
			yield {
				at,
				message: say`the limits of another control group than Docker's hold here`,
				...(edit && { fix: { title: say`Remove \`cgroup_parent\``, edits: [edit], safe: false } }),
			};
		}
	},
});
