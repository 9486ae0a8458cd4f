import { instructionsOf } from "../../dockerfile/instructions.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { sourcesOf } from "../../dockerfile/sources.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "vex-document-copied",
	peers: { tally: ["tally/prefer-vex-attestation"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A VEX document becomes a file of the image",
	why: [
		"What is known of a vulnerability changes after the image is made, and a file in the image does not change with it.",
		"As an attestation it is attached to the image (`docker scout attestation add`), where scanners look for it and it can be renewed.",
	],
	fixes: { never: "The attestation is made by another command." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY app.vex.json /app/
			`,
			good: dockerfile`
				FROM debian:12
				COPY app /app/
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const keyword of ["COPY", "ADD"]) {
			for (const instruction of instructionsOf(file, keyword)) {
				for (const { word, value = "" } of sourcesOf(file, instruction)) {
					if (/(?:^|[./])(?:open)?vex\.json$/i.test(value) && isShipped(file, instruction))
						problems.push({ at: word, message: say`\`${value}\` tells in the image what was known when it was made` });
				}
			}
		}
		return problems;
	},
});
