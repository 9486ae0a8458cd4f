import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "refused-value",
	category: "correctness",
	severity: "error",
	title: "Docker does not take the value",
	why: [
		"Docker refuses the file for values that an instruction cannot have: a signal that does not exist, a mode or a checksum that is none, an address in `COPY`, which downloads nothing.",
	],
	fixes: {
		onRequest: "`COPY` has the address of a file or a repository, which `ADD` takes.",
		never: "Any other value.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY https://example.com/tool.tar.gz /tmp/
			`,
			good: dockerfile`
				FROM debian:12
				ADD https://example.com/tool.tar.gz /tmp/
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				STOPSIGNAL SIGQUITT
			`,
			good: dockerfile`
				FROM debian:12
				STOPSIGNAL SIGQUIT
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "value"),
});
