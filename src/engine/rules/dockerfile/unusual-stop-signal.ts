import { instructionsOf } from "../../dockerfile/instructions.ts";
import { canonicalSignal } from "../../dockerfile/signals.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unusual-stop-signal",
	peers: { tally: ["tally/prefer-canonical-stopsignal"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "The stop signal is not written by its full name",
	why: ["`SIGINT` is what manuals and `docker inspect` call it; a number or `int` has to be looked up."],
	fixes: { safely: "The full name is written, which means the same signal." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				STOPSIGNAL 2
			`,
			good: dockerfile`
				FROM debian:12
				STOPSIGNAL SIGINT
			`,
		},
	],

	needs: ["STOPSIGNAL"],
	check(file) {
		const problems: Problem[] = [];
		for (const { args, error } of instructionsOf(file, "STOPSIGNAL")) {
			const [word] = args;
			if (!word || error) continue;
			const signal = canonicalSignal(word.text.replace(quotes, "$2"));
			if (signal === undefined || signal === word.text) continue;
			const fix = { title: say`Write ${signal}`, edits: [replace(word, signal)], safe: true };
			problems.push({ at: word, message: say`\`${word.text}\` is usually written \`${signal}\``, fix });
		}
		return problems;
	},
});

const quotes = /^(["'])(.*)\1$/;
