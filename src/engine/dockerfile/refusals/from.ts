import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { insert, replace } from "../../text/text.ts";
import { mayExpand } from "../expand.ts";
import { flagOf } from "../instructions.ts";
import { quoteAsGo } from "../characters.ts";
import { stageOf, stagesOf } from "../stages.ts";
import type { Dockerfile, Instruction, Word } from "../syntax.ts";
import { imageReferenceError } from "./image-reference.ts";
import { platformError } from "./platform.ts";
import type { Found, Reader } from "./refusal.ts";
import { type Expanded, expandExactly, globalValues, whatIsWrong } from "./values.ts";

/** Whether a stage may be called so; letter case does not count. */
export const isStageName = (name: string): boolean => /^[a-z][a-z0-9\-_.]*$/.test(name.toLowerCase());

function asBefore({ text }: Dockerfile, { keywordRange }: Instruction, name: Word): Found["meant"] {
	const word = text[keywordRange.start] === "f" ? "as" : "AS";
	return { title: say`Insert ${word}`, edits: [insert(name.start, `${word} `)] };
}

export const readFrom: Reader = function* (file, instruction) {
	const { args } = instruction;
	const [image, as, name] = args;
	if (!image || !(args.length === 1 || (args.length === 3 && as?.text.toUpperCase() === "AS"))) {
		const what = !image ? say`an image is missing` : say`nothing but \`AS\` and a name may follow the image`;
		yield {
			at: as ? { start: as.start, end: args.at(-1)?.end ?? as.end } : (image ?? instruction.keywordRange),
			what,
			kind: "arguments",
			said: "FROM requires either one or three arguments",
			// A name behind the image is meant as the stage's.
			meant: as && args.length === 2 && as.text.toUpperCase() !== "AS" && isStageName(as.text) ? asBefore(file, instruction, as) : undefined,
		};
		return;
	}
	if (name && !isStageName(name.text))
		yield {
			at: name,
			what: say`a stage's name begins with a letter and has only letters, digits, \`-\`, \`_\` and \`.\` in it`,
			said: `invalid name for build stage: ${quoteAsGo(name.text)}, name can't start with a number or contain symbols`,
		};
	yield* readImage(file, instruction, image);
	const platform = flagOf(instruction, "platform")?.value;
	if (platform?.text) yield* readPlatform(file, platform);
};

function* readImage(file: Dockerfile, instruction: Instruction, image: Word): Generator<Found> {
	const { text, error, unlessGiven } = expandGlobally(file, image.text);
	if (error !== undefined) yield { at: image, kind: "substitution", what: whatIsWrong(error), said: error, unlessGiven };
	if (text === undefined) return;
	if (text === "") {
		yield { at: image, what: say`the image is a variable that nothing sets`, said: `base name (${image.text}) should not be blank`, unlessGiven };
		return;
	}
	if (text === "scratch" || imageReferenceError(text) === undefined || isStageBefore(file, instruction, text)) return;
	const isStage = isStageBefore(file, instruction, text.toLowerCase()) && file.text.slice(image.start, image.end) === text;
	for (const found of readReference(text, image, isStage)) yield { ...found, unlessGiven };
}

/** An image's name as FROM, `--from` or a mount have it. `isStage`: in small letters it would be a stage's. */
export function* readReference(text: string, at: Word, isStage = false): Generator<Found> {
	const error = imageReferenceError(text);
	if (error === undefined) return;
	const lower = text.toLowerCase();
	const what = isStage
		? say`FROM finds the stage by \`${lower}\` alone, and an image's name has no capitals`
		: error.endsWith("lowercase")
			? say`an image's name has no capitals`
			: error.includes("digest")
				? say`\`${text}\` has an invalid digest`
				: say`\`${text}\` is no image's name`;
	yield {
		at,
		kind: "name",
		what,
		said: `failed to parse stage name ${quoteAsGo(text)}: ${error}`,
		meant: isStage ? { title: say`Change it to ${lower}`, edits: [replace(at, lower)] } : undefined,
	};
}

function* readPlatform(file: Dockerfile, platform: Word): Generator<Found> {
	const { text, error, unlessGiven } = expandGlobally(file, platform.text);
	if (error !== undefined)
		yield { at: platform, kind: "substitution", what: whatIsWrong(error), said: `failed to process arguments for platform : ${error}`, unlessGiven };
	if (text === undefined) return;
	const invalid = text === "" ? `empty platform value from expression ${platform.text}` : platformError(text);
	if (invalid === undefined) return;
	const what = text === "" ? say`the platform is a variable that nothing sets` : say`\`${text}\` is no platform, such as \`linux/amd64\``;
	yield { at: platform, what, said: text === "" ? invalid : `failed to parse platform ${platform.text}: ${invalid}`, unlessGiven };
}

type Global = Pick<Expanded, "text" | "error"> & { readonly unlessGiven: string | undefined };

/** Where an argument without a default decides, it is taken as not given, and named. */
function expandGlobally(file: Dockerfile, text: string): Global {
	if (!mayExpand(text)) return { text, error: undefined, unlessGiven: undefined };
	const { known, withoutArguments, unset } = globalValues(file);
	const expanded = expandExactly(text, (name) => known.get(name), file.escape);
	if (expanded.text !== undefined || expanded.error !== undefined) return { ...expanded, unlessGiven: undefined };
	let unlessGiven: string | undefined;
	const find = (name: string): string | undefined => {
		if (unset.has(name) || known.get(name) !== withoutArguments.get(name)) unlessGiven ??= name;
		return withoutArguments.get(name);
	};
	return { ...expandExactly(text, find, file.escape), unlessGiven };
}

/** BuildKit keeps names of stages in small letters, and looks for what FROM says as it stands. */
const isStageBefore = (file: Dockerfile, instruction: Instruction, name: string): boolean =>
	(firstStages(file).get(name) ?? Infinity) < (stageOf(file, instruction)?.index ?? 0);

const firstStages = fact((file: Dockerfile): ReadonlyMap<string, number> => {
	const first = new Map<string, number>();
	for (const { name, index } of stagesOf(file)) if (name && !first.has(name.text.toLowerCase())) first.set(name.text.toLowerCase(), index);
	return first;
});
