import type { ComposeFile, ComposeNode } from "../../../compose/syntax.ts";
import type { Value } from "../../../compose/value.ts";
import { type Catalogue, type Message, say } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import { type Hover, hoverOf } from "../../hover.ts";
import { code, listed } from "../../markdown.ts";
import { keyMeaning } from "../documentation/about.ts";
import { valuesOfKeys } from "../known-values.ts";
import { nameAtOffset, type NamePlace, namesIn } from "../names.ts";
import { schemaPath, serviceAt } from "../schema-at.ts";
import { meantBy, pathOf, type Place, placeAt, scalarText, treeOf } from "../tree.ts";
import { composeVariableAt } from "../variables.ts";
import { mergedFacts } from "./merged.ts";
import { portFacts } from "./ports.ts";
import { describeVariable, type KnownVariable, masked } from "./variable.ts";

/** What is said of something: sentences, and a list. */
export type Told = { readonly about: readonly Message[]; readonly list?: readonly Message[] };

/** What may be known besides the file. */
export type ComposeHoverContext = {
	variable(name: string): KnownVariable | undefined;
	/** All files merged; undefined where that is not known. */
	readonly model: Value | undefined;
	/** The file's own path, as values of the model have it. */
	readonly path: string;
	/** A path for people. */
	shown(path: string): string;
	/** All files of the project, this one first. */
	readonly project: readonly ComposeFile[];
	/** Whether something else explains keys. */
	readonly isExplained: boolean;
	describeImage(image: string): Told;
	describePort(port: string): Message | undefined;
};

/** Whether what all files make of it may be told there. */
export function wantsModelAt(file: ComposeFile, offset: number): boolean {
	if (composeVariableAt(file, offset) || nameAtOffset(file, offset)) return false;
	const place = placeAt(file, offset)?.place;
	return place?.top === "services" && place.depth > 2;
}

/** Undefined where nothing is to be told. */
export function composeHover(file: ComposeFile, offset: number, catalogue: Catalogue | undefined, context: ComposeHoverContext): Hover | undefined {
	const told = toldAt(file, offset, context);
	return told && hoverOf({ range: told.range, about: told.about, list: told.list ?? [] }, catalogue);
}

type ToldAt = Told & { readonly range: Range };

function toldAt(file: ComposeFile, offset: number, context: ComposeHoverContext): ToldAt | undefined {
	if (file.comments.some(({ start, end }) => start <= offset && offset <= end)) return undefined;
	const variable = composeVariableAt(file, offset);
	if (variable) return { range: variable, about: describeVariable(variable, (name) => context.variable(name)) };
	const name = nameAtOffset(file, offset);
	const described = name && describeName(file, name, context);
	if (name && described) return { range: { start: name.start, end: name.end }, ...described };
	const found = placeAt(file, offset);
	if (!found) return undefined;
	const { place, isKey } = found;
	return isKey ? toldOfKey(file, place, context) : toldOfValue(file, place, context);
}

function toldOfKey(file: ComposeFile, place: Place, context: ComposeHoverContext): ToldAt | undefined {
	if (!place.key) return undefined;
	const path = schemaPath(pathOf(place));
	const meaning = path === undefined || context.isExplained ? undefined : keyMeaning(path);
	const known = path === undefined || context.isExplained ? [] : (valuesOfKeys[path] ?? []);
	const own = scalarText(meantBy(file, place.value));
	const [first, ...rest] = meaning ?? [];
	const about = [...(first ? [first] : []), ...mergedFacts(file, place, context), ...rest];
	const list = known.flatMap(([value, text]) => (text ? [own === value ? say`**${code(value)}** ${text}` : say`${code(value)} ${text}`] : []));
	return about.length > 0 ? { range: place.key, about, list } : undefined;
}

