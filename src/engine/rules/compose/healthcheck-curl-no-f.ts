import type { LintedCompose } from "../../compose/linted.ts";
import { itemInsertion } from "../../compose/rewrite/insert.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Edit, insert } from "../../text/text.ts";
import { healthTest, type HealthTest } from "../compose-health.ts";

export default composeRule({
	id: "healthcheck-curl-no-f",
	category: "correctness",
	severity: "warning",
	title: "A health check by curl is content with an error page",
	why: [
		"curl succeeds as soon as it gets any answer: a server that answers each request with 500 is healthy to such a check.",
		"With `-f` it fails for all answers from 400 on.",
	],
	fixes: { onRequest: "`-f` is added.", never: "The command is written so that it has no place for it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: curl -s http://localhost/ || exit 1
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: curl -f -s http://localhost/ || exit 1
			`,
		},
	],
	needs: [["healthcheck", "test"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const test = healthTest(service, file);
			if (!test) continue;
			for (const [index, command] of test.commands.entries()) {
				const { program } = command;
				if (command.name !== "curl" || !program || command.subshell || test.commands[index + 1]?.joint === "|" || !isWebRequest(command)) continue;
				const edit = test.isPlaced ? withOption(file, test, command) : undefined;
				problems.push({
					at: test.isPlaced ? { start: program.start, end: program.end } : test.at,
					message: say`without \`-f\` \`curl\` is content with an error page`,
					...(edit && { fix: { title: say`Add \`-f\``, edits: [edit], safe: false } }),
				});
			}
		}
		return problems;
	},
});

/** With nothing that judges the answer otherwise, and to a web server. */
function isWebRequest({ args, redirects }: ShellCommand): boolean {
	// What is kept is looked at later.
	if (redirects.some(({ target }) => target.value !== "/dev/null" && !/^&?\d$/.test(target.value ?? ""))) return false;
	if (args.some(({ value, text }) => (value === undefined ? mayHoldOptions.test(text) : judges.test(value)))) return false;
	return args.some(({ text }) => /^["']?(?:https?:\/\/|(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/"']|$))/.test(text));
}

const judges = /^(?:-[A-Za-z#0]*[fwVhT]|--(?:fail|fail-with-body|fail-early|write-out|version|help|upload-file)\b)|^(?:telnet|ftp|file):/;
const mayHoldOptions = /^"?\$\{?\w*(?:OPT|FLAG|ARG)/;

function withOption(file: LintedCompose, { isScript }: HealthTest, command: ShellCommand): Edit | undefined {
	const { program } = command;
	if (!program) return undefined;
	if (isScript || command.wrappers.length > 0) return insert(program.end, " -f");
	const within = partsAround(file, program).at(-1)?.within;
	return within?.kind === "sequence" ? itemInsertion(file, within, within.isFlow ? '"-f"' : "-f") : undefined;
}
