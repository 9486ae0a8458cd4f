import { sectionInsertion } from "../../compose/rewrite/insert.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "undefined-network",
	category: "correctness",
	severity: "error",
	title: "A service is in a network that the file does not define",
	why: ["Compose makes only the networks that stand under `networks` at the top level, and refuses a file whose services name another."],
	fixes: { onRequest: "The network is added under `networks`." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - backend
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      - backend

				networks:
				  backend:
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedNetwork", ({ at }) => {
			const name = file.text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/, "$2");
			const edit = /^[\w.-]+$/.test(name) ? sectionInsertion(file, "networks", name, "") : undefined;
			return edit && { title: say`Define the network \`${name}\``, edits: [edit], safe: false };
		}),
});
