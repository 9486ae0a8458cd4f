import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { saidIn, usedFiles } from "../file-resources.ts";

export default composeRule({
	id: "secret-env-unset",
	category: "correctness",
	severity: "info",
	title: "A secret or configuration is taken from a variable that is not set",
	why: ["Neither `.env` nor the environment has the variable, and without it `up` fails: *environment variable … required by secret … is not set*."],
	fixes: { never: "Only its owner knows the value, and it stands in no Compose file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    environment: TOKEN
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    environment: WEB_TOKEN
			`,
			files: { ".env": "WEB_TOKEN=s3cret\n" },
		},
	],
	needs: [
		["secrets", "environment"],
		["configs", "environment"],
	],

	*check(file) {
		for (const used of usedFiles(file)) {
			const said = saidIn(file, used, "environment");
			if (said && file.environment(said.text) === undefined)
				yield { at: said.at, message: say`\`${said.text}\` is not set, neither in \`.env\` nor in the environment` };
		}
	},
});
