import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, rangeOf } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "needless-echo",
	peers: { shellcheck: [{ id: "SC2116", severity: "info" }] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "`echo` prints what stands there already",
	why: ["`$(echo text)` is the text itself, and costs a process."],
	fixes: { onRequest: "One plain word is printed.", never: "It is more than a word." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir "$(echo /opt/app)"
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir "/opt/app"
			`,
		},
	],
	needs: ["$(echo ", "`echo "],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "$(echo ", "`echo ")) {
			for (const placed of nodesOf(file, run, "CommandExpansion")) {
				const [, words] = /^(?:\$\(|`)\s*echo\s+([^|;&<>]*?)\s*[)`]$/.exec(placed.node.text) ?? [];
				if (words === undefined || /^-|[*?]/.test(words)) continue;
				const at = rangeOf(placed);
				const isPlain = /^[\w./:@%+,=$-]+$/.test(words) && file.text.slice(at.start, at.end) === placed.node.text;
				problems.push({
					at,
					message: say`\`echo\` prints what stands there already`,
					...(isPlain && { fix: { title: say`Leave \`echo\` out`, edits: [replace(at, words)], safe: false } }),
				});
			}
		}
		return problems;
	},
});
