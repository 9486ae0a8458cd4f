import { baseReferenceOf, stagesOf } from "../../dockerfile/stages.ts";
import { withoutQuotes } from "../../dockerfile/expand.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "from-missing-digest",
	peers: { semgrep: ["dockerfile-source-not-pinned"] },
	category: "reproducibility",
	severity: "off",
	title: "The base image is not pinned by its digest",
	why: [
		"A tag can be moved to another image at any time; a digest names one image for ever.",
		"With digests a build of today and one of next year begin with the same files, and tools such as Renovate or Dependabot keep them up to date.",
	],
	fixes: { never: "The digest stands in the registry alone." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
			`,
			good: dockerfile`
				FROM debian:12@sha256:0123456789012345678901234567890123456789012345678901234567890123
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const known = stage.parent ? undefined : baseReferenceOf(file, stage);
			if (!stage.image || !known || known.digest !== undefined || known.repository === "scratch") continue;
			problems.push({ at: stage.image, message: say`\`${withoutQuotes(stage.image.text)}\` may be another image tomorrow: it has no digest` });
		}
		return problems;
	},
});
