import { samePlaces } from "../../bake/builds.ts";
import { builtInFunctions } from "../../bake/functions.ts";
import { bakePlaceAt, type BakePlace, placesOf } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { type Message, say } from "../../text/message.ts";
import { type Edit, type Range, replace } from "../../text/text.ts";
import type { Refused } from "../refused.ts";

/** The name at the offset, which can be another. Undefined where none is; of a stage or an argument the Dockerfile says whether it can. */
export function bakeRenamableAt(
	file: BakeFile,
	offset: number,
	along: readonly BakeFile[],
): { readonly range: Range; readonly name: string } | Refused | undefined {
	const place = bakePlaceAt(file, offset);
	if (!place) return undefined;
	const refused = whyNot([file, ...along], file, place);
	return refused ? { refused } : { range: { start: place.start, end: place.end }, name: place.name };
}

/** What to change in the file, and in each of those that bake reads along with it, in their order. */
export type BakeRenaming = { readonly edits: readonly Edit[]; readonly along: readonly (readonly Edit[])[] };

/** Gives another name to what is named at the offset. Undefined where nothing is named. */
export function bakeRenameAt(file: BakeFile, offset: number, name: string, along: readonly BakeFile[]): BakeRenaming | Refused | undefined {
	const place = bakePlaceAt(file, offset);
	if (!place) return undefined;
	const files = [file, ...along];
	const refused = whyNot(files, file, place) ?? whyNotTo(files, file, place, name);
	if (refused) return { refused };
	const isOwn = place.kind === "parameter" || place.kind === "stage" || place.kind === "argument";
	const editsIn = (places: readonly BakePlace[]): readonly Edit[] => places.map((each) => replace(each, name));
	return { edits: editsIn(samePlaces(file, place)), along: isOwn ? [] : along.map((other) => editsIn(samePlaces(other, place))) };
}

/** Bake sets these itself: https://docs.docker.com/build/bake/reference/#built-in-variables */
const isBuiltIn = /^BAKE_(?:CMD_CONTEXT|LOCAL_PLATFORM)$/;

function whyNot(files: readonly BakeFile[], file: BakeFile, { kind, name, start, end }: BakePlace): Message | undefined {
	if (file.text.slice(start, end) !== name) return say`\`${name}\` is written by escapes here; rename it where it is written out.`;
	if (kind === "stage" || kind === "argument" || kind === "parameter") return undefined;
	if (kind === "variable" && isBuiltIn.test(name)) return say`\`${name}\` is given by bake, and always called so.`;
	const isDefined = files.some((each) => placesOf(each).some((place) => place.kind === kind && place.name === name && place.role === "definition"));
	if (isDefined) return undefined;
	if (kind === "function" && builtInFunctions.includes(name)) return say`\`${name}\` is a function of bake, and always called so.`;
	return kind === "target"
		? say`There is no target \`${name}\` in this file, so that its name is given elsewhere.`
		: say`Nothing in this file sets \`${name}\`, so that its name is given elsewhere.`;
}

function whyNotTo(files: readonly BakeFile[], file: BakeFile, place: BakePlace, name: string): Message | undefined {
	const { kind, block } = place;
	if (name === place.name || kind === "stage" || kind === "argument") return undefined;
	if (kind === "target") {
		if (!/^[\w-]+$/.test(name)) return say`A target's name has only letters, digits, \`-\` and \`_\` in it.`;
		const isMember = files.some((each) => samePlaces(each, place).some(({ start }) => each.text[start - 1] === "."));
		if (isMember && !isName.test(name)) return say`Behind \`target.\` a name begins with a letter.`;
	} else if (!isName.test(name) || words.has(name)) return say`A name begins with a letter or \`_\`, and has only letters, digits, \`-\` and \`_\` in it.`;
	if (kind === "function" && builtInFunctions.includes(name)) return say`\`${name}\` is what bake calls a function of its own.`;
	const isClash = (each: BakePlace): boolean => {
		if (each.name !== name) return false;
		if (kind === "parameter") return each.block === block && (each.kind === "parameter" || each.kind === "variable");
		return each.kind === kind || (kind === "variable" && each.kind === "parameter");
	};
	const taken = kind === "parameter" ? placesOf(file).some(isClash) : files.some((each) => placesOf(each).some(isClash));
	return taken ? say`\`${name}\` stands in this file already, and would mean the same then.` : undefined;
}

const isName = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** What is no variable, wherever it stands. */
const words = new Set(["true", "false", "null", "for", "in", "if"]);

/** Places of a name that read the same, and so may be edited together. Undefined where there is only one. */
export function bakeLinkedAt(file: BakeFile, offset: number): readonly Range[] | undefined {
	const place = bakePlaceAt(file, offset);
	if (!place || place.kind === "stage" || place.kind === "argument") return undefined;
	const places = samePlaces(file, place);
	if (places.length < 2 || !places.some(({ role }) => role === "definition")) return undefined;
	return places.every(({ start, end }) => file.text.slice(start, end) === place.name) ? places.map(({ start, end }) => ({ start, end })) : undefined;
}
