import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { aptPrograms, installRecommends, isConfigured } from "../../shell/apt.ts";
import { type Call, callsOf, hasOption, insertAfter } from "../../shell/calls.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { asHadolint } from "../as-hadolint.ts";
import { everyStage } from "../every-stage.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "apt-get-recommended-packages",
	formerIds: ["apt-no-install-recommends"],
	peers: {
		hadolint: ["DL3015"],
		trivy: ["DS-0029"],
		kics: ["7384dfb2"],
		semgrep: ["missing-no-install-recommends"],
		dockerfilelint: ["apt-get_recommends"],
	},
	category: "size",
	severity: "info",
	title: "apt-get installs packages that are only recommended",
	why: [
		"By default apt-get installs not only what a package depends on but also what its maintainers recommend along with it.",
		"Recommended packages make the image larger and give an attacker more to work with, and what you need of them you can name.",
	],
	options: {
		everyStage,
		everyInstall: {
			default: false,
			hadolint: true,
			description: "Report every `apt-get install` that does not say it itself: in all stages, with nothing named, and whatever a configuration says.",
		},
	},
	fixes: {
		onRequest: "What was installed by recommendation may be needed.",
		never: "aptitude has another option for it.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y curl \
				 && rm -rf /var/lib/apt/lists/*
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y --no-install-recommends curl \
				 && rm -rf /var/lib/apt/lists/*
			`,
		},
	],

	needs: aptPrograms,
	check(file, { options: { everyStage, everyInstall } }) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, ...aptPrograms)) {
			const { command, program, instruction, subcommand, word, range, operands, isOpen } = call;
			if (subcommand !== "install" || (everyInstall ? isSaid(call) : operands.length === 0 || isOpen || hasOption(call, ...decided))) continue;
			if (!everyInstall && ((!everyStage && !isShipped(file, instruction)) || isConfigured(file, call, installRecommends))) continue;
			const yes = command.args.find(({ value }) => value === "-y" || value === "--yes" || value === "--assume-yes");
			const after = yes && yes.start > word.start ? yes : word;
			problems.push({
				at: range,
				...asHadolint(call, program === "apt-get"),
				message: say`\`${program} install\` without \`--no-install-recommends\` installs more than what is named`,
				...(program !== "aptitude" && {
					fix: { title: say`Add \`--no-install-recommends\``, edits: [insertAfter(command, after, "--no-install-recommends")], safe: false },
				}),
			});
		}
		return problems;
	},
});

/** Whether the call's own words say it, in the two ways that hadolint knows. */
const isSaid = (call: Call): boolean =>
	hasOption(call, "--no-install-recommends") || call.command.args.some(({ text }) => text === "APT::Install-Recommends=false");

const decided = ["--no-install-recommends", "--install-recommends", "--without-recommends", "--with-recommends", "-R", "-r", "--download-only", "-d"];
