import { rangeIn } from "../../compose/linted.ts";
import { entryOf, itemsIn, textOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "secret-readonly-env",
	category: "correctness",
	severity: "error",
	title: "A service that is `read_only` is given a secret that has no file",
	why: [
		"What comes from a variable or from `content` Compose writes into the container, and where the file system is read-only it cannot: `up` fails with *file is the sole supported option*.",
	],
	fixes: { never: "Either the secret comes from a `file`, or the service is not `read_only`; which, only its author knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    read_only: true
				    secrets: [token]
				secrets:
				  token:
				    environment: TOKEN
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    read_only: true
				    secrets: [token]
				secrets:
				  token:
				    file: token.txt
			`,
		},
	],
	needs: [
		["read_only", "secrets"],
		["read_only", "configs"],
	],

	*check(file) {
		for (const { name, value: service } of file.services) {
			const readOnly = entryOf(service, "read_only");
			if (readOnly?.kind !== "boolean" || !readOnly.value) continue;
			for (const section of ["secrets", "configs"] as const) {
				for (const mount of itemsIn(entryOf(service, section))) {
					const source = textOf(entryOf(mount, "source")) ?? "";
					const resource = entryOf(entryOf(file.project.model, section), source);
					const key = ["environment", "content"].find((each) => entryOf(resource, each));
					const at = rangeIn(file, mount);
					if (at && key) yield { at, message: say`\`${name}\` is \`read_only\`, and \`${source}\` comes from \`${key}\`, which Compose cannot write into it` };
				}
			}
		}
	},
});
