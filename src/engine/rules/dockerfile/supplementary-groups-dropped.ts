import { stageOf } from "../../dockerfile/stages.ts";
import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { userOf } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { remove } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "supplementary-groups-dropped",
	peers: { tally: ["tally/user-explicit-group-drops-supplementary-groups"] },
	category: "security",
	severity: "warning",
	title: "A `USER` with a group drops the account's other groups",
	why: [
		"With a group in `USER`, the process is in that group alone; without one it is in all groups of the account, as after a login.",
		"The groups that were given to the account above have no effect then, and what they should allow is denied.",
	],
	fixes: {
		onRequest: "The account's own group counts then, and all others that it is in.",
		never: "The account or the group comes from a variable.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd --create-home web \
				 && usermod -aG video web
				USER web:web
			`,
			good: dockerfile`
				FROM debian:12
				RUN useradd --create-home web \
				 && usermod -aG video web
				USER web
			`,
		},
	],

	needs: ["USER"],
	check(file) {
		let problems: Problem[] | undefined;
		for (const user of instructionsOf(file, "USER")) {
			const [word] = user.args;
			if (!word?.text.includes(":")) continue;
			const [account = "", group] = userOf(file, user)?.text.split(":") ?? [];
			if (!account || !group) continue;
			const dropped = groupsOf(file, user, account).filter((each) => each !== group);
			if (dropped.length === 0) continue;
			const colon = file.text.indexOf(":", word.start);
			const isPlain = file.text.slice(word.start, word.end) === `${account}:${group}`;
			const range = isPlain ? { start: colon, end: word.end } : word;
			(problems ??= []).push({
				at: range,
				message: say`with \`:${group}\` the account \`${account}\` is not in its other groups (${[...new Set(dropped)].join(", ")})`,
				...(isPlain && { fix: { title: say`Remove the group`, edits: [remove(range)], safe: false } }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** The groups that commands above, in the stage or in those that it begins with, have given to the account besides its own. */
function groupsOf(file: Dockerfile, user: Instruction, account: string): readonly string[] {
	const groups: string[] = [];
	for (const { run, command } of commandsNamed(file, "usermod", "useradd", "adduser", "addgroup", "gpasswd")) {
		const stage = stageOf(file, run);
		if (run.range.start > user.range.start || !stage) continue;
		for (let each = stageOf(file, user); each; each = each.parent) if (each === stage) groups.push(...groupsGiven(command, account));
	}
	return groups;
}

function groupsGiven({ name, args }: ShellCommand, account: string): readonly string[] {
	const values = args.map(({ value }) => value ?? "");
	const last = values.at(-1);
	const plain = values.filter((value) => !value.startsWith("-"));
	switch (name) {
		case "usermod":
		case "useradd": {
			if (last !== account) return [];
			const option = values.findIndex((value) => /^-[a-zA-Z]*G$|^--groups$/.test(value));
			const attached = values.find((value) => value.startsWith("--groups="))?.slice("--groups=".length);
			return (attached ?? (option < 0 ? "" : (values[option + 1] ?? ""))).split(",").filter(Boolean);
		}
		case "gpasswd": {
			const option = values.findIndex((value) => value === "-a" || value === "--add");
			return option >= 0 && values[option + 1] === account && last ? [last] : [];
		}
		default:
			// `adduser web video` of Debian and `addgroup web video` of Alpine.
			return plain.length === 2 && values.length === 2 && plain[0] === account && plain[1] ? [plain[1]] : [];
	}
}
