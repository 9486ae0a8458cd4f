import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { misorderedRedirects } from "../../shell/misordered-redirects.ts";
import { say } from "../../text/message.ts";
import { insert, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "misordered-redirects",
	peers: { shellcheck: [{ id: "SC2069", severity: "warning" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`2>&1` stands before the redirect that it is to follow",
	why: [
		"Redirects are done from left to right: `2>&1 >file` sends errors where the output went before, and only then the output to the file.",
		"With `2>&1` last both go to the file.",
	],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN make 2>&1 > /tmp/make.log
			`,
			good: dockerfile`
				FROM debian:12
				RUN make > /tmp/make.log 2>&1
			`,
		},
	],
	needs: ["2>&1"],

	check(file) {
		const problems: Problem[] = [];
		for (const { errors, output, target } of misorderedRedirects(file)) {
			const blanks = /^[ \t]*/.exec(file.text.slice(errors.end))?.[0].length ?? 0;
			problems.push({
				at: errors,
				message: say`errors go where the output went before, and not to \`${target}\``,
				related: [{ at: output, message: say`the output goes here` }],
				fix: {
					title: say`Put \`2>&1\` last`,
					edits: [remove({ start: errors.start, end: errors.end + blanks }), insert(output.end, " 2>&1")],
					safe: false,
				},
			});
		}
		return problems;
	},
});
