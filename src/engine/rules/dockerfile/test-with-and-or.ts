import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "test-with-and-or",
	peers: { shellcheck: [{ id: "SC2166", severity: "warning" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`-a` or `-o` in a test",
	why: ["What `[ a -a b ]` means is not defined where a word looks like an operator, and the standard has given it up.", "`[ a ] && [ b ]` says the same."],
	fixes: { onRequest: "There is one `-a`.", never: "There is an `-o`, or there are several." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN if [ -f a -a -f b ]; then echo both; fi
			`,
			good: dockerfile`
				FROM debian:12
				RUN if [ -f a ] && [ -f b ]; then echo both; fi
			`,
		},
	],
	needs: ["[", "test"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "[", "test")) {
			const { args, name, exec } = command;
			const operators = args.filter(({ text }, index) => index > 0 && (text === "-a" || text === "-o") && index < args.length - 2);
			const [operator] = operators;
			if (!operator || exec || args.some(({ text }) => /^\\?\($/.test(text))) continue;
			const isPlain = name === "[" && operators.length === 1 && operator.text === "-a" && args[0]?.text !== "!";
			problems.push({
				at: operator,
				message: say`what \`${operator.text}\` means in a test is not well defined`,
				...(isPlain && { fix: { title: say`Use two tests`, edits: [replace(operator, "] && [")], safe: false } }),
			});
		}
		return problems;
	},
});
