import { entryOf } from "../../compose/value.ts";
import { literalOf } from "../../compose/linted.ts";
import { itemInsertion, serviceInsertion } from "../../compose/rewrite/insert.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "new-privileges-possible",
	peers: { kics: ["27fcc7d6", "610e266e"], semgrep: ["no-new-privileges"], cis: ["CIS-5.26"], owasp: ["OWASP-RULE-4"] },
	category: "security",
	severity: "off",
	title: "Programs of a service may gain privileges that it has not",
	why: ["A program with the setuid bit, such as `su`, runs as root whoever starts it. `no-new-privileges` ends that, and few services need it."],
	fixes: {
		onRequest: "`no-new-privileges:true` is added under `security_opt`.",
		never: "The service is not written out in the file, or extends another one of it, from which it has the option then.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - no-new-privileges:true
			`,
		},
	],

	*check(file) {
		for (const { name, at, value } of file.services) {
			const options = entryOf(value, "security_opt");
			const texts = options?.kind === "sequence" ? options.items.map(literalOf) : [];
			if (texts.some((text) => text === undefined || /^no-new-privileges(?:[:=]|$)/.test(text))) continue;
			yield { at, message: say`programs in \`${name}\` may gain privileges`, fix: () => without(file, name) };
		}
	},
});

function without(file: LintedCompose, service: string): Fix | undefined {
	const list = findEntry(file, "services", service, "security_opt")?.value;
	const base = findEntry(file, "services", service, "extends");
	// With one of its own it would have it twice, which Compose refuses.
	if (base && !findEntry(file, "services", service, "extends", "file")) return undefined;
	const added = "no-new-privileges:true";
	const edit =
		list?.kind === "sequence" ? itemInsertion(file, list, added) : list ? undefined : serviceInsertion(file, service, "security_opt", [`- ${added}`]);
	return edit && { title: say`Add \`no-new-privileges\``, edits: [edit], safe: false };
}
