import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { aptCallsIn, mayBeConfigured } from "../knowledge/apt.ts";
import { hasOption, insertAfter } from "../knowledge/invocation.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
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
	options: { everyStage },
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

	*check(file, { options: { everyStage } }) {
		let isConfigured: boolean | undefined;
		for (const instruction of instructionsAndTriggersOf(file, "RUN")) {
			for (const call of aptCallsIn(file, instruction)) {
				const { command, subcommand, range, operands, isOpen } = call;
				if (subcommand.value !== "install" || operands.length === 0 || isOpen) continue;
				if (
					hasOption(call, "--no-install-recommends", "--install-recommends", "--without-recommends", "--with-recommends", "-R", "-r", "--download-only", "-d")
				)
					continue;
				isConfigured ??= mayBeConfigured(file, /(?<!--no-)install-recommends/i);
				if (isConfigured) return;
				if (!everyStage && !isShipped(file, instruction)) continue;
				const yes = command.args.find(({ value }) => value === "-y" || value === "--yes" || value === "--assume-yes");
				const after = yes && yes.start > subcommand.start ? yes : subcommand;
				yield {
					at: range,
					message: say`\`${command.name ?? ""} install\` without \`--no-install-recommends\` installs more than what is named`,
					...(command.name !== "aptitude" && {
						fix: { title: say`Add \`--no-install-recommends\``, edits: [insertAfter(command, after, "--no-install-recommends")], safe: false },
					}),
				};
			}
		}
	},
});
