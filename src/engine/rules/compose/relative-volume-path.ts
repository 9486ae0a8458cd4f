import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "relative-volume-path",
	category: "correctness",
	severity: "error",
	title: "A relative path is taken for the name of a volume",
	why: ["In the short form of a volume, a path begins with `/`, `./`, `../` or `~`; anything else is the name of a volume, and none has a slash in it."],
	fixes: {
		safely: "`./` is put in front of it, for a path is all that it can be.",
		onRequest: "The same where it begins with a variable.",
		never: "It is a path in the long form, where the type is to be changed.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - config/nginx.conf:/etc/nginx/nginx.conf
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./config/nginx.conf:/etc/nginx/nginx.conf
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "relativeVolume", ({ at, written }) =>
			/^[\w.$-]/.test(written) ? { title: say`Begin the path with \`./\``, edits: [insert(at.start, "./")], safe: !written.includes("$") } : undefined,
		),
});
