import { withoutQuotes } from "../../dockerfile/expand.ts";
import { baseImageOf, baseReferenceOf, stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "from-missing-tag",
	peers: {
		hadolint: ["DL3006"],
		tally: ["hadolint/DL3006"],
		kics: ["9efb0b2d"],
		semgrep: ["missing-image-version"],
		dockerfilelint: ["missing_tag"],
	},
	category: "reproducibility",
	severity: "warning",
	title: "The base image has no tag",
	why: [
		"Without a tag Docker takes `latest`, which is another image after every release.",
		"A build that works today may break tomorrow, and nobody can tell which version an older image was built on.",
	],
	options: {
		partlyKnown: {
			default: false,
			hadolint: true,
			description: "Report also images in whose name a variable of unknown value stands, as in `app-${VARIANT}`.",
		},
	},
	fixes: {
		never: "Which version to take is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	check(file, { options: { partlyKnown } }) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			if (!stage.image || stage.parent) continue;
			const known = baseReferenceOf(file, stage);
			if (known?.tag !== undefined || known?.digest !== undefined) continue;
			const written = withoutQuotes(stage.image.text);
			const isVariable = written.startsWith("$");
			const image = baseImageOf(file, stage) ?? lastPart(written) ?? (partlyKnown && !isVariable && !/[:@]/.test(written) ? written : undefined);
			if (!image || image === "scratch") continue;
			const message = written.endsWith(image)
				? say`\`${written}\` has no tag: after every release it is another image`
				: say`\`${written}\` is \`${image}\`, which has no tag: after every release it is another image`;
			problems.push({ at: stage.image, message, ...(isVariable && { as: { hadolint: false } }) });
		}
		return problems;
	},
});

/** Where an image is only partly known, `app` of `$REGISTRY/app`: it has no tag, whatever the registry. */
const lastPart = (text: string): string | undefined => /\/([\w.-]+)$/.exec(text)?.[1];
