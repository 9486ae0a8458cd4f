import { dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, rangeOf } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "backtick-substitution",
	peers: { shellcheck: [{ id: "SC2006", severity: "info" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Backticks for a command's output",
	why: ["`$(…)` does the same, can stand in itself, and has no rules of its own about backslashes."],
	fixes: { safely: "There are no backslashes, comments or parentheses in it.", never: "There are." },
	examples: [
		{
			bad: "FROM debian:12\nRUN apt-get install -y linux-headers-`uname -r`\n",
			good: "FROM debian:12\nRUN apt-get install -y linux-headers-$(uname -r)\n",
		},
	],
	needs: ["`"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "`")) {
			for (const placed of nodesOf(file, run, "CommandExpansion")) {
				const { text } = placed.node;
				if (!/^`.+`$/s.test(text)) continue;
				const at = rangeOf(placed);
				const isPlain = !/[\\#()]/.test(text) && file.text[at.start] === "`" && file.text[at.end - 1] === "`";
				const edits = [replace({ start: at.start, end: at.start + 1 }, "$("), replace({ start: at.end - 1, end: at.end }, ")")];
				problems.push({
					at,
					message: say`\`$(…)\` is easier to read than backticks`,
					...(isPlain && { fix: { title: say`Use \`$(…)\``, edits, safe: true } }),
				});
			}
		}
		return problems;
	},
});
