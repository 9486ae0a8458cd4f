import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { entryOf } from "../../compose/value.ts";
import { say } from "../../text/message.ts";
import { isSecretName } from "../../text/secrets.ts";
import { secretOf } from "../compose-secrets.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "secret-in-build-argument",
	peers: { kics: ["a88baa34"] },
	category: "security",
	severity: "warning",
	title: "A build is given a secret as an argument",
	why: [
		"What `build.args` gives stays in the image's history and in the build's provenance: everyone who has the image can read it there, wherever the value came from.",
		"Under `build.secrets` it is shown to the commands alone that mount it, and nothing keeps it.",
	],
	fixes: { never: "The Dockerfile has to mount the secret, too." },
	examples: [
		{
			bad: compose`
				services:
				  app:
				    build:
				      context: .
				      args:
				        NPM_TOKEN: \${NPM_TOKEN}
			`,
			good: compose`
				services:
				  app:
				    build:
				      context: .
				      secrets: [npm_token]

				secrets:
				  npm_token:
				    environment: NPM_TOKEN
			`,
		},
	],
	needs: ["args"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const build = entryOf(service, "build");
			if (build?.kind !== "mapping" || !entryOf(build, "args")) continue;
			for (const variable of variablesIn(file, build, "args")) {
				const { name, at, valueAt, isFixed, value } = variable;
				// A value from outside may be any.
				const isTaken = (!isFixed || value === undefined) && isSecretName(name);
				const kind = isTaken ? "name" : secretOf(variable);
				if (!at || !kind) continue;
				const message =
					kind === "password"
						? say`\`${name}\` holds a password, which stays in the image's history`
						: say`what \`${name}\` gives to the build stays in the image's history`;
				problems.push({ at: isTaken ? at : (valueAt ?? at), message });
			}
		}
		return problems;
	},
});
