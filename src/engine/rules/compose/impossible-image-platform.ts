import { entryRangeIn, literalOf, rangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { platformInName } from "../../image/platform-in-name.ts";
import { parsePlatform } from "../../image/platform.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "impossible-image-platform",
	category: "correctness",
	severity: "warning",
	title: "An image is wanted for a platform that it is not made for",
	why: ["Some images are made for one platform, and say so in their names. Asked for another, Docker finds none, and `up` fails."],
	fixes: { onRequest: "`platform` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: arm64v8/nginx:1.27
				    platform: linux/amd64
			`,
			good: compose`
				services:
				  web:
				    image: arm64v8/nginx:1.27
			`,
		},
	],
	needs: [["image", "platform"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const platform = entryOf(service, "platform");
			const text = literalOf(platform);
			const at = rangeIn(file, platform);
			const image = pulledImage(service);
			const only = at && text && image?.isFixed ? platformInName(image.text) : undefined;
			if (!at || !text || !only || !image) continue;
			const wanted = parsePlatform(text);
			const isSame =
				wanted.system === only.system && (only.architecture === undefined || wanted.architecture === undefined || wanted.architecture === only.architecture);
			if (isSame) continue;
			const entry = entryRangeIn(file, service, "platform");
			const edit = entry && removal(file, entry);
			problems.push({
				at,
				message: say`\`${image.text}\` is for \`${[only.system, only.architecture].filter(Boolean).join("/")}\` alone`,
				...(edit && { fix: { title: say`Remove \`platform\``, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});
