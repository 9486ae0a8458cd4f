import { flagOf } from "../../dockerfile/instructions.ts";
import { globalScope } from "../../dockerfile/global-scope.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { removeFlag } from "../../dockerfile/remove-flag.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "redundant-platform",
	peers: {
		hadolint: [{ id: "DL3065", severity: "warning" }],
		buildkit: [{ id: "RedundantTargetPlatform", severity: "warning" }],
		tally: ["buildkit/RedundantTargetPlatform"],
	},
	category: "practice",
	severity: "info",
	title: "`--platform` asks for the platform that is built for anyway",
	why: ["`FROM` takes the image of the target platform by itself; a flag that says so makes readers look for the reason."],
	fixes: { safely: "The flag goes; Docker takes the same image without it." },
	examples: [
		{
			bad: dockerfile`
				FROM --platform=$TARGETPLATFORM debian:12
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	needs: ["--platform"],
	check(file) {
		const problems: Problem[] = [];
		for (const { from, platform } of stagesOf(file)) {
			if (!platform || !isTarget.test(platform.text)) continue;
			const flag = flagOf(from, "platform");
			// An argument of that name may have a default of its own.
			if (!flag || globalScope(file).get("TARGETPLATFORM")?.kind !== "predefined") continue;
			const fix = { title: say`Remove --platform`, edits: [removeFlag(file, flag)], safe: true };
			problems.push({ at: flag, message: say`\`FROM\` takes the image of \`${platform.text}\` by itself`, tag: "unnecessary", fix });
		}
		return problems;
	},
});

const isTarget = /^"?\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})"?$/;
