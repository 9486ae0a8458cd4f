import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { unquotedSubstitutions } from "../../shell/unquoted.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unquoted-substitution",
	peers: { shellcheck: [{ id: "SC2046", severity: "warning" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "A substitution without quotes",
	why: [
		"What the command prints is split at blanks and its `*` are taken for patterns.",
		"Where a list is meant that is right, and where one word is meant it breaks with the first blank.",
	],
	fixes: { onRequest: "The substitution is the whole word.", never: "There is more to the word." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN chown $(cat /tmp/owner) /app
			`,
			good: dockerfile`
				FROM debian:12
				RUN chown "$(cat /tmp/owner)" /app
			`,
		},
	],
	needs: ["$(", "`"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "$(", "`")) {
			for (const command of commandsOf(file, run)) {
				if (command.exec) continue;
				for (const word of command.args) {
					const [first] = unquotedSubstitutions(word);
					if (!first) continue;
					const isWhole = word.parts?.length === 1 && first.text.startsWith("$(");
					problems.push({
						at: word,
						message: say`what this prints is split into words`,
						...(isWhole && {
							fix: {
								title: say`Put it in quotes`,
								edits: [replace({ start: word.start, end: word.start }, '"'), replace({ start: word.end, end: word.end }, '"')],
								safe: false,
							},
						}),
					});
				}
			}
		}
		return problems;
	},
});
