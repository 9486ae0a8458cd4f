import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "maintainer-instruction",
	peers: {
		hadolint: [{ id: "DL4000", severity: "error" }],
		buildkit: ["MaintainerDeprecated"],
		tally: ["buildkit/MaintainerDeprecated"],
		trivy: ["DS-0022"],
		checkov: ["CKV_DOCKER_6"],
		kics: ["99614418"],
		semgrep: ["maintainer-is-deprecated"],
		dockerfilelint: ["deprecated_in_1.13"],
		"dockerfile-utils": ["DEPRECATED_MAINTAINER"],
	},
	category: "practice",
	severity: "warning",
	title: "`MAINTAINER` is deprecated",
	why: [
		"Docker has deprecated `MAINTAINER` in favour of labels, which `docker inspect` shows and other tools can read.",
		"The OCI image specification names the label to use: `org.opencontainers.image.authors`.",
	],
	fixes: {
		onRequest: "The instruction stands on one line; the image gets a label that it did not have.",
		never: "The instruction goes on over several lines, or is wrong in itself.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				MAINTAINER Jane Doe <jane@example.com>
			`,
			good: dockerfile`
				FROM alpine:3.22
				LABEL org.opencontainers.image.authors="Jane Doe <jane@example.com>"
			`,
		},
	],

	needs: ["MAINTAINER"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "MAINTAINER")) {
			const fix = toLabel(file, instruction);
			problems.push({ at: instruction.keywordRange, message: say`\`MAINTAINER\` is deprecated in favour of a label`, tag: "deprecated", ...(fix && { fix }) });
		}
		return problems;
	},
});

/** In one line alone: what continues on another has a comment or an indentation that a label would swallow. */
function toLabel({ text, escape }: Dockerfile, { range, keywordRange, args, error }: Instruction): Fix | undefined {
	const [author] = args;
	if (!author || error || text.slice(range.start, range.end).includes("\n")) return undefined;
	const quoted = /^"(.*)"$|^'(.*)'$/.exec(author.text);
	const plain = quoted?.[1] ?? quoted?.[2] ?? author.text;
	const value = plain.replaceAll(/["$\\`]/g, (character) => (character === '"' || character === "$" || character === escape ? escape + character : character));
	const keyword = text.slice(keywordRange.start, keywordRange.end);
	const label = keyword === keyword.toLowerCase() ? "label" : "LABEL";
	return { title: say`Replace it with a label`, edits: [replace(range, `${label} org.opencontainers.image.authors="${value}"`)], safe: false };
}
