import { dockerfilesOfBlock } from "../../bake/builds.ts";
import type { BakeAttribute, BakeBlock, BakeFile } from "../../bake/syntax.ts";
import { defaultTextOf } from "../../bake/targets.ts";
import { instructionsAndTriggersOf, pairsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { childrenOf, constantOf, type Expression } from "../../hcl/syntax.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { Lines, type Range } from "../../text/text.ts";
import type { HintKind, InlayHint } from "../inlay-hint.ts";
import { code } from "../markdown.ts";

/** Reads a Dockerfile by its path from the bake file's folder. */
type Read = (path: string) => Dockerfile | undefined;

const longest = 60;
/** Lines above, in which a reader sees what is set there. */
const near = 3;

const linesOf = fact(({ text }: BakeFile) => new Lines(text));

/** What strings and names come to by the defaults of variables, and which default of the Dockerfile an argument takes the place of. In order. */
export function bakeInlayHints(file: BakeFile, within: Range, kinds: ReadonlySet<HintKind>, read: Read): readonly InlayHint[] {
	if (!kinds.has("values")) return [];
	const hints: InlayHint[] = [];
	const isIn = ({ start, end }: Range): boolean => start <= within.end && within.start <= end;
	for (const block of file.blocks) {
		if (block.type.text !== "target" || !isIn(block)) continue;
		for (const attribute of block.attributes) {
			if (!attribute.value || !isIn(attribute)) continue;
			addValues(hints, file, attribute.value);
			if (attribute.name.text === "args") addDefaults(hints, file, block, attribute, read);
		}
	}
	return hints.filter(({ offset }) => within.start <= offset && offset <= within.end).sort((one, other) => one.offset - other.offset);
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function addValues(hints: InlayHint[], file: BakeFile, value: Expression): void {
	if ((value.kind === "string" && constantOf(value) === undefined && !value.isHeredoc) || value.kind === "name") {
		const known = defaultTextOf(file, value);
		if (known && known.text !== "" && !/\p{Cc}/u.test(known.text) && known.from.some((from) => !isNear(file, from, value)))
			hints.push({
				kind: "values",
				offset: value.end,
				label: `= ${shortened(known.text)}`,
				about: () => known.from.map((from) => say`${code(from.name.text)} is set in line ${linesOf(file).lineAt(from.name.start) + 1}.`),
			});
		return;
	}
	if (value.kind !== "list" && value.kind !== "object") return;
	for (const child of childrenOf(value)) addValues(hints, file, child);
}

const isNear = (file: BakeFile, from: BakeAttribute, value: Range): boolean =>
	Math.abs(linesOf(file).lineAt(value.start) - linesOf(file).lineAt(from.name.start)) <= near;

function addDefaults(hints: InlayHint[], file: BakeFile, block: BakeBlock, { value }: BakeAttribute, read: Read): void {
	if (value?.kind !== "object") return;
	const paths = dockerfilesOfBlock(file, block);
	for (const path of paths.slice(0, 1)) {
		const dockerfile = read(path);
		for (const entry of dockerfile ? value.entries : []) {
			const known = dockerfile && entry.name && defaultsOf(dockerfile).get(entry.name.text);
			if (!known || !entry.value || constantOf(entry.value) === known) continue;
			const about = paths.length > 1 ? say`The default in ${code(path)}, and there are others.` : say`The default in ${code(path)}.`;
			hints.push({ kind: "values", offset: entry.value.end, label: say`default ${shortened(known)}`, about: () => [about] });
		}
	}
}

/** The first default of each ARG, as it is written, without quotes. */
const defaultsOf = fact((file: Dockerfile): ReadonlyMap<string, string> => {
	const defaults = new Map<string, string>();
	for (const { name, value } of instructionsAndTriggersOf(file, "ARG").flatMap(pairsOf)) {
		const text = value?.text.replace(/^(["'])(.*)\1$/, "$2") ?? "";
		if (text !== "" && !defaults.has(name.text)) defaults.set(name.text, text);
	}
	return defaults;
});
