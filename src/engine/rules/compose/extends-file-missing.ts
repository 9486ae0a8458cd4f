import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "extends-file-missing",
	category: "correctness",
	severity: "error",
	title: "The file that a service extends does not exist",
	why: ["Compose refuses a project of which a file is missing."],
	fixes: { never: "Which file is meant, only who wrote this one knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    extends:
				      file: commn.yaml
				      service: base
			`,
			good: compose`
				services:
				  web:
				    extends:
				      file: common.yaml
				      service: base
			`,
			files: { "common.yaml": "services:\n  base:\n    image: nginx:1.27\n" },
		},
	],

	check: (file) => reportRefusals(file, "extendsFileMissing"),
});
