import { instructionsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "workdir-with-blank",
	peers: { dockerfilelint: ["invalid_workdir"] },
	category: "correctness",
	severity: "warning",
	title: "A blank stands in the path of `WORKDIR`",
	why: [
		"Docker takes all of the line for one path, so that a second word, which may be meant as another folder or as a note, is a part of the first one's name.",
	],
	fixes: {
		safely: "Quotes around the path say that the blank is meant; Docker makes the same of it.",
		never: "There are quotes or escapes in the path, or it goes on over several lines.",
	},
	needs: ["WORKDIR"],
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				WORKDIR /srv/my app
			`,
			good: dockerfile`
				FROM debian:12
				WORKDIR "/srv/my app"
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "WORKDIR")) {
			const [path] = instruction.args;
			if (!path || instruction.error || !/^[^"'#]*\s[^#]*$/.test(path.text)) continue;
			const stage = stageOf(file, instruction);
			// On Windows names with blanks are usual.
			if (stage && isWindowsStage(file, stage)) continue;
			const isPlain = /^[^"'\\`]+$/.test(path.text) && file.text.slice(path.start, path.end) === path.text;
			const fix = { title: say`Quote the path`, edits: [replace(path, `"${path.text}"`)], safe: true };
			problems.push({ at: path, message: say`all of \`${path.text}\` is one path`, ...(isPlain && { fix }) });
		}
		return problems;
	},
});
