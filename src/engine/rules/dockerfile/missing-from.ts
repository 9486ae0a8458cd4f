import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { notHadolints } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "missing-from",
	peers: {
		hadolint: ["DL3061"],
		tally: ["tally/require-stages", "hadolint/DL3061"],
		dockerfilelint: ["from_first"],
		"dockerfile-utils": ["NO_SOURCE_IMAGE"],
	},
	category: "correctness",
	severity: "error",
	title: "The file does not begin with FROM",
	why: [
		"Every instruction changes the image that `FROM` begins with, so that Docker refuses what stands before the first `FROM`, and a file without one.",
		"Only `ARG` may stand there, for what `FROM` itself uses.",
	],
	options: {
		everyInstruction: { default: false, hadolint: true, description: "Report each instruction that stands before the first `FROM`, and not the first alone." },
	},
	fixes: {
		never: "Which image to begin with is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				RUN apt-get update
				FROM debian:12
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update
			`,
		},
	],

	needs: ["refused"],
	check: (file, { options: { everyInstruction } }) => {
		const refused = reportRefusals(file, "from");
		if (refused.length === 0) return refused;
		// Of a file that has but ARGs hadolint says nothing.
		const problems = refused.map((problem) => (isOfArgument(file, problem) ? { ...problem, ...notHadolints } : problem));
		return everyInstruction ? [...problems, ...others(file, problems)] : problems;
	},
});

const isOfArgument = (file: Dockerfile, { at }: Problem): boolean => instructionsOf(file, "ARG").some(({ range }) => range.start === at.start);

function others(file: Dockerfile, [first]: readonly Problem[]): readonly Problem[] {
	const from = instructionsOf(file, "FROM")[0]?.range.start ?? Infinity;
	return file.instructions
		.filter(({ keyword, keywordRange: { start } }) => keyword !== "ARG" && start < from && start !== first?.at.start)
		.map(({ keywordRange }) => ({ at: keywordRange, message: say`a Dockerfile begins with FROM; only ARG may stand before it` }));
}
