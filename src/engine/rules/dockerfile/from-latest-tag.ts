import { withoutQuotes } from "../../dockerfile/expand.ts";
import { baseImageOf, baseReferenceOf, stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { parseImageReference } from "../../image/reference.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "from-latest-tag",
	peers: {
		hadolint: ["DL3007"],
		tally: ["hadolint/DL3007"],
		trivy: ["DS-0001"],
		checkov: ["CKV_DOCKER_7"],
		kics: ["f45ea400"],
		semgrep: ["avoid-latest-version"],
		dockle: ["DKL-DI-0006"],
		dockerfilelint: ["latest_tag"],
	},
	category: "reproducibility",
	severity: "warning",
	title: "The base image has the tag `latest`",
	why: [
		"`latest` is another image after every release.",
		"A build that works today may break tomorrow, and nobody can tell which version an older image was built on.",
	],
	fixes: {
		never: "Which version to take is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:latest
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			if (!stage.image || stage.parent) continue;
			// A tag that is written out is known, whatever variable stands before it.
			const { tag, digest } = baseReferenceOf(file, stage) ?? parseImageReference(withoutQuotes(stage.image.text));
			if (tag !== "latest" || digest !== undefined) continue;
			const image = baseImageOf(file, stage) ?? withoutQuotes(stage.image.text);
			const { start, end, text } = stage.image;
			const written = end - start === text.length ? /:(latest)["']?$/.exec(text) : null;
			problems.push({
				at: written ? { start: start + written.index + 1, end: start + written.index + 1 + tag.length } : stage.image,
				message: say`\`${written ? tag : image}\` is another image after every release`,
				...((!written || /^["']/.test(text)) && { as: { hadolint: false } }),
			});
		}
		return problems;
	},
});
