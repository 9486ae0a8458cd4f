import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "required-variable-unset",
	category: "correctness",
	severity: "error",
	title: "A variable that has to be set is not",
	why: [
		"`${NAME:?…}` refuses the file where the variable is not set or empty, and says what stands behind the `?`; `${NAME?…}` where it is not set.",
		"Set it in the shell, or in the file `.env` beside the Compose file.",
	],
	fixes: { never: "Its value only who runs the project knows." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    environment:
				      POSTGRES_PASSWORD: \${DB_PASSWORD:?give one}
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    environment:
				      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?give one}
			`,
			files: { ".env": "POSTGRES_PASSWORD=secret\n" },
		},
	],

	check: (file) => reportRefusals(file, "requiredVariable"),
});
