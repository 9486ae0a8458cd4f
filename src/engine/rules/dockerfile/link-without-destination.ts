import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "link-without-destination",
	peers: { shellcheck: [{ id: "SC2226", severity: "warning" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`ln` is not told where the link is to be",
	why: ["With one name `ln` makes the link in the working directory, which a reader has to look for, and which another `cd` changes."],
	fixes: { safely: "Always: `.` is where it goes anyway." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN ln -s /opt/app/bin/app
			`,
			good: dockerfile`
				FROM debian:12
				RUN ln -s /opt/app/bin/app .
			`,
		},
	],
	needs: ["ln"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "ln")) {
			const { args, exec, wrappers } = command;
			const operands = args.filter(({ text }) => !text.startsWith("-"));
			const [only] = operands;
			if (
				exec ||
				operands.length !== 1 ||
				!only ||
				only.value === undefined ||
				wrappers.includes("xargs") ||
				args.some(({ text }) => /^-\w*[tT]|^--target/.test(text))
			)
				continue;
			problems.push({ at: only, message: say`the link goes wherever this runs`, fix: { title: say`Say where`, edits: [insert(only.end, " .")], safe: true } });
		}
		return problems;
	},
});
