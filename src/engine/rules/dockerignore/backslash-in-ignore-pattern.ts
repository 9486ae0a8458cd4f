import { dockerignore, dockerignoreRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { windowsSeparators } from "../ignore-lines.ts";

export default dockerignoreRule({
	id: "backslash-in-ignore-pattern",
	category: "correctness",
	severity: "warning",
	title: "Folders are parted by `\\`, which only Windows takes for that",
	why: [
		"Where Docker's command line runs on Linux or a Mac, a backslash only says that the character behind it stands for itself: `src\\bin` fits a file named `srcbin`.",
		"So the same file leaves out other things on another machine, or in the pipeline.",
	],
	fixes: { onRequest: "`/` parts folders everywhere, on Windows too." },
	examples: [
		{
			bad: dockerignore`
				src\bin
			`,
			good: dockerignore`
				src/bin
			`,
		},
	],

	check(file) {
		const lines = file.refused ? [...file.patterns.map(({ at }) => at), file.refused] : file.patterns.map(({ at }) => at);
		return lines.flatMap((at) => {
			const separators = windowsSeparators(file, at);
			if (separators.length === 0) return [];
			const edits = separators.map((separator) => replace(separator, "/"));
			return [{ at, message: say`on Windows alone \`\\\` parts folders`, fix: { title: say`Part folders by \`/\``, edits, safe: false } }];
		});
	},
});
