import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { valueAt } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isWaitedToEnd } from "../compose-dependencies.ts";

export default composeRule({
	id: "restart-missing",
	peers: { kics: ["2fc99041"] },
	category: "practice",
	severity: "off",
	title: "A service that serves is not started again",
	why: [
		"A container whose program ends, for a mistake or because the machine starts anew, stays down until somebody starts it.",
		"`restart: unless-stopped` brings it back, and lets it rest where somebody stopped it.",
	],
	fixes: { onRequest: "`restart: unless-stopped` is added.", never: "The service is not written out in the file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "127.0.0.1:8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "127.0.0.1:8080:80"
				    restart: unless-stopped
			`,
		},
	],
	needs: ["ports", "expose", "healthcheck"],

	*check(file) {
		for (const { name, at, value: service } of file.services) {
			const serves = entryOf(service, "ports") ?? entryOf(service, "expose") ?? entryOf(service, "healthcheck");
			if (!serves || entryOf(service, "restart") || valueAt(service, "deploy", "restart_policy") || isWaitedToEnd(file, name)) continue;
			const edit = serviceInsertion(file, name, "restart", "unless-stopped");
			yield {
				at,
				message: say`\`${name}\` stays down when it has ended`,
				...(edit && { fix: { title: say`Add \`restart: unless-stopped\``, edits: [edit], safe: false } }),
			};
		}
	},
});
