import { capabilityNames, isCapability } from "../../image/capabilities.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { capabilitiesIn } from "../compose-capabilities.ts";

export default composeRule({
	id: "unknown-capability",
	category: "correctness",
	severity: "error",
	title: "Linux has no such capability",
	why: ["`docker compose config` takes any word, and `up` fails: Docker makes no container with a capability that it does not know."],
	fixes: { onRequest: "A capability is spelt much the same.", never: "No capability is spelt like it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cap_add:
				      - NET_BIND_SERVCE
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    cap_add:
				      - NET_BIND_SERVICE
			`,
		},
	],
	needs: ["cap_add", "cap_drop"],

	*check(file) {
		let asked = 0;
		for (const { value: service } of file.services) {
			for (const key of ["cap_add", "cap_drop"] as const) {
				for (const { at, text, name } of capabilitiesIn(file, service, key)) {
					if (isCapability(name)) continue;
					const similar = asked++ < mostAsked ? findSimilar(name, capabilityNames) : undefined;
					const meant = similar === undefined ? undefined : `${/^CAP_/i.test(text) ? "CAP_" : ""}${similar}`;
					yield {
						at,
						message: say`there is no capability \`${text}\`, so that the container cannot be made`,
						...(meant !== undefined && { fix: { title: say`Change it to ${meant}`, edits: [replace(at, meant)], safe: false } }),
					};
				}
			}
		}
	},
});
