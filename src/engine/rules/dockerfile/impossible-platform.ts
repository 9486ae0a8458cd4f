import { mayExpand } from "../../dockerfile/expand.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { baseImageOf, stagesOf } from "../../dockerfile/stages.ts";
import { removeFlag } from "../../dockerfile/remove-flag.ts";
import { parsePlatform } from "../../image/platform.ts";
import { platformInName } from "../../image/platform-in-name.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "impossible-platform",
	peers: {
		buildkit: ["InvalidBaseImagePlatform"],
		tally: ["buildkit/InvalidBaseImagePlatform", "tally/platform-mismatch"],
	},
	category: "correctness",
	severity: "warning",
	title: "The image does not exist for the platform that `FROM` asks for",
	why: [
		"An image whose name says its platform, such as `arm64v8/debian`, has no other one: Docker refuses the build, or goes on with an image that the machine cannot run.",
		"What a registry has is not looked at, only what the names tell.",
	],
	fixes: { onRequest: "Without the flag the image is taken for the platform that its name says." },
	examples: [
		{
			bad: dockerfile`
				FROM --platform=linux/amd64 arm64v8/debian:12
			`,
			good: dockerfile`
				FROM arm64v8/debian:12
			`,
		},
	],

	needs: ["--platform"],
	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const { platform, from, parent } = stage;
			if (!platform || !platform.text || parent || mayExpand(platform.text)) continue;
			const image = baseImageOf(file, stage);
			const flag = flagOf(from, "platform");
			const has = image === undefined ? undefined : platformInName(image);
			if (!has || !flag) continue;
			const asked = parsePlatform(platform.text);
			const isOther =
				asked.system !== has.system || (asked.architecture !== undefined && has.architecture !== undefined && asked.architecture !== has.architecture);
			if (!isOther) continue;
			const name = has.architecture === undefined ? has.system : `${has.system}/${has.architecture}`;
			problems.push({
				at: platform,
				message: say`\`${image ?? ""}\` is an image of \`${name}\``,
				fix: { title: say`Remove --platform`, edits: [removeFlag(file, flag)], safe: false },
			});
		}
		return problems;
	},
});
