import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import type { Heredoc } from "../../dockerfile/syntax.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unformatted-heredoc",
	peers: { tally: ["tally/prefer-formatted-heredocs"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "JSON in a here document is not laid out",
	why: ["Nobody reads what stands in one long line or is indented at random, and in a diff of such a line nobody sees what has changed."],
	fixes: { onRequest: "Always; the values stay as they are written, and the file in the image gets other blanks." },
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				COPY <<EOF /etc/app.json
				{"port": 8080, "hosts": ["a", "b"]}
				EOF
			`,
			good: dockerfile`
				FROM alpine:3.20
				COPY <<EOF /etc/app.json
				{
				  "port": 8080,
				  "hosts": [
				    "a",
				    "b"
				  ]
				}
				EOF
			`,
		},
	],
	needs: ["COPY", "ADD"],

	check(file) {
		const problems: Problem[] = [];
		for (const { keyword, heredocs, args } of file.instructions) {
			if (heredocs.length === 0 || (keyword !== "COPY" && keyword !== "ADD") || !args.at(-1)?.text.endsWith(".json")) continue;
			for (const heredoc of heredocs) {
				const laidOut = layOut(heredoc);
				if (laidOut === undefined || laidOut === heredoc.content) continue;
				problems.push({
					at: heredoc.opener,
					message: say`the JSON of this here document is not laid out`,
					fix: { title: say`Lay it out`, edits: [replace(heredoc.body, laidOut)], safe: false },
				});
			}
		}
		return problems;
	},
});

/** The JSON with a line for each value, numbers and strings as they are written; undefined where it is none. */
function layOut({ content, chomp, expand }: Heredoc): string | undefined {
	// Tabs at the beginning of a line are taken off, and a variable may stand for more than a value.
	if (chomp || (expand && content.includes("$"))) return undefined;
	const lineEnd = content.includes("\r\n") ? "\r\n" : "\n";
	let laidOut: string;
	try {
		laidOut = JSON.stringify(JSON.parse(content), null, /^\t+\S/m.test(content) ? "\t" : 2);
	} catch {
		return undefined;
	}
	return tokensOf(laidOut) === tokensOf(content) ? laidOut.replaceAll("\n", lineEnd) + lineEnd : undefined;
}

const tokensOf = (json: string): string => (json.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? []).join("");
