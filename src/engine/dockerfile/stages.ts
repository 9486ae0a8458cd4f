import { expand, type Lookup, mayExpand } from "./expand.ts";
import { globalScope, lookupIn } from "./global-scope.ts";
import { flagOf } from "./instructions.ts";
import { type BaseImage, baseImage } from "../image/base-images.ts";
import { type ImageReference, parseImageReference } from "../image/reference.ts";
import { lastBelow } from "../text/search.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { fact } from "../text/fact.ts";

/** One FROM and what follows it. */
export type Stage = {
	/** Counts from 0. */
	readonly index: number;
	readonly from: Instruction;
	/** As written after `AS`; Docker compares names without regard to case. */
	readonly name: Word | undefined;
	/** The argument of FROM as written: an image, an earlier stage, or an expression with variables. */
	readonly image: Word | undefined;
	/** The earlier stage that FROM names. */
	readonly parent: Stage | undefined;
	/** The value of `--platform`. */
	readonly platform: Word | undefined;
	/** In order, FROM left out. */
	readonly instructions: readonly Instruction[];
};

/** A place where one stage takes files from another, or from an image. */
export type StageReference = {
	readonly instruction: Instruction;
	/** The name, number or image that is named. */
	readonly to: Word;
	/** Undefined where an image is named, or a build context. */
	readonly stage: Stage | undefined;
};

type Stages = { readonly list: readonly Stage[]; readonly roots: readonly Stage[]; readonly byName: ReadonlyMap<string, Stage> };

/** In the file's order; empty where there is no FROM. */
export const stagesOf = (file: Dockerfile): readonly Stage[] => readStages(file).list;

/** The stage that the instruction, its FROM included, stands in; undefined before the first FROM. A trigger is in its ONBUILD's, though it runs elsewhere. */
export function stageOf(file: Dockerfile, { range: { start } }: Instruction): Stage | undefined {
	const { list } = readStages(file);
	const last = list.at(-1);
	return last && last.from.range.start <= start ? last : lastBelow(list, start + 1, ({ from }) => from.range.start);
}

/** The stage that begins with an image, on which this one is built, perhaps over others; often the stage itself. */
export const rootOf = (file: Dockerfile, stage: Stage): Stage => readStages(file).roots[stage.index] ?? stage;

/** What `COPY --from` and `--mount=…,from=` look up: a stage by its name or its number, later ones included. */
export function findStage(file: Dockerfile, nameOrNumber: string): Stage | undefined {
	return /^[+-]?\d+$/.test(nameOrNumber) ? stagesOf(file)[Number(nameOrNumber)] : stageNamed(file, nameOrNumber);
}

/** The stage of that name; its number is none. Of several that have it BuildKit takes the last. */
export const stageNamed = (file: Dockerfile, name: string): Stage | undefined => readStages(file).byName.get(name.toLowerCase());

/** Every `COPY --from=…`, `ADD --from=…` and `--mount=…,from=…`, triggers included, in order. */
export function stageReferences(file: Dockerfile): readonly StageReference[] {
	return file.instructions.flatMap((instruction) => referencesIn(file, instruction));
}

/** The image that the stage begins with, quotes gone and variables replaced by the defaults of their ARGs; undefined where the file does not tell it, or there is none. */
export function baseImageOf(file: Dockerfile, stage: Stage): string | undefined {
	const image = stage.image?.text;
	return image === undefined || !mayExpand(image) ? image : namedImage(stage, file);
}

/**
 * Whether a variable whose value only the build knows decides on which earlier stage this one is built: `FROM base-$TARGETARCH`. Which variables those are
 * `isOpen` says; the others have the values of their ARGs, or none.
 */
