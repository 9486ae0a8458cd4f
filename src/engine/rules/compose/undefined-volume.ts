import { compose, composeRule } from "../../lint/rule.ts";
import { defined } from "../compose-definitions.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-volume",
	category: "correctness",
	severity: "error",
	title: "A service mounts a volume that the file does not define",
	why: ["Compose makes only the volumes that stand under `volumes` at the top level, and refuses a file whose services mount another."],
	fixes: {
		onRequest: "The volume is added under `volumes`, or its name is written as it stands there.",
		never: "The volume comes from a value that is written in another way.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - data:/var/lib/postgresql/data
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - data:/var/lib/postgresql/data

				volumes:
				  data:
			`,
		},
	],

	check: (file) => reportRefusals(file, "undefinedVolume", ({ at, written }) => defined(file, "volumes", at, written, "")),
});
