import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { secretHints, secretValuesIn, type SecretValue } from "../../text/secret-values.ts";
import type { Range } from "../../text/text.ts";

export default dockerfileRule({
	id: "secret-value",
	peers: {
		tally: ["tally/secrets-in-code"],
		kics: ["c3e1b6ae"],
	},
	category: "security",
	severity: "error",
	title: "A secret stands in the file",
	why: [
		"Whoever can read the file, its history in version control, or the image that is made of it, can use the secret.",
		"Take it back where it was given out: deleting the line alone does not help, for it stays in the history.",
	],
	fixes: { never: "Where the secret is to come from is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ENV AWS_ACCESS_KEY_ID=AKIA2EQAHFJBZ44CQTWK
			`,
			good: dockerfile`
				FROM debian:12
			`,
		},
	],

	needs: secretHints,
	check(file) {
		const problems: Problem[] = [];
		for (const { logical, logicalRange, heredocs } of file.instructions) {
			const text = logical.text.slice(logicalRange.start, logicalRange.end);
			for (const value of secretValuesIn(text)) problems.push(problemAt(value, logical.toDocumentRange(moved(value, logicalRange.start))));
			for (const { content, body } of heredocs) for (const value of secretValuesIn(content)) problems.push(problemAt(value, moved(value, body.start)));
		}
		return problems;
	},
});

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

/** The secret itself is not said: messages get into logs. */
const problemAt = ({ of }: SecretValue, at: Range): Problem => ({
	at,
	message:
		of === undefined
			? say`a private key stands here, for everyone who has the file or the image`
			: say`a secret of \`${of}\` stands here, for everyone who has the file or the image`,
});
