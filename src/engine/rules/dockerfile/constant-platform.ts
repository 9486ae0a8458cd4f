import { mayExpand } from "../../dockerfile/expand.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { parsePlatform } from "../../image/platform.ts";
import { removeFlag } from "../../dockerfile/remove-flag.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "constant-platform",
	peers: {
		hadolint: ["DL3029"],
		buildkit: ["FromPlatformFlagConstDisallowed"],
		tally: ["buildkit/FromPlatformFlagConstDisallowed"],
		kics: ["b16e8501"],
		semgrep: ["avoid-platform-with-from"],
	},
	category: "practice",
	severity: "warning",
	title: "The platform of a base image is written out",
	why: [
		"The image is built for that platform whatever `docker build --platform` asks for, and elsewhere it runs slowly in an emulator, or not at all.",
		"Who needs another platform than the own gives it to the build; a stage that must have one says so in its name.",
	],
	fixes: { onRequest: "Without the flag the build takes the platform that it is given, or that of its machine." },
	options: {
		variables: {
			default: false,
			hadolint: true,
			description: "Report also variables that are not Docker's own, and stages that are named after their platform.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM --platform=linux/amd64 debian:12
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	needs: ["--platform"],
	check(file, { options: { variables } }) {
		const problems: Problem[] = [];
		for (const { from, platform, name } of stagesOf(file)) {
			const flag = platform && flagOf(from, "platform");
			if (!flag || !platform.text) continue;
			if (variables ? isDockers.test(platform.text) : isMeant(platform.text, name?.text.toLowerCase() ?? "")) continue;
			const message = mayExpand(platform.text)
				? say`\`--platform=${platform.text}\` sets the platform that the build is to choose`
				: say`whatever platform is built for, this is an image of \`${platform.text}\``;
			problems.push({ at: flag, message, fix: { title: say`Remove --platform`, edits: [removeFlag(file, flag)], safe: false } });
		}
		return problems;
	},
});

const isDockers = /BUILDPLATFORM|TARGETPLATFORM/;

function isMeant(text: string, stage: string): boolean {
	if (mayExpand(text)) return true;
	const { system, architecture } = parsePlatform(text);
	return stage.includes(system) || (architecture !== undefined && stage.includes(architecture));
}
