import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption, insertAfter } from "../../shell/calls.ts";
import { isCacheRemoved, usesCache } from "../../shell/pip.ts";
import { isInOtherRoot } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";
import { asHadolint } from "../as-hadolint.ts";
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
	options: {
		everyStage,
		everyInstall: {
			default: false,
			hadolint: true,
			description: "Report every `pip install` without `--no-cache-dir`, in all stages, whatever is removed afterwards and whatever a configuration says.",
		},
	},
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
	check(file, { options: { everyStage, everyInstall } }) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "pip")) {
			const { command, instruction, subcommand, word, range, isOpen } = call;
			if (subcommand !== "install") continue;
			if (everyInstall ? isSwitchedOff(file, call) : isOpen || isInOtherRoot(command.wrappers) || !usesCache(file, call) || isCacheRemoved(file, call))
				continue;
			if (!everyStage && !everyInstall && !isShipped(file, instruction)) continue;
			problems.push({
				at: range,
				message: say`\`pip install\` without \`--no-cache-dir\` leaves its downloads in the image`,
				fix: { title: say`Add \`--no-cache-dir\``, edits: [insertAfter(command, word, "--no-cache-dir")], safe: true },
				...asHadolint(call),
			});
		}
		return problems;
	},
});

/** Whether hadolint takes the cache to be out of use. */
function isSwitchedOff(file: Dockerfile, call: Call): boolean {
	const { instruction } = call;
	const { kind, value } = scopeBefore(file, instruction).get("PIP_NO_CACHE_DIR") ?? {};
	return (
		hasOption(call, "--no-cache-dir") ||
		(kind === "env" && isOn.test(value ?? "")) ||
		inScript.test(instruction.logical.text) ||
		instruction.flags.some(({ name, value }) => name === "mount" && overCache.test(value?.text ?? ""))
	);
}

const overCache = /type=(?:cache|tmpfs).*\/\.cache\/pip|\/\.cache\/pip.*type=(?:cache|tmpfs)/;
const isOn = /^(?:1|true|yes|on)$/i;
const inScript = /\bPIP_NO_CACHE_DIR=["']?(?:1|true|yes|on)\b/i;
