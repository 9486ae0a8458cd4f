import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { hasDefaultPassword } from "../compose-datastores.ts";
import { fromVariable } from "../compose-secrets.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "default-password",
	category: "security",
	severity: "warning",
	title: "A database that others reach has a password that everyone tries first",
	why: [
		"A port without an address is open on all interfaces of the machine, and scanners find it within minutes: the passwords of manuals are the first that they try.",
		"A password of your own comes from `.env`; for programs on the host `127.0.0.1:` before the port is enough.",
	],
	fixes: {
		onRequest:
			"The value is taken from a variable of the same name. Until it is set, in the shell or in `.env`, Compose refuses the file: nothing starts with an empty password.",
		never: "It is written so that not all of it would be replaced.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "5432:5432"
				    environment:
				      POSTGRES_PASSWORD: postgres
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "5432:5432"
				    environment:
				      POSTGRES_PASSWORD: "\${POSTGRES_PASSWORD:?}"
			`,
		},
	],
	needs: [["environment", "ports"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { name, value: service } of file.services) {
			for (const variable of variablesIn(file, service, "environment")) {
				const { at, valueAt } = variable;
				if (!at || !hasDefaultPassword(service, variable)) continue;
				const fix = fromVariable(file, variable);
				problems.push({ at: valueAt ?? at, message: say`everyone who reaches \`${name}\` tries this password first`, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});