export function mayBeOnStage(file: Dockerfile, stage: Stage, isOpen: (name: string) => boolean): boolean {
	const { image, index } = rootOf(file, stage);
	if (!image || !mayExpand(image.text) || baseImageOf(file, rootOf(file, stage)) !== undefined) return false;
	const lookup = lookupIn(globalScope(file));
	const pattern = image.text
		.split(/\$(?:(\w+)|\{(\w+)[^}]*\})/)
		.map((part, at) => (at % 3 === 0 ? escapeForPattern(part) : part === undefined ? "" : isOpen(part) ? ".*" : escapeForPattern(valueIn(lookup, part))))
		.join("");
	const name = new RegExp(`^${pattern}$`, "i");
	return !/^(?:\.\*)*$/.test(pattern) && stagesOf(file).some((each) => each.index < index && each.name !== undefined && name.test(each.name.text));
}

function valueIn(lookup: Lookup, name: string): string {
	const value = lookup(name);
	return typeof value === "string" ? value : "";
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const namedImage = fact(({ image }: Stage, file: Dockerfile): string | undefined => (image ? expandGlobally(file, image.text) : undefined));

/** The same, taken apart. */
export const baseReferenceOf = (file: Dockerfile, stage: Stage): ImageReference | undefined => baseReference(stage, file);

const baseReference = fact((stage: Stage, file: Dockerfile): ImageReference | undefined => {
	const image = baseImageOf(file, stage);
	return image === undefined ? undefined : parseImageReference(image);
});

/** What is known of the image that the stage's chain of stages begins with; undefined where the file does not tell the image. */
export const rootBaseOf = (file: Dockerfile, stage: Stage): BaseImage | undefined => rootBase(rootOf(file, stage), file);

const rootBase = fact((root: Stage, file: Dockerfile): BaseImage | undefined => {
	const image = baseImageOf(file, root);
	return image ? baseImage(image, baseReferenceOf(file, root)) : undefined;
});

/** The image that the stage's chain of stages begins with; undefined where a variable without a known value names it. */
export const rootImageOf = (file: Dockerfile, stage: Stage): string | undefined => baseImageOf(file, rootOf(file, stage));

const expandGlobally = (file: Dockerfile, text: string): string | undefined =>
	mayExpand(text) ? expand(text, lookupIn(globalScope(file)), file.escape).text : text;

function referencesIn(file: Dockerfile, instruction: Instruction): readonly StageReference[] {
	const references: StageReference[] = [];
	for (const { name, value } of instruction.flags) {
		const to = name === "from" ? value : name === "mount" && value ? fromOfMount(value) : undefined;
		if (to?.text) references.push({ instruction, to, stage: findStage(file, to.text) });
	}
	return instruction.trigger ? [...references, ...referencesIn(file, instruction.trigger)] : references;
}

function fromOfMount(mount: Word): Word | undefined {
	const match = /(?:^|,)from=([^,]*)/i.exec(mount.text);
	const text = match?.[1];
	if (!match || !text) return undefined;
	// Only in a plain value do offsets in the text count for the source.
	if (mount.end - mount.start !== mount.text.length) return { ...mount, text };
	const start = mount.start + match.index + match[0].length - text.length;
	return { text, start, end: start + text.length };
}

const readStages = fact((file: Dockerfile): Stages => {
	const { instructions } = file;
	const list: Stage[] = [];
	const roots: Stage[] = [];
	const byName = new Map<string, Stage>();
	let first = nextFrom(instructions, 0);
	for (let from = instructions[first]; from; from = instructions[first]) {
		const next = nextFrom(instructions, first + 1);
		const [image, as, name] = from.args;
		const stage: Stage = {
			index: list.length,
			from,
			image,
			name: as?.text.toUpperCase() === "AS" ? name : undefined,
			parent: image && byName.size > 0 ? byName.get(expandGlobally(file, image.text)?.toLowerCase() ?? "") : undefined,
			platform: flagOf(from, "platform")?.value,
			instructions: instructions.slice(first + 1, next),
		};
		list.push(stage);
		roots.push((stage.parent && roots[stage.parent.index]) ?? stage);
		if (stage.name) byName.set(stage.name.text.toLowerCase(), stage);
		first = next;
	}
	return { list, roots, byName };
});

function nextFrom(instructions: readonly Instruction[], start: number): number {
	let index = start;
	while (index < instructions.length && instructions[index]?.keyword !== "FROM") index++;
	return index;
}
