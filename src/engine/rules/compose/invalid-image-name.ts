import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { imageReferenceError } from "../../dockerfile/refusals/image-reference.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "invalid-image-name",
	category: "correctness",
	severity: "error",
	title: "An image has a name that none can have",
	why: [
		"`docker compose config` takes any text, and `up` fails: Docker reads an image's name before it looks for it, and takes no capitals, no blanks and no empty tag.",
	],
	fixes: { onRequest: "The name is written in small letters.", never: "What is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: Nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["image"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const value = entryOf(service, "image");
			const text = literalOf(value);
			const at = rangeIn(file, value);
			// What other programs fill in before Compose sees it is left alone.
			if (!at || text === undefined || text === "" || /[{}<>%]/.test(text) || imageReferenceError(text) === undefined) continue;
			const lower = inSmallLetters(text);
			const start = value?.kind === "string" ? value.textAt : undefined;
			const isMeant = lower !== text && start !== undefined && imageReferenceError(lower) === undefined;
			problems.push({
				at,
				message: isMeant ? say`an image's name has no capitals` : say`\`${text}\` is no image's name`,
				...(isMeant && { fix: { title: say`Write ${lower}`, edits: [replace({ start, end: start + text.length }, lower)], safe: false } }),
			});
		}
		return problems;
	},
});

/** The tag keeps its capitals, which may be part of it. */
function inSmallLetters(text: string): string {
	const colon = text.indexOf(":", text.lastIndexOf("/") + 1);
	const end = colon < 0 ? text.length : colon;
	return text.slice(0, end).toLowerCase() + text.slice(end);
}
