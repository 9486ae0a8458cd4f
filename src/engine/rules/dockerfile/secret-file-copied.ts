import { flagOf, instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { isSecretFile } from "../../dockerfile/private-files.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { sourcesOf } from "../../dockerfile/sources.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "secret-file-copied",
	peers: {
		trivy: ["DS-0031"],
		dockle: ["CIS-DI-0010"],
	},
	category: "security",
	severity: "warning",
	title: "A file that holds secrets becomes part of the image",
	why: [
		"Everyone who has the image can read it there, also where a later instruction deletes it: it stays in the layer.",
		"During the build a secret mount shows it to one command (`RUN --mount=type=secret,id=…`); at run time a volume, a secret or the environment brings it.",
	],
	fixes: { never: "Where the secret is to come from is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY id_rsa /root/.ssh/id_rsa
			`,
			good: dockerfile`
				FROM debian:12
				COPY app /app
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const keyword of ["COPY", "ADD"]) {
			for (const instruction of instructionsAndTriggersOf(file, keyword)) {
				for (const { word, value, kind } of sourcesOf(file, instruction)) {
					if (kind !== "file" || value === undefined || !isSecretFile(value) || !isShipped(file, instruction)) continue;
					// An image that is named brings what is in it anyway.
					if (flagOf(instruction, "from")) continue;
					problems.push({ at: word, message: say`everyone who has the image can read \`${value}\` in it` });
				}
			}
		}
		return problems;
	},
});
