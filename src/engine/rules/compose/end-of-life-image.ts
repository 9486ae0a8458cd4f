import { rangeIn } from "../../compose/linted.ts";
import { findEndOfLife, knownUntil } from "../../image/end-of-life.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { imageByDefault, type ServiceImage, tagRange } from "../compose-images.ts";
import { type Edit, replace } from "../../text/text.ts";

export default composeRule({
	id: "end-of-life-image",
	category: "security",
	severity: "warning",
	title: "The image of a service is of a version that nobody mends any more",
	why: [
		"After the end of its life a database, a server or a language gets no security updates: each hole that is found later stays open.",
		"The longer one waits, the more versions lie between the data and one that is still mended.",
	],
	fixes: {
		onRequest: "The oldest version that is still supported takes its place; what has changed in between has to be tried, and a database's data be moved.",
		never: "The version is given by a variable, or the tag says more than a version.",
	},
	options: {
		date: { default: knownUntil, description: "The day on which a version has to be supported still, as `2026-11-01`." },
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: node:16-slim
			`,
			good: compose`
				services:
				  app:
				    image: node:24-slim
			`,
		},
	],
	needs: ["image"],

	check(file, { options: { date } }) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const image = imageByDefault(file, service);
			const ended = image && findEndOfLife(image.reference, date);
			const at = image && rangeIn(file, image.value);
			if (!ended || !at) continue;
			const { name, end, next } = ended;
			const edit = next && upgrade(file.text, image, next.written, next.version);
			const message =
				end === undefined
					? say`${name} gets no security updates any more`
					: ended.isRepository
						? say`${name} is given up since ${end}, and gets no updates`
						: say`${name} gets no security updates since ${end}`;
			problems.push({ at, message, ...(edit && { fix: { title: say`Take version ${next.version}`, edits: [edit], safe: false } }) });
		}
		return problems;
	},
});

function upgrade(text: string, image: ServiceImage, written: string, version: string): Edit | undefined {
	const range = tagRange(image);
	if (!range || image.reference.digest !== undefined || !text.startsWith(written, range.start)) return undefined;
	return replace({ start: range.start, end: range.start + written.length }, version);
}
