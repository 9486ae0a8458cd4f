import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { saidIn, usedFiles } from "../file-resources.ts";

export default composeRule({
	id: "secret-file-missing",
	category: "correctness",
	severity: "warning",
	title: "The file of a secret or configuration does not exist",
	why: ["`docker compose config` takes such a file, and `up` fails as soon as it makes the first container that is given it."],
	fixes: { never: "What is to stand in the file, only who wrote this one knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    file: tokens.txt
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets: [token]
				secrets:
				  token:
				    file: token.txt
			`,
			files: { "token.txt": "s3cret\n" },
		},
	],
	needs: [
		["secrets", "file"],
		["configs", "file"],
	],

	*check(file) {
		for (const used of usedFiles(file)) {
			const said = saidIn(file, used, "file");
			if (said && file.files.isAbsent(said.text)) yield { at: said.at, message: say`there is no file \`${relativeTo(file, said.text) ?? said.text}\`` };
		}
	},
});
