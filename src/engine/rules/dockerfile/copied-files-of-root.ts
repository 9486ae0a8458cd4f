import { copiesOf, isWithin } from "../../dockerfile/copies.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { userOf } from "../../dockerfile/users.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { insert } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "copied-files-of-root",
	peers: { tally: ["tally/copy-after-user-without-chown"] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "Files that are copied after `USER` belong to root",
	why: [
		"`USER` says who runs commands, not to whom copied files belong: they are root's, and the account may read but not change them.",
		"For a program's own files that is as it should be; a later command that writes beside them fails with *permission denied*.",
	],
	fixes: {
		onRequest: "The files then belong to the account, which may change them.",
		never: "It is not known who the account is.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				USER node
				COPY package.json /app/
			`,
			good: dockerfile`
				FROM node:22
				USER node
				COPY --chown=node package.json /app/
			`,
		},
	],

	needs: ["USER"],
	check(file) {
		let problems: Problem[] | undefined;
		for (const { instruction, stage, target, path } of copiesOf(file)) {
			if (!stage || flagOf(instruction, "chown") || isWindowsStage(file, stage)) continue;
			const { user } = stateBefore(file, instruction);
			const account = user && userOf(file, user);
			if (!user || account?.isRoot || (path !== undefined && isGivenAway(file, instruction, path))) continue;
			const [word] = user.args;
			if (!word) continue;
			const owner = account?.text;
			const isPlain = owner !== undefined && /^[\w.-]+(?::[\w.-]+)?$/.test(owner) && /^[\w.:${}-]+$/.test(word.text);
			(problems ??= []).push({
				at: target,
				message: say`what is copied here belongs to root, though \`USER\` is \`${owner ?? word.text}\``,
				...(isPlain && {
					fix: {
						title: say`Let it belong to ${owner}`,
						edits: [insert(instruction.keywordRange.end, ` --chown=${word.text}`)],
						safe: false,
					},
				}),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** Whether a later `chown` names the target or a folder that it is in. */
function isGivenAway(file: Dockerfile, instruction: Instruction, path: string): boolean {
	return commandsNamed(file, "chown").some(
		({ run, command }) =>
			run.range.start > instruction.range.start &&
			command.args.slice(1).some(({ value }) => value?.startsWith("/") && isWithin(path, value.replace(/(?<=.)\/+$/, ""))),
	);
}
