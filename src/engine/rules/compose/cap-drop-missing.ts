import { entryOf, type Mapping } from "../../compose/value.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { baseImage } from "../../image/base-images.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "cap-drop-missing",
	peers: { kics: ["ce76b7d0"], cis: ["CIS-5.4"] },
	category: "security",
	severity: "off",
	title: "A service keeps capabilities that it may not need",
	why: [
		"Docker gives each container fourteen capabilities, and most programs need none of them.",
		"`cap_drop: [ALL]` takes them away; what is needed is added again under `cap_add`, by name.",
	],
	fixes: {
		onRequest: "All capabilities are dropped; those with which the image gives up root by itself are added again.",
		never: "Nobody looked what the image needs, or the service has `cap_add` already.",
	},
	examples: [
		{
			bad: compose`
				services:
				  cache:
				    image: redis:8
			`,
			good: compose`
				services:
				  cache:
				    image: redis:8
				    cap_drop: [ALL]
				    cap_add: [CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
			`,
		},
	],

	*check(file) {
		for (const { name, at, value } of file.services) {
			if (entryOf(value, "cap_drop") || entryOf(value, "privileged")) continue;
			yield { at, message: say`\`${name}\` keeps all capabilities that a container has`, fix: () => drop(file, name, value) };
		}
	},
});

function drop(file: LintedCompose, name: string, service: Mapping): Fix | undefined {
	const image = pulledImage(service);
	if (!image || entryOf(service, "cap_add")) return undefined;
	const { user } = baseImage(image.text, image.reference);
	const dropped = user === "drops" || user === "other" ? serviceInsertion(file, name, "cap_drop", "[ALL]") : undefined;
	if (!dropped) return undefined;
	// To make its files its own, and to go on as somebody else.
	const added = user === "drops" ? serviceInsertion(file, name, "cap_add", "[CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID]") : undefined;
	return { title: say`Drop all capabilities`, edits: added ? [dropped, added] : [dropped], safe: false };
}
