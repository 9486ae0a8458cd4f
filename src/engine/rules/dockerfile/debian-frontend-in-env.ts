import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Instruction } from "../../dockerfile/syntax.ts";
import { scopeAtEnd } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "debian-frontend-in-env",
	category: "practice",
	severity: "info",
	title: "Containers inherit a setting that is meant for the build",
	why: [
		"A variable that `ENV` sets is there in every container and in every image that is built on this one.",
		"Whoever installs something there gets no questions asked, and answers that nobody chose; `ARG` sets it for the build alone.",
	],
	fixes: {
		onRequest: "Stages and images that are built on this one have to set it again.",
		never: "It stands among other variables.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ENV DEBIAN_FRONTEND=noninteractive
				RUN apt-get update && apt-get install -y tzdata
			`,
			good: dockerfile`
				FROM debian:12
				ARG DEBIAN_FRONTEND=noninteractive
				RUN apt-get update && apt-get install -y tzdata
			`,
		},
	],

	needs: ["DEBIAN_FRONTEND"],
	check(file) {
		const problems: Problem[] = [];
		for (const env of instructionsOf(file, "ENV")) {
			for (const { name, value } of pairsOf(env)) {
				if (name.text !== "DEBIAN_FRONTEND" || !value) continue;
				const stage = stageOf(file, env);
				const last = stage && scopeAtEnd(file, stage).get(name.text);
				// Whoever takes it back later knows what they do.
				if (last?.instruction !== env || last.value?.toLowerCase() !== "noninteractive" || !isShipped(file, env)) continue;
				const fix = pairsOf(env).length === 1 ? asArgument(env, value.text) : undefined;
				problems.push({
					at: { start: name.start, end: value.end },
					message: say`\`ENV DEBIAN_FRONTEND\` stays set in every container`,
					...(fix && { fix }),
				});
			}
		}
		return problems;
	},
});

function asArgument({ keyword, keywordRange, separator, argsRange, range }: Instruction, value: string): Fix | undefined {
	if (keyword !== "ENV") return undefined;
	const edits = [replace(keywordRange, "ARG")];
	if (separator === "") edits.push(replace({ start: argsRange.start, end: range.end }, `DEBIAN_FRONTEND=${value}`));
	return { title: say`Set it with \`ARG\``, edits, safe: false };
}
