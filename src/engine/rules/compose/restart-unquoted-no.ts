import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "restart-unquoted-no",
	category: "practice",
	severity: "info",
	title: "`restart: no` is false to other readers of YAML",
	why: [
		"Compose takes `no` for the text that it is. Tools that read YAML 1.1, such as PyYAML and Podman's, take it for `false`, which is no policy.",
		"In quotes it is the same text everywhere.",
	],
	fixes: { safely: "Quotes are put around it; Compose reads the same." },
	examples: [
		{
			bad: compose`
				services:
				  migrate:
				    image: example/app:1
				    restart: no
			`,
			good: compose`
				services:
				  migrate:
				    image: example/app:1
				    restart: "no"
			`,
		},
	],
	needs: ["restart"],

	*check(file) {
		for (const { value: service } of file.services) {
			const restart = entryOf(service, "restart");
			const at = rangeIn(file, restart);
			if (!at || literalOf(restart) !== "no" || file.text.slice(at.start, at.end) !== "no") continue;
			yield { at, message: say`other readers of YAML take \`no\` for false`, fix: { title: say`Put it in quotes`, edits: [replace(at, '"no"')], safe: true } };
		}
	},
});
