import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "obsolete-grep",
	peers: {
		shellcheck: [
			{ id: "SC2196", severity: "info" },
			{ id: "SC2197", severity: "info" },
		],
	},
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`egrep` and `fgrep` are obsolete",
	why: ["New versions of GNU grep print a warning for each call, and mean to take them away."],
	fixes: { safely: "Always: it is the same program." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN egrep "a|b" /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				RUN grep -E "a|b" /etc/app.conf
			`,
		},
	],
	needs: ["egrep", "fgrep"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "egrep", "fgrep")) {
			const { program, name, exec } = command;
			if (!program || exec || program.text !== name) continue;
			const instead = name === "egrep" ? "grep -E" : "grep -F";
			problems.push({
				at: program,
				message: say`\`${name}\` is obsolete`,
				fix: { title: say`Use \`${instead}\``, edits: [replace(program, instead)], safe: true },
			});
		}
		return problems;
	},
});
