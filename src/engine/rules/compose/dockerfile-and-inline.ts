import { partsAround } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "dockerfile-and-inline",
	category: "correctness",
	severity: "error",
	title: "A build names a Dockerfile and holds one, too",
	why: ["An image is built from one Dockerfile, and Compose refuses a file that says two."],
	fixes: { onRequest: "The name of the file is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build:
				      context: .
				      dockerfile: Dockerfile
				      dockerfile_inline: |
				        FROM nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    build:
				      context: .
				      dockerfile_inline: |
				        FROM nginx:1.27
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "inlineDockerfile", ({ at }) => {
			const build = partsAround(file, at).at(-1);
			const other = build?.kind === "entry" ? build.within.entries.find((entry) => nameOf(entry) === "dockerfile") : undefined;
			return other && removed(file, other, say`Remove \`dockerfile\``);
		}),
});
