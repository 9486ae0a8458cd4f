import { baseReferenceOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Word } from "../../dockerfile/syntax.ts";
import { type EndOfLife, findEndOfLife, knownUntil } from "../../image/end-of-life.ts";
import { parseImageReference } from "../../image/reference.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "end-of-life-base-image",
	peers: { tally: ["tally/ruby/eol-ruby-version"] },
	category: "security",
	severity: "warning",
	title: "The base image is of a version that nobody mends any more",
	why: [
		"After the end of its life a distribution or a language gets no security updates: each hole that is found later stays open in what is built on it.",
		"Its package mirrors are often moved away as well, so that builds begin to fail.",
	],
	fixes: {
		onRequest: "The oldest version that is still supported takes its place; what has changed in between has to be tried.",
		never: "The version is given by a variable, or the tag says more than a version.",
	},
	options: {
		date: { default: knownUntil, description: "The day on which a version has to be supported still, as `2026-11-01`." },
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:16-slim
			`,
			good: dockerfile`
				FROM node:24-slim
			`,
		},
	],

	check(file, { options: { date } }) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const image = stage.parent ? undefined : baseReferenceOf(file, stage);
			const ended = image && findEndOfLife(image, date);
			if (!ended || !stage.image) continue;
			const fix = upgrade(file, stage.image, ended);
			const { name, end } = ended;
			const message =
				end === undefined
					? say`${name} gets no security updates any more`
					: ended.isRepository
						? say`${name} is given up since ${end}, and gets no updates`
						: say`${name} gets no security updates since ${end}`;
			problems.push({ at: stage.image, message, ...(fix && { fix }) });
		}
		return problems;
	},
});

function upgrade({ text }: Dockerfile, word: Word, { next }: EndOfLife): Fix | undefined {
	const { tagRange, digest } = parseImageReference(word.text);
	if (!next || !tagRange || digest !== undefined || text.slice(word.start, word.end) !== word.text) return undefined;
	const start = word.start + tagRange.start;
	if (!text.startsWith(next.written, start)) return undefined;
	return { title: say`Take version ${next.version}`, edits: [replace({ start, end: start + next.written.length }, next.version)], safe: false };
}
