import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { isOfficialImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { aptPrograms, changesDownloads } from "../../shell/apt.ts";
import { callsOf } from "../../shell/calls.ts";
import { removeCommand } from "../../shell/remove-command.ts";
import { isInOtherRoot } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "apt-get-needless-clean",
	formerIds: ["apt-clean"],
	peers: { semgrep: ["remove-package-cache"] },
	category: "style",
	severity: "off",
	title: "`apt-get clean` finds nothing to remove",
	why: [
		"The official images of Debian and Ubuntu, and those that are built on them, tell apt to keep no packages: it removes them after each installation.",
		"What does stay are the package lists, which `apt-get clean` leaves alone, and which `rm -rf /var/lib/apt/lists/*` removes.",
	],
	fixes: {
		safely: "The command can be taken out from among the others.",
		never: "It stands in a pipe, a branch or behind another program.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y curl \
				 && apt-get clean \
				 && rm -rf /var/lib/apt/lists/*
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update \
				 && apt-get install -y curl \
				 && rm -rf /var/lib/apt/lists/*
			`,
		},
	],

	needs: aptPrograms,
	check(file) {
		const problems: Problem[] = [];
		for (const { program, subcommand, instruction, command, range } of callsOf(file, ...aptPrograms)) {
			if (subcommand !== "clean" || isInOtherRoot(command.wrappers) || !keepsNoPackages(file, instruction)) continue;
			const edit = removeCommand(file, instruction, command);
			problems.push({
				at: range,
				message: say`\`${program} clean\` finds nothing to remove, since this base image keeps no packages`,
				tag: "unnecessary",
				...(edit && { fix: { title: say`Remove \`${program} clean\``, edits: [edit], safe: true } }),
			});
		}
		return problems;
	},
});

/** Whether apt is told by the base image to keep no packages, and the build leaves that as it is. */
function keepsNoPackages(file: Dockerfile, instruction: Instruction): boolean {
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	return image !== undefined && isOfficialImage(image) && !changesDownloads(file);
}
