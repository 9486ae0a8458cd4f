import { aboutAttribute, blockTypes } from "../../bake/attributes.ts";
import { builtInFunctions } from "../../bake/functions.ts";
import { bakePlaceAt } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { attributeOf, groupsOf, type Inherited, type Named, resolveTarget, targetsOf, variablesOf } from "../../bake/targets.ts";
import { constantOf } from "../../hcl/syntax.ts";
import { type Catalogue, type Message, say, textOf } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import type { Hover } from "../hover.ts";
import { bullets, code, paragraphs } from "../markdown.ts";

/** What is at the offset: an attribute, a kind of block, or what is named there. */
export function bakeHover(file: BakeFile, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	const translate = (message: Message): string => textOf(message, catalogue);
	const isIn = ({ start, end }: Range): boolean => start <= offset && offset <= end;
	const place = bakePlaceAt(file, offset);
	if (place) {
		const markdown = paragraphs(...aboutName(file, place.kind, place.name).map((part) => (typeof part === "string" ? part : translate(part))));
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

function aboutName(file: BakeFile, kind: string, name: string): readonly (string | Message)[] {
	const target = kind === "target" ? targetsOf(file).get(name) : undefined;
	if (target) return [say`**Target ${code(name)}**, with what it inherits:`, bullets(resolvedLines(file, target))];
	const group = kind === "target" ? groupsOf(file).get(name) : undefined;
	if (group) return [say`**Group ${code(name)}**`, sourceOf(file, attributeOf(group, "targets")?.value) ?? ""];
	if (kind === "variable") {
		const variable = variablesOf(file).get(name);
		const [value, description] = variable ? ["default", "description"].map((each) => attributeOf(variable, each)?.value) : [];
		const global = file.globals.findLast((each) => each.name.text === name);
		if (!variable && !global) return [];
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

function resolvedLines(file: BakeFile, target: Named): readonly string[] {
	const { values, entries } = resolveTarget(file, target.name);
	const line = (name: string, { value, from }: Inherited): string =>
		`${code(name)}: ${sourceOf(file, value) ?? ""}${from === target.name ? "" : ` ← ${code(from)}`}`;
	const merged = [...entries].flatMap(([attribute, own]) => [...own].map(([key, inherited]) => line(`${attribute}.${key}`, inherited)));
	const lines = [...[...values].map(([name, inherited]) => line(name, inherited)), ...merged];
	return lines.length > mostShown ? [...lines.slice(0, mostShown), "…"] : lines;
}
