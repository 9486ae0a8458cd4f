import { labelsOf } from "../../dockerfile/labels.ts";
import { withoutQuotes } from "../../dockerfile/expand.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-key",
	peers: {
		hadolint: [{ id: "DL3048", severity: "info" }],
		tally: ["tally/labels/valid-key"],
	},
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "A label's key is not as Docker's guidelines have it",
	why: [
		"Docker's guidelines have keys in small letters, digits, dots and hyphens, which begin with a letter, so that filters and programs need no quotes for them.",
		"Keys that begin with `com.docker.`, `io.docker.` or `org.dockerproject.` are Docker's own.",
	],
	fixes: {
		onRequest: "Capitals, blanks or underscores are all that is wrong; who looks for the old key does not find it any more.",
		never: "The key is reserved, or has other characters.",
	},
	options: { variables: { ...variablesAsHadolint, description: "Judge keys with variables, too, by how they are written." } },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL Version="1.0"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL version="1.0"
			`,
		},
	],

	needs: ["LABEL"],
	check(file, { options: { variables } }) {
		const problems: Problem[] = [];
		for (const { name, key: known } of labelsOf(file)) {
			const key = variables ? withoutQuotes(name.text) : known;
			if (key === undefined || isValid(key)) continue;
			const better = key.toLowerCase().replaceAll(/[\s_]+/g, "-");
			const isMendable = file.text.slice(name.start, name.end) === key && isValid(better);
			problems.push({
				at: name,
				message: reserved.test(key)
					? say`keys like \`${key}\` are Docker's own`
					: say`\`${key}\` is not a key of small letters, digits, dots and hyphens that begins with a letter`,
				...(isMendable && { fix: { title: say`Write ${better}`, edits: [replace(name, better)], safe: false } }),
			});
		}
		return problems;
	},
});

const reserved = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

/** https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations */
const isValid = (key: string): boolean => /^[a-z](?:[a-z\d._/-]*[a-z\d])?$/.test(key) && !/\.\.|--/.test(key) && !reserved.test(key);
