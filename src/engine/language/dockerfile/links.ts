import { copiesOf } from "../../dockerfile/copies.ts";
import { expand } from "../../dockerfile/expand.ts";
import { baseReferenceOf, stageReferences, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Word } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { imagePage } from "../../image/pages.ts";
import { type ImageReference, parseImageReference } from "../../image/reference.ts";
import { lastBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";

/** A place that leads somewhere: an image to its page, a source to a file below the build context, which may be none, an address to itself. */
export type Link = Range & ({ readonly kind: "image" | "address"; readonly url: string } | { readonly kind: "source"; readonly path: string });

/** In no particular order; variables have the values that the file tells. What is named by a stage's name is none: its definition is in the file. */
export const linksIn = (file: Dockerfile): readonly Link[] => [...imageLinks(file), ...sourceLinks(file), ...addressLinks(file)];

function* imageLinks(file: Dockerfile): Generator<Link> {
	const toLink = (at: Word, reference: ImageReference | undefined): Link[] => {
		const url = reference && imagePage(reference);
		return url === undefined ? [] : [{ start: at.start, end: at.end, kind: "image", url }];
	};
	for (const stage of stagesOf(file))
		if (stage.image && !stage.parent) yield* toLink(stage.image, baseReferenceOf(file, stage) ?? withoutTag(stage.image.text));
	// A context that a build is given may have a name without a slash and a tag, too.
	for (const { to, stage } of stageReferences(file))
		if (!stage && /[/:@]/.test(to.text) && !to.text.includes("$")) yield* toLink(to, parseImageReference(to.text));
}

/** An image whose tag alone is a variable that nobody knows. */
function withoutTag(image: string): ImageReference | undefined {
	const reference = parseImageReference(image);
	return /\$/.test(`${reference.registry ?? ""}${reference.repository}`) ? undefined : reference;
}

function* sourceLinks(file: Dockerfile): Generator<Link> {
	for (const { sources, isFromContext } of copiesOf(file)) {
		if (!isFromContext) continue;
		for (const { word, value, kind } of sources)
			if (kind === "file" && value !== undefined && /[^/.]/.test(value) && !/[*?[\]\\]/.test(value))
				yield { start: word.start, end: word.end, kind: "source", path: value.replace(/^\/+/, "") };
	}
}

const address = /https?:\/\/[^\s"'<>`\\|;()]+/g;

function* addressLinks(file: Dockerfile): Generator<Link> {
	const { text, instructions, comments, escape } = file;
	for (const { index: start, 0: found } of text.matchAll(address)) {
		// What a continuation or a substitution stands in is not all of it.
		if (unfinished.has(text[start + found.length] ?? "")) continue;
		const written = withoutPunctuation(found);
		if (written.length <= "https://".length) continue;
		const isComment = (lastBelow(comments, start + 1, (each) => each.start)?.end ?? -1) > start;
		const instruction = lastBelow(instructions, start + 1, ({ fullRange }) => fullRange.start);
		const url = isComment || !instruction || !written.includes("$") ? written : expand(written, scopeBefore(file, instruction).lookup, escape).text;
		if (url !== undefined && !/[\s${}]/.test(url)) yield { start, end: start + written.length, kind: "address", url };
	}
}

const unfinished = new Set(["\\", "`", "(", "<"]);

/** What ends a sentence, or brackets around the address, is none of it; nor is what follows `&&`. */
function withoutPunctuation(found: string): string {
	const and = found.indexOf("&&");
	let end = and < 0 ? found.length : and;
	for (; end > 0 && /[.,:!?*\]}]/.test(found[end - 1] ?? ""); end--)
		if (found[end - 1] === "}" && found.lastIndexOf("${", end) > found.lastIndexOf("}", end - 2)) break;
	return found.slice(0, end);
}
