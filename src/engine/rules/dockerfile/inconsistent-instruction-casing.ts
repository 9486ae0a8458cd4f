import { casedInstructions, isMostlyLower } from "../../dockerfile/keyword-case.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "inconsistent-instruction-casing",
	peers: {
		buildkit: ["ConsistentInstructionCasing"],
		tally: ["buildkit/ConsistentInstructionCasing"],
		dockerfilelint: ["uppercase_commands"],
		"dockerfile-utils": ["CASING_INSTRUCTION"],
	},
	category: "style",
	severity: "off",
	title: "An instruction is written in another case than most",
	why: ["Docker takes instructions in any case, but what is written in two ways is harder to scan, and its builds warn of it."],
	fixes: { safely: "The instruction is written as most of them are; Docker takes it in any case." },
	options: {
		capitals: { default: false, description: "Report all small letters, also where most instructions are written in them." },
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				workdir /app
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				WORKDIR /app
				CMD ["bash"]
			`,
		},
	],

	check(file, { options: { capitals } }) {
		const problems: Problem[] = [];
		const isLower = !capitals && isMostlyLower(file);
		for (const { keyword, keywordRange } of casedInstructions(file)) {
			const meant = isLower ? keyword.toLowerCase() : keyword;
			const written = file.text.slice(keywordRange.start, keywordRange.end);
			if (written === meant) continue;
			const fix = { title: say`Write ${meant}`, edits: [replace(keywordRange, meant)], safe: true };
			const message = isLower
				? say`\`${written}\` has capitals, other than most instructions here`
				: capitals
					? say`\`${written}\` is not written in capitals`
					: say`\`${written}\` is not written in capitals, other than most instructions here`;
			problems.push({ at: keywordRange, message, fix });
		}
		return problems;
	},
});
