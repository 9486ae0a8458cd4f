import { literalOf } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { capabilityName, dangerOf, isCapability, isUsualCapability } from "../../image/capabilities.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { capabilitiesIn } from "../compose-capabilities.ts";

export default composeRule({
	id: "added-capability",
	peers: { kics: ["ce76b7d0"] },
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A service gets a capability that containers do not have",
	why: ["Docker leaves most capabilities out, for few programs need them: each that is added is one thing more that somebody who breaks in can do."],
	fixes: { onRequest: "The capability is removed.", never: "It is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cap_add:
				      - SYS_TIME
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["cap_add"],

	*check(file) {
		for (const { value: service } of file.services) {
			for (const { at, text, name } of capabilitiesIn(file, service, "cap_add")) {
				if (!isCapability(name) || dangerOf(name) || (isUsualCapability(name) && dropsAll(service))) continue;
				const edit = removal(file, at);
				yield {
					at,
					message: isUsualCapability(name) ? say`every container has \`${text}\` already` : say`the container gets \`${text}\`, which it has not by itself`,
					...(edit && { fix: { title: say`Remove \`${text}\``, edits: [edit], safe: false } }),
				};
			}
		}
	},
});

/** Then what is added is all that there is. */
function dropsAll(service: Mapping): boolean {
	const dropped = entryOf(service, "cap_drop");
	return dropped?.kind === "sequence" && dropped.items.some((item) => capabilityName(literalOf(item) ?? "ALL") === "ALL");
}
