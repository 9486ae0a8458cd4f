import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { entryOf } from "../../compose/value.ts";
import { hasDefaultPassword } from "../compose-datastores.ts";
import { fromVariable, secretOf } from "../compose-secrets.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "secret-in-environment",
	peers: { kics: ["a88baa34"], cis: ["CIS-4.10"], owasp: ["OWASP-RULE-12"] },
	category: "security",
	severity: "warning",
	title: "A secret stands in a Compose file",
	why: [
		"Who can read the file, or its history in version control, can use the secret; and it is the same one wherever the file is used.",
		"Compose takes it from the shell or from `.env`, which stays out of version control, where `${NAME:?}` stands in its place, or from a file under `secrets`.",
	],
	fixes: {
		onRequest:
			"The value is taken from a variable of the same name. Until it is set, in the shell or in `.env`, Compose refuses the file: nothing starts with an empty password.",
		never: "It stands in a label, or is written so that not all of it would be replaced.",
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: example/app:1
				    environment:
				      API_TOKEN: f3b1c9d27a
			`,
			good: compose`
				services:
				  app:
				    image: example/app:1
				    environment:
				      API_TOKEN: "\${API_TOKEN:?}"
			`,
		},
	],
	needs: ["environment", "labels"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			for (const key of ["environment", "labels"]) {
				if (!entryOf(service, key)) continue;
				for (const variable of variablesIn(file, service, key)) {
					const { name, at, valueAt } = variable;
					const kind = at && secretOf(variable);
					// What a label is called says nothing of what it holds.
					if (!at || !kind || (key === "labels" && kind === "name") || hasDefaultPassword(service, variable)) continue;
					const fix = key === "labels" ? undefined : fromVariable(file, variable);
					const message =
						kind === "password"
							? say`\`${name}\` holds a password, which everyone who has the file can read`
							: say`\`${name}\` is a secret, which everyone who has the file can read`;
					problems.push({ at: valueAt ?? at, message, ...(fix && { fix }) });
				}
			}
		}
		return problems;
	},
});
