import { entryRangeIn, valueAt } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "privileged-service",
	peers: { kics: ["ae5b6871"], semgrep: ["privileged-service"], cis: ["CIS-5.5"], owasp: ["OWASP-RULE-3"] },
	category: "security",
	severity: "warning",
	title: "A service runs with all privileges of the host",
	why: [
		"A privileged container has every capability, sees every device and is not confined by seccomp or AppArmor: who breaks into it has the host.",
		"Nearly always one capability under `cap_add`, or one device under `devices`, is all that is needed.",
	],
	fixes: { onRequest: "`privileged` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    privileged: true
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["privileged"],

	*check(file) {
		for (const { value: service } of file.services) {
			for (const owner of [service, valueAt(service, "build")]) {
				const privileged = valueAt(owner, "privileged");
				const at = entryRangeIn(file, owner, "privileged");
				if (!at || privileged?.kind !== "boolean" || !privileged.value) continue;
				const edit = removal(file, at);
				yield {
					at,
					message: say`\`privileged\` gives the container the whole host`,
					...(edit && { fix: { title: say`Remove \`privileged\``, edits: [edit], safe: false } }),
				};
			}
		}
	},
});
