import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { loopsOf } from "../../shell/loops.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "loop-over-one-word",
	peers: { shellcheck: [{ id: "SC2043", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "A loop over one word runs once",
	why: [
		'What stands in quotes is one word: `for x in "a b"` runs once, with `a b` as its value.',
		"The commands in it fail, or do their work for the wrong name, and where nothing checks that the build goes on.",
	],
	options: {
		plainWords: { default: false, strict: true, hadolint: true, description: "Report also loops over one word without blanks, such as a list of one." },
	},
	fixes: { onRequest: "Its words stand in double or single quotes, and are plain.", never: "There is one word only, or there is more in it than plain words." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN for name in "a b c"; do mkdir "/srv/$name"; done
			`,
			good: dockerfile`
				FROM debian:12
				RUN for name in a b c; do mkdir "/srv/$name"; done
			`,
		},
	],
	needs: ["for "],

	check(file, { options: { plainWords } }) {
		const problems: Problem[] = [];
		for (const { words } of loopsOf(file)) {
			const [word] = words;
			const value = word?.value;
			if (!word || words.length > 1 || value === undefined || /[{}]/.test(word.text)) continue;
			const list = value.split(/,?\s+/).filter(Boolean);
			if (list.length < 2 && !plainWords) continue;
			const isQuoted = /^(["'])[\w./:@%+=, -]+\1$/.test(word.text);
			problems.push({
				at: word,
				message: list.length < 2 ? say`the loop runs once, for this word` : say`this is one word, and the loop runs once`,
				...(isQuoted && list.length > 1 && { fix: { title: say`Make words of it`, edits: [replace(word, list.join(" "))], safe: false } }),
			});
		}
		return problems;
	},
});