function toldOfValue(file: ComposeFile, place: Place, context: ComposeHoverContext): ToldAt | undefined {
	const { value } = place;
	const path = schemaPath(pathOf(place));
	const text = scalarText(value);
	if (!value || path === undefined || text === undefined || text === "") return undefined;
	const range = { start: value.start, end: value.end };
	if (path === "services.*.image" || path === "services.*.pre_start.*.image") {
		const merged = text.includes("$") ? undefined : text;
		return merged === undefined ? undefined : { range, ...context.describeImage(merged) };
	}
	if (/^services\.\*\.(?:ports|expose)\.\*$/.test(path)) return asTold(range, portFacts(text, path.includes("expose"), context));
	const known = (valuesOfKeys[path] ?? []).find(([each]) => each === text);
	const about = [...(known?.[1] ? [say`${code(text)} ${known[1]}`] : []), ...mergedFacts(file, place, context)];
	return asTold(range, about);
}

const asTold = (range: Range, about: readonly Message[]): ToldAt | undefined => (about.length > 0 ? { range, about } : undefined);

/** What is called so, and where it is used. */
function describeName(file: ComposeFile, place: NamePlace, { project }: ComposeHoverContext): Told | undefined {
	if (place.kind === "profile" || place.file !== undefined) return undefined;
	if (place.kind === "anchor") return describeAnchor(file, place);
	const all = project.flatMap((each) => namesIn(each)).filter((each) => each.kind === place.kind && each.name === place.name && each.file === undefined);
	const isDefined = all.some(({ role }) => role === "definition");
	const uses = all.filter(({ role }) => role === "reference").length;
	const heading = say`${nouns[place.kind]} ${code(place.name)}`;
	const facts: Message[] = [];
	if (!isDefined)
		facts.push(
			place.kind === "network" && place.name === "default" ? say`All services are in it that name no network.` : say`No file of this project defines it.`,
		);
	else if (place.role === "definition")
		facts.push(uses === 0 ? say`Nothing in this project names it.` : uses === 1 ? say`Named once in this project.` : say`Named ${uses} times in this project.`);
	if (place.kind === "service") facts.push(...serviceFacts(project, place.name));
	return { about: [heading], list: facts };
}

const nouns: Readonly<Record<Exclude<NamePlace["kind"], "profile" | "anchor">, Message>> = {
	service: say`Service`,
	network: say`Network`,
	volume: say`Volume`,
	secret: say`Secret`,
	config: say`Config`,
	model: say`Model`,
};

function serviceFacts(project: readonly ComposeFile[], name: string): readonly Message[] {
	const parts = project.map((file) => serviceAt(file, name));
	const image = parts.findLast((each) => each.image !== undefined)?.image;
	const build = parts.findLast((each) => each.dockerfile !== undefined)?.dockerfile;
	return [
		...(image === undefined ? [] : [build === undefined ? say`It runs ${code(image)}.` : say`What is built is called ${code(image)}.`]),
		...(build === undefined ? [] : [say`It is built from ${code(build)}.`]),
	];
}

/** Nobody reads more of it in a hover. */
const mostKeys = 12;

function describeAnchor(file: ComposeFile, { name, anchor }: NamePlace): Told {
	if (!anchor) return { about: [say`No anchor ${code(name)} stands above this alias.`] };
	const uses = namesIn(file).filter((each) => each.kind === "anchor" && each.role === "reference" && each.anchor === anchor).length;
	const keys = keysOf(file, anchor);
	return {
		about: [say`Anchor ${code(name)}`],
		list: [
			uses === 0 ? say`Nothing in this file uses it.` : uses === 1 ? say`Used once in this file.` : say`Used ${uses} times in this file.`,
			...(keys.length > 0 ? [say`It has ${listed(keys.slice(0, mostKeys).map(code))}.`] : []),
		],
	};
}

function keysOf(file: ComposeFile, node: ComposeNode): readonly string[] {
	if (node.kind === "mapping") return node.entries.flatMap(({ key }) => scalarText(key) ?? []);
	const { name = "" } = treeOf(file).places.find(({ value }) => value === node) ?? {};
	return node.kind === "scalar" ? [masked(String(name), node.source)] : [];
}
