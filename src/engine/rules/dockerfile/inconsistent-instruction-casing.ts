import { keywords } from "../../dockerfile/instruction.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
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
		const counted = countedIn(file);
		const isMostlyLower = !capitals && areMostlyLower(file, counted);
		for (const { keyword, keywordRange } of counted) {
			const meant = isMostlyLower ? keyword.toLowerCase() : keyword;
			const written = file.text.slice(keywordRange.start, keywordRange.end);
			if (written === meant) continue;
			const fix = { title: say`Write ${meant}`, edits: [replace(keywordRange, meant)], safe: true };
			const message = isMostlyLower
				? say`\`${written}\` has capitals, other than most instructions here`
				: capitals
					? say`\`${written}\` is not written in capitals`
					: say`\`${written}\` is not written in capitals, other than most instructions here`;
			problems.push({ at: keywordRange, message, fix });
		}
		return problems;
	},
});

/** From the first FROM on, as Docker counts. */
function countedIn({ instructions }: Dockerfile): readonly Instruction[] {
	const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
	return first < 0 ? [] : instructions.slice(first).filter(({ keyword }) => keywords.has(keyword));
}

function areMostlyLower({ text }: Dockerfile, instructions: readonly Instruction[]): boolean {
	let lower = 0;
	let upper = 0;
	for (const { keyword, keywordRange } of instructions) {
		const written = text.slice(keywordRange.start, keywordRange.end);
		if (written === keyword) upper++;
		else if (written === keyword.toLowerCase()) lower++;
	}
	return lower > upper;
}
