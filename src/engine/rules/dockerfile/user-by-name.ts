import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { userOf } from "../../dockerfile/users.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { accountsOf } from "../../shell/accounts.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "user-by-name",
	peers: { hadolint: [{ id: "DL3066", severity: "info" }] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "USER names its user instead of giving a number",
	why: [
		"Kubernetes cannot tell from a name that it is not root's, and refuses to start the container where `runAsNonRoot` is asked for.",
		"A number needs no entry in `/etc/passwd` either, neither in the image nor on the host.",
	],
	options: {
		root: { default: false, hadolint: true, description: "Report also `root`." },
		everyName: { default: false, hadolint: true, description: "Report also variables that no `ARG` declares, and the users of Windows." },
	},
	fixes: {
		onRequest: "The file gives the account its number.",
		never: "The number is not known.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd -u 10001 app
				USER app
			`,
			good: dockerfile`
				FROM debian:12
				RUN useradd -u 10001 app
				USER 10001
			`,
		},
	],

	needs: ["USER"],
	check(file, { options: { root, everyName } }) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "USER")) {
			const [word] = instruction.args;
			const stage = stageOf(file, instruction);
			if (!word || !stage) continue;
			if (everyName ? isOfArgument(file, word) : isWindowsStage(file, stage) || isArgument(file, instruction, word)) continue;
			const [name = ""] = (everyName ? word.text : userOf(file, instruction)?.text)?.split(":") ?? [];
			if (/^[+-]?\d*$/.test(name) || (name === "root" && !root)) continue;
			const number = accountsOf(file, stage).findLast((account) => account.name === name)?.number;
			const fix: Fix | undefined =
				number !== undefined && /^\w[\w.-]*(?::|$)/.test(word.text)
					? { title: say`Give the number \`${number}\``, edits: [replace({ start: word.start, end: word.start + name.length }, number)], safe: false }
					: undefined;
			problems.push({ at: word, message: say`nobody can tell from \`${name}\` that it is not root`, ...(fix && { fix }) });
		}
		return problems;
	},
});

/** Whether the name begins with a variable that an ARG anywhere above declares, as hadolint has it. */
function isOfArgument(file: Dockerfile, { start, text }: Word): boolean {
	const name = /^["']?\$(?:(\w+)|\{(\w+)\})/.exec(text)?.slice(1).find(Boolean);
	return name !== undefined && instructionsOf(file, "ARG").some((each) => each.range.end < start && pairsOf(each)[0]?.name.text === name);
}

/** What a build is given, it may be given as a number. */
function isArgument(file: Dockerfile, instruction: Instruction, { text }: Word): boolean {
	const name = /^"?\$\{?(\w+)/.exec(text)?.[1];
	return name !== undefined && scopeBefore(file, instruction).get(name)?.kind !== "env";
}
