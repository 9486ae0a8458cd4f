import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { loopsOf, onlyCommandIn } from "../../shell/loops.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "loop-over-find",
	peers: { shellcheck: [{ id: "SC2044", severity: "warning" }] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A loop over what `find` prints",
	why: [
		"The shell splits what `find` prints at blanks, and takes `*` and `?` in a name for patterns.",
		"`find` itself can run a command for each file, whatever its name, and then its failure does not go unseen.",
	],
	fixes: { never: "What the loop does goes to `-exec`, which is for you to write." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN for file in $(find /srv -name "*.sh"); do chmod +x "$file"; done
			`,
			good: dockerfile`
				FROM debian:12
				RUN find /srv -name "*.sh" -exec chmod +x {} +
			`,
		},
	],
	needs: ["find"],

	check(file) {
		const problems: Problem[] = [];
		for (const { words } of loopsOf(file)) {
			for (const word of words)
				if (onlyCommandIn(word)?.name === "find") problems.push({ at: word, message: say`a name with a blank is several words to the loop` });
		}
		return problems;
	},
});
