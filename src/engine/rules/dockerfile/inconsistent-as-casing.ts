import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "inconsistent-as-casing",
	peers: {
		buildkit: ["FromAsCasing"],
		tally: ["buildkit/FromAsCasing"],
	},
	category: "style",
	severity: "off",
	title: "`FROM` and `AS` differ in letter case",
	why: ["Docker takes both in any case, but a file in which they differ looks as if two people had written it, and its builds warn of it."],
	fixes: { safely: "`AS` is written as `FROM` is; Docker takes both in any case." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12 as base
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12 AS base
				CMD ["bash"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const { from } of stagesOf(file)) {
			const [, as] = from.args;
			if (!as || from.args.length < 3) continue;
			const { start, end } = from.keywordRange;
			const keyword = file.text.slice(start, end);
			const isLower = keyword === keyword.toLowerCase();
			if (!isLower && keyword !== keyword.toUpperCase()) continue;
			const meant = isLower ? as.text.toLowerCase() : as.text.toUpperCase();
			if (as.text === meant) continue;
			const fix = { title: say`Write ${meant}`, edits: [replace(as, meant)], safe: true };
			problems.push({ at: as, message: say`\`${as.text}\` is written in another case than \`${keyword}\``, ...(meant.toUpperCase() === "AS" && { fix }) });
		}
		return problems;
	},
});
