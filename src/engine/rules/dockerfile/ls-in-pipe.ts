import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "ls-in-pipe",
	peers: {
		shellcheck: [
			{ id: "SC2010", severity: "warning" },
			{ id: "SC2011", severity: "info" },
			{ id: "SC2012", severity: "info" },
		],
	},
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "What `ls` prints is read by a program",
	why: [
		"`ls` prints for people: it may change the characters of a name, and a name may hold a line end.",
		"A pattern such as `*.txt`, or `find`, gives the names as they are.",
	],
	fixes: { never: "What takes its place depends on what is looked for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN ls /opt | grep app
			`,
			good: dockerfile`
				FROM debian:12
				RUN find /opt -maxdepth 1 -name "*app*"
			`,
		},
	],
	needs: ["ls"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamed(file, "ls")) {
			const next = commands[index + 1];
			if (next?.joint === "|" && /^(?:grep|egrep|xargs|awk|sed|cut|wc|head|tail|sort|while|read)$/.test(next.wrappers[0] ?? next.name ?? ""))
				problems.push({
					at: command.range,
					message: say`\`ls\` prints for people, and \`${next.wrappers[0] ?? next.name ?? ""}\` may read something else than the names`,
				});
		}
		return problems;
	},
});
