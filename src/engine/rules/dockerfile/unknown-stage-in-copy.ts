import { flagOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { findStage, type Stage, stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Word } from "../../dockerfile/syntax.ts";
import { baseImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unknown-stage-in-copy",
	peers: {
		hadolint: ["DL3022"],
		tally: ["hadolint/DL3022"],
		kics: ["68a51e22"],
	},
	category: "correctness",
	severity: "warning",
	title: "`COPY --from` names no stage above it",
	why: [
		"A name that is no stage's is taken for a context of the build or for an image of Docker Hub: a misspelt stage fails late, or brings files that somebody else has made.",
	],
	fixes: {
		onRequest: "A stage above is spelt much the same.",
		never: "Which stage is meant is for you to say.",
	},
	needs: ["COPY"],
	options: {
		everyName: {
			default: false,
			hadolint: true,
			description: "Report every name that is no stage's and has no tag or digest, as hadolint does. Images and contexts of the build are among them.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24 AS builder
				RUN go build -o /web .
				FROM debian:12
				COPY --from=bulider /web /web
			`,
			good: dockerfile`
				FROM golang:1.24 AS builder
				RUN go build -o /web .
				FROM debian:12
				COPY --from=builder /web /web
			`,
		},
	],

	check(file, { options: { everyName } }) {
		const problems: Problem[] = [];
		let asked = 0;
		for (const instruction of instructionsOf(file, "COPY")) {
			if (instruction.flags.length === 0) continue;
			const from = flagOf(instruction, "from")?.value;
			const stage = stageOf(file, instruction);
			if (!from?.text || !stage) continue;
			const found = mayBeMisspelt(file, from.text) && asked++ < mostAsked ? misspelt(file, stage, from) : undefined;
			const problem = everyName ? likeHadolint(file, stage, from, found) : found;
			if (problem) problems.push(problem);
		}
		return problems;
	},
});

const mayBeMisspelt = (file: Dockerfile, text: string): boolean =>
	/^[A-Za-z][\w.-]{3,}$/.test(text) && !findStage(file, text) && baseImage(text).user === "unknown";

function misspelt(file: Dockerfile, stage: Stage, from: Word): Problem | undefined {
	const { text } = from;
	const names = stagesOf(file).flatMap(({ name, index }) => (name && index < stage.index ? [name.text] : []));
	const similar = findSimilar(text, names, text.length < 6 ? 1 : 2);
	if (similar === undefined) return undefined;
	const isWritten = file.text.slice(from.start, from.end) === text;
	return {
		at: from,
		message: say`there is no stage \`${text}\`, but \`${similar}\``,
		...(isWritten && { fix: { title: say`Change it to ${similar}`, edits: [replace(from, similar)], safe: false } }),
	};
}

function likeHadolint(file: Dockerfile, stage: Stage, from: Word, found: Problem | undefined): Problem | undefined {
	const { text } = from;
	const isAbove = stagesOf(file).some(({ name, index }) => index < stage.index && name?.text === text);
	const isNumber = /^\d+$/.test(text) && Number(text) < Math.max(stage.index, 1);
	// It has another rule for the stage itself.
	if (isAbove || isNumber || text.includes(":") || stage.name?.text === text) return undefined;
	return found ?? { at: from, message: say`no stage above is called \`${text}\`` };
}
