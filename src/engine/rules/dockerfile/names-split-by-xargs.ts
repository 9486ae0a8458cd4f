import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "names-split-by-xargs",
	peers: { shellcheck: [{ id: "SC2038", severity: "warning" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`xargs` splits names at blanks",
	why: ["`find` prints a name a line, and `xargs` splits at blanks and quotes as well.", "`find … -print0 | xargs -0`, or `-exec … {} +`, keeps names whole."],
	fixes: { onRequest: "`xargs` comes next.", never: "`find` is told how to print." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN find /opt -name "*.pyc" | xargs rm -f
			`,
			good: dockerfile`
				FROM debian:12
				RUN find /opt -name "*.pyc" -print0 | xargs -0 rm -f
			`,
		},
	],
	needs: ["find"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamed(file, "find")) {
			const next = commands[index + 1];
			if (next?.joint !== "|" || next.wrappers[0] !== "xargs" || command.exec) continue;
			const last = command.args.at(-1);
			if (!last || command.args.some(({ text }) => /^-(?:print0|exec|printf|delete)/.test(text))) continue;
			const pipe = file.text.slice(last.end, next.range.start);
			const xargs = /^[^x]*?\bxargs(?=\s)/.exec(pipe)?.[0];
			if (/\s(?:-\w*0|--null|-d|-I|-i)\b/.test(pipe)) continue;
			const edits = xargs && last.text !== "-print" ? [insert(last.end, " -print0"), insert(last.end + xargs.length, " -0")] : undefined;
			problems.push({
				at: command.program ?? command.range,
				message: say`a name with a blank is several words to \`xargs\``,
				...(edits && { fix: { title: say`Separate names by \`\\0\``, edits, safe: false } }),
			});
		}
		return problems;
	},
});
