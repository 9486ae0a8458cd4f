import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { callsOf, insertAfter } from "../../shell/calls.ts";
import { isCacheRemoved, usesCache } from "../../shell/pip.ts";
import { isInOtherRoot } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";
import { everyStage } from "../every-stage.ts";

export default dockerfileRule({
	id: "pip-leftover-cache",
	formerIds: ["pip-no-cache-dir"],
	peers: {
		hadolint: ["DL3042"],
		kics: ["f2f903fb"],
		semgrep: ["missing-pip-no-cache-dir"],
	},
	category: "size",
	severity: "warning",
	title: "pip's download cache stays in the image",
	why: [
		"pip keeps what it has downloaded and built for the next time, but an image that is finished has no next time.",
		"The cache is often as large as the installed packages, and it stays in the layer that wrote it.",
	],
	options: { everyStage },
	fixes: {
		safely: "Always.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN pip install -r requirements.txt
			`,
			good: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir -r requirements.txt
			`,
		},
	],

	needs: ["pip"],
	*check(file, { options: { everyStage } }) {
		for (const call of callsOf(file, "pip")) {
			const { command, instruction, subcommand, word, range, isOpen } = call;
			if (subcommand !== "install" || isOpen || isInOtherRoot(command.wrappers) || (!everyStage && !isShipped(file, instruction))) continue;
			if (!usesCache(file, call) || isCacheRemoved(file, call)) continue;
			yield {
				at: range,
				message: say`\`pip install\` without \`--no-cache-dir\` leaves its downloads in the image`,
				fix: { title: say`Add \`--no-cache-dir\``, edits: [insertAfter(command, word, "--no-cache-dir")], safe: true },
			};
		}
	},
});
