import { stateBefore } from "../../dockerfile/state.ts";
import { userOf } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import type { ProgramName } from "../../shell/programs/programs.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

const installers: readonly ProgramName[] = [
	"apt-get",
	"apt",
	"aptitude",
	"apk",
	"dnf",
	"microdnf",
	"yum",
	"tdnf",
	"zypper",
	"pacman",
	"useradd",
	"adduser",
	"usermod",
];

export default dockerfileRule({
	id: "root-command-after-user",
	category: "correctness",
	severity: "error",
	title: "Only root may do this, and USER has changed to somebody else",
	why: [
		"Packages and accounts are root's matter: after `USER app` the command is refused, and the build fails.",
		"What root has to do stands before the `USER`, or between `USER root` and the way back.",
	],
	fixes: {
		onRequest: "The whole `RUN` is done by root then.",
		never: "The instruction is a trigger for another build.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				USER node
				RUN apt-get update && apt-get install -y curl
			`,
			good: dockerfile`
				FROM node:22
				USER node
				USER root
				RUN apt-get update && apt-get install -y curl
				USER node
			`,
		},
	],

	needs: ["USER"],
	check(file) {
		const problems: Problem[] = [];
		const seen = new Set<number>();
		for (const call of callsOf(file, ...installers)) {
			const { instruction, command, range, program } = call;
			if (!changesSystem(call) || !command.isFatal || command.place.runBy !== undefined || seen.has(instruction.range.start)) continue;
			const { user } = stateBefore(file, instruction);
			const known = user && userOf(file, user);
			if (!user || !known || known.isRoot || command.wrappers.some((name) => /^(?:fakeroot|fakechroot|chroot|unshare|proot)$/.test(name))) continue;
			seen.add(instruction.range.start);
			const problem = { at: range, message: say`\`${program}\` needs root, and \`${known.text}\` runs it` };
			const edits = instruction.startLine > 0 ? rootAround(file.text, instruction, user.args[0]?.text ?? "") : [];
			problems.push(edits.length > 0 ? { ...problem, fix: { title: say`Let root run it`, edits, safe: false } } : problem);
		}
		return problems;
	},
});

function changesSystem(call: Call): boolean {
	const { program, subcommand, operands } = call;
	if (program === "useradd" || program === "adduser" || program === "usermod") return operands.length > 0;
	if (program === "pacman") return hasOption(call, "-S", "-U", "-R", "--sync", "--upgrade", "--remove") && operands.length > 0;
	return (
		/^(?:install|add|upgrade|dist-upgrade|remove|purge|in|dup)$/.test(subcommand) &&
		!hasOption(call, "--root", "-p", "--installroot", "-s", "--simulate", "--dry-run", "--download-only", "-d")
	);
}

function rootAround(text: string, { range, fullRange }: Call["instruction"], user: string) {
	const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
	return [insert(range.start, `USER root${lineEnd}`), insert(fullRange.end, `${lineEnd}USER ${user}`)];
}
