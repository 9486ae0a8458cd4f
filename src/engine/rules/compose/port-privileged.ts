import { hasOwnNetwork, portsIn } from "../../compose/facts/published-ports.ts";
import { portAt } from "../../compose/rewrite/written.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "port-privileged",
	peers: { kics: ["bc2908f3"], cis: ["CIS-5.8"] },
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A port of the host below 1024 is published",
	why: [
		"Ports below 1024 are for services of the host itself. An engine without root cannot open them, and one with root takes them from whatever the host runs there later.",
	],
	fixes: {
		onRequest: "A port above takes its place, 8080 that of 80.",
		never: "The port is one of a range, comes of a variable, or is written in the long form.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "80:80"
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
	needs: ["ports"],

	*check(file) {
		for (const { service, port, at } of portsIn(file)) {
			const { host } = port;
			if (!host || host.first >= 1024 || !hasOwnNetwork(service.value)) continue;
			// A variable may hold another.
			if (/\$.*:/.test(file.text.slice(at.start, at.end))) continue;
			const digits = port.isShort && host.first === host.last ? portAt(file, at)?.host : undefined;
			const above = String(host.first + 8000);
			const edit = digits && replace(digits, above);
			yield {
				at,
				message: say`port ${String(host.first)} of the host is one of those that only root may open`,
				...(edit && { fix: { title: say`Publish it at ${above}`, edits: [edit], safe: false } }),
			};
		}
	},
});
