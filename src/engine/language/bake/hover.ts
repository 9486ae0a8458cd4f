import { aboutAttribute, blockTypes } from "../../bake/attributes.ts";
import { builtInFunctions } from "../../bake/functions.ts";
import { bakePlaceNear, type BakePlace } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { type Along, attributeOf, functionsOf, groupsOf, type Inherited, resolveTarget, targetsOf, variablesOf } from "../../bake/targets.ts";
import { argumentsOf, defaultOf } from "../../dockerfile/declared-arguments.ts";
import { findStage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { constantOf } from "../../hcl/syntax.ts";
import { type Catalogue, type Message, say, textOf } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import type { Hover } from "../hover.ts";
import { bakeCursorAt } from "./cursor.ts";
import { bullets, code, paragraphs } from "../markdown.ts";

/** What is known besides the file: what bake reads along with it, and the Dockerfile that the target at the place is built from. */
export type BakeSurroundings = { readonly along?: Along; readonly dockerfile?: Dockerfile | undefined };

/** What is at the offset: an attribute, a kind of block, or what is named there, perhaps in the Dockerfile. */
export function bakeHover(
	file: BakeFile,
	offset: number,
	catalogue: Catalogue | undefined,
	{ along = { before: [], behind: [] }, dockerfile }: BakeSurroundings = {},
): Hover | undefined {
	const translate = (message: Message): string => textOf(message, catalogue);
	const isIn = ({ start, end }: Range): boolean => start <= offset && offset <= end;
	const place = bakePlaceNear(file, offset);
	const named = place && ((dockerfile && aboutNameInDockerfile(dockerfile, place)) ?? aboutName(file, along, place.kind, place.name));
	const markdown = paragraphs(...(named ?? []).map((part) => (typeof part === "string" ? part : translate(part))));
	if (place && markdown) return { range: { start: place.start, end: place.end }, markdown };
	if (file.comments.some(isIn)) return undefined;
	for (const { type, attributes } of file.blocks) {
		const kind = isIn(type) && Object.hasOwn(blockTypes, type.text) ? blockTypes[type.text] : undefined;
		if (kind) return { range: { start: type.start, end: type.end }, markdown: paragraphs(`**${code(type.text)}**`, translate(kind)) };
		const attribute = attributes.find((each) => isIn(each.name) || (each.value && isIn(each.value)));
		const known = attribute && aboutAttribute(type.text, attribute.name.text);
		if (!known) continue;
		const at = isIn(attribute.name) ? attribute.name : (bakeCursorAt(file, offset).path.at(-1) ?? attribute.name);
		const written = file.isJson || known.shape === "other" ? attribute.name.text : `${attribute.name.text} = ${shapes[known.shape]}`;
		return { range: { start: at.start, end: at.end }, markdown: paragraphs(`**${code(written)}**`, translate(known.about)) };
	}
	return undefined;
}

/** How values look. */
const shapes = { string: '"…"', list: '["…", …]', object: '{ … = "…" }', boolean: "true" };

/** More a hover does not show. */
const mostShown = 25;

function aboutNameInDockerfile(dockerfile: Dockerfile, { kind, name }: BakePlace): readonly Message[] | undefined {
	if (kind === "stage") {
		const stage = findStage(dockerfile, name);
		return stage && [say`**Stage ${code(name)}** of the Dockerfile, built on ${code(stage.image?.text ?? "")}`];
	}
	if (kind !== "argument" || !argumentsOf(dockerfile).has(name)) return undefined;
	const value = defaultOf(dockerfile, name);
	return [
		value
			? say`**Argument ${code(name)}** of the Dockerfile, by default ${code(value.text)}`
			: say`**Argument ${code(name)}** of the Dockerfile, without a default`,
	];
}

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
	const written = kind === "function" ? files.findLast((each) => functionsOf(each).has(name)) : undefined;
	const called = written && functionsOf(written).get(name);
	if (called) {
		const [params, more, result] = ["params", "variadic_params", "result"].map((each) => attributeOf(called, each)?.value);
		const names = [params, more].flatMap((each) => (each ? [written.text.slice(each.start, each.end).replace(/^\[|\]$/g, "")] : []));
		return [say`**Function ${code(`${name}(${names.join(", ")}${more ? "…" : ""})`)}** of this file`, sourceOf(written, result) ?? ""];
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
