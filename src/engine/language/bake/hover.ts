import { aboutAttribute, blockTypes } from "../../bake/attributes.ts";
import { builtInFunctions } from "../../bake/functions.ts";
import { bakePlaceAt } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { type Along, attributeOf, groupsOf, type Inherited, resolveTarget, targetsOf, variablesOf } from "../../bake/targets.ts";
import { constantOf } from "../../hcl/syntax.ts";
import { type Catalogue, type Message, say, textOf } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import type { Hover } from "../hover.ts";
import { bullets, code, paragraphs } from "../markdown.ts";

/** What is at the offset: an attribute, a kind of block, or what is named there. */
export function bakeHover(file: BakeFile, offset: number, catalogue: Catalogue | undefined, along: Along = { before: [], behind: [] }): Hover | undefined {
	const translate = (message: Message): string => textOf(message, catalogue);
	const isIn = ({ start, end }: Range): boolean => start <= offset && offset <= end;
	const place = bakePlaceAt(file, offset);
	if (place) {
		const markdown = paragraphs(...aboutName(file, along, place.kind, place.name).map((part) => (typeof part === "string" ? part : translate(part))));
		return markdown ? { range: { start: place.start, end: place.end }, markdown } : undefined;
	}
	for (const { type, attributes } of file.blocks) {
		const kind = isIn(type) && Object.hasOwn(blockTypes, type.text) ? blockTypes[type.text] : undefined;
		if (kind) return { range: { start: type.start, end: type.end }, markdown: paragraphs(`**${code(type.text)}**`, translate(kind)) };
		const attribute = attributes.find(({ name }) => isIn(name));
		const about = attribute && aboutAttribute(type.text, attribute.name.text)?.about;
		if (about)
			return { range: { start: attribute.name.start, end: attribute.name.end }, markdown: paragraphs(`**${code(attribute.name.text)}**`, translate(about)) };
	}
	return undefined;
}

/** More a hover does not show. */
const mostShown = 25;

function aboutName(own: BakeFile, along: Along, kind: string, name: string): readonly (string | Message)[] {
	const files = [...along.before, own, ...along.behind];
	if (kind === "target" && files.some((each) => targetsOf(each).has(name)))
		return [say`**Target ${code(name)}**, with what it inherits:`, bullets(resolvedLines(own, along, name))];
	const groups = kind === "target" ? files.flatMap((each) => (groupsOf(each).has(name) ? [each] : [])) : [];
	for (const each of groups.slice(-1)) {
		const group = groupsOf(each).get(name);
		return [say`**Group ${code(name)}**`, (group && sourceOf(each, attributeOf(group, "targets")?.value)) ?? ""];
	}
	if (kind === "variable") {
		const isGlobal = (each: BakeFile): boolean => each.globals.some((global) => global.name.text === name);
		const file = files.findLast((each) => variablesOf(each).has(name) || isGlobal(each));
		if (!file) return [];
		const variable = variablesOf(file).get(name);
		const [value, description] = variable ? ["default", "description"].map((each) => attributeOf(variable, each)?.value) : [];
		const global = file.globals.findLast((each) => each.name.text === name);
		const shown = sourceOf(file, value ?? global?.value);
		return [
			shown === undefined ? say`**Variable ${code(name)}**, without a default` : say`**Variable ${code(name)}**, by default ${shown}`,
			code_(constantOf(description)),
		];
	}
	if (kind === "function" && builtInFunctions.includes(name))
		return [
			say`**Function ${code(name)}**, which bake brings along: [what it does](${`https://github.com/docker/buildx/blob/master/docs/bake-stdlib.md#${name}`})`,
		];
	return [];
}

const code_ = (text: string | undefined): string => (text ? code(text) : "");

const sourceOf = ({ text }: BakeFile, value: Range | undefined): string | undefined => value && code(text.slice(value.start, value.end));

function resolvedLines(own: BakeFile, along: Along, target: string): readonly string[] {
	const { values, entries } = resolveTarget(own, target, along);
	const line = (name: string, { value, from, file }: Inherited): string =>
		`${code(name)}: ${sourceOf(file, value) ?? ""}${from === target ? "" : ` ← ${code(from)}`}`;
	const merged = [...entries].flatMap(([attribute, own]) => [...own].map(([key, inherited]) => line(`${attribute}.${key}`, inherited)));
	const lines = [...[...values].map(([name, inherited]) => line(name, inherited)), ...merged];
	return lines.length > mostShown ? [...lines.slice(0, mostShown), "…"] : lines;
}
