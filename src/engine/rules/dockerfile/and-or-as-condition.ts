import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, toRange } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "and-or-as-condition",
	peers: { shellcheck: [{ id: "SC2015", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`a && b || c` is no condition",
	why: ["`c` runs when `a` fails, and also when `a` succeeds and `b` fails.", "`if a; then b; else c; fi` runs one of the two."],
	fixes: { never: "An `if` is for you to write." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN [ -f a ] && make a || make b
			`,
			good: dockerfile`
				FROM debian:12
				RUN if [ -f a ]; then make a; else make b; fi
			`,
		},
	],
	needs: ["||"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "||")) {
			for (const { node, source } of nodesOf(file, run, "AndOr")) {
				const { operators, commands } = node;
				const at = operators.findIndex((operator, index) => operator === "&&" && operators[index + 1] === "||");
				const [test, otherwise] = [commands[at], commands[at + 2]];
				if (at < 0 || !test || !otherwise || (test.type !== "TestCommand" && !(test.type === "Command" && /^(?:\[|test)$/.test(test.name?.text ?? ""))))
					continue;
				if (otherwise.type === "Command" && /^(?:true|:|exit|false)$/.test(otherwise.name?.text ?? "")) continue;
				problems.push({ at: toRange(source, otherwise), message: say`this also runs when what stands before \`||\` fails` });
			}
		}
		return problems;
	},
});
