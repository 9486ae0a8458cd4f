import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { loopsOf, onlyCommandIn } from "../../shell/loops.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "loop-over-ls",
	peers: { shellcheck: [{ id: "SC2045", severity: "error" }] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A loop over what `ls` prints",
	why: [
		"`ls` prints for people: the shell splits that at blanks, and characters of a name may have been changed.",
		"A pattern such as `*.txt` gives the loop the names as they are.",
	],
	fixes: { onRequest: "`ls` is given nothing, or one pattern for files.", never: "It has options, or is given folders." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN for file in $(ls /srv/*.sh); do chmod +x "$file"; done
			`,
			good: dockerfile`
				FROM debian:12
				RUN for file in /srv/*.sh; do chmod +x "$file"; done
			`,
		},
	],
	needs: ["ls"],

	check(file) {
		const problems: Problem[] = [];
		for (const { words } of loopsOf(file)) {
			for (const word of words) {
				const command = onlyCommandIn(word);
				if (command?.name !== "ls") continue;
				const [pattern = "*"] = command.args.map(({ text }) => text);
				// A folder's name alone stands for what is in it.
				const isPattern = command.args.length < 2 && /^[\w./$*?+-]*\*[\w.-]*$/.test(pattern) && !pattern.startsWith("-");
				problems.push({
					at: word,
					message: say`what \`ls\` prints is split at blanks`,
					...(isPattern && { fix: { title: say`Loop over the names themselves`, edits: [replace(word, pattern)], safe: false } }),
				});
			}
		}
		return problems;
	},
});
