import { labelsOf } from "../../dockerfile/labels.ts";
import { baseReferenceOf, rootOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "stale-base-digest",
	peers: { tally: ["tally/labels/no-stale-base-digest"] },
	category: "correctness",
	severity: "warning",
	title: "The label of the base image's digest names another than FROM",
	why: [
		"Programs compare `org.opencontainers.image.base.digest` with the registry to tell whether an image is built on the newest base.",
		"With a digest that is not that of `FROM` they ask for builds that change nothing, or do not ask where one is due.",
	],
	fixes: {
		onRequest: "The digest of FROM is written.",
		never: "A variable brings one of the two.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian@sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721
				LABEL org.opencontainers.image.base.digest="sha256:3fe51d2d80f54d0a5f7b0f7a5b5c1e0c3b2f2d0c8d1f9e1f6a5a2c7f6a2b1c0d"
			`,
			good: dockerfile`
				FROM debian@sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721
				LABEL org.opencontainers.image.base.digest="sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721"
			`,
		},
	],

	needs: ["LABEL"],
	check(file) {
		const problems: Problem[] = [];
		for (const { key, value, stage, word } of labelsOf(file)) {
			if (key !== "org.opencontainers.image.base.digest" || !value || !stage) continue;
			const root = rootOf(file, stage);
			const digest = baseReferenceOf(file, root)?.digest;
			if (!digest || digest === value) continue;
			const isPlain = file.text.slice(word.start, word.end).includes(value) && root.image?.text.includes(digest);
			problems.push({
				at: word,
				message: say`\`FROM\` has the digest \`${digest.slice(0, 19)}…\`, not this one`,
				related: [{ at: root.image ?? root.from.keywordRange, message: say`this is the base image` }],
				...(isPlain && { fix: { title: say`Write the digest of FROM`, edits: [replace(word, `"${digest}"`)], safe: false } }),
			});
		}
		return problems;
	},
});
