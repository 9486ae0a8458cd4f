import { parseInHole } from "../hcl/expressions.ts";
import { parseJson } from "../hcl/json.ts";
import { parseHcl } from "../hcl/parse.ts";
import type { Attribute, Body, Expression } from "../hcl/syntax.ts";
import type { BakeAttribute, BakeBlock, BakeFile } from "./syntax.ts";

/** Reads any text. What begins as a file in JSON does is one. */
export function parseBake(text: string): BakeFile {
	if (!/^\uFEFF?\s*\{/.test(text)) {
		const { body, problems, comments } = parseHcl(text);
		return { text, isJson: false, ...contentOf(body), problems, comments };
	}
	const { root, problems } = parseJson(text, parseInHole);
	const [blocks, globals]: [BakeBlock[], BakeAttribute[]] = [[], []];
	for (const { name, value, start, end } of root.kind === "object" ? root.entries : []) {
		if (!name) continue;
		if (!types.has(name.text)) globals.push({ name, value, start, end });
		else for (const each of value ? objectsIn(value) : []) blocks.push(...blocksIn(name, each));
	}
	return { text, isJson: true, blocks, globals, problems, comments: [] };
}

const types: ReadonlySet<string> = new Set(["target", "group", "variable", "function"]);

function contentOf(body: Body): { readonly blocks: readonly BakeBlock[]; readonly globals: readonly BakeAttribute[] } {
	const blocks: BakeBlock[] = [];
	for (const item of body.items) {
		if (item.kind !== "block") continue;
		const { type, labels, start, end } = item;
		const { blocks: inner, globals: attributes } = contentOf(item.body);
		blocks.push({
			type,
			name: labels.length === 1 ? labels[0] : undefined,
			attributes,
			inner,
			body: { start: item.body.start, end: item.body.end },
			start,
			end,
		});
	}
	return { blocks, globals: body.items.flatMap((item) => (item.kind === "attribute" ? [toAttribute(item)] : [])) };
}

const toAttribute = ({ name, value, start, end }: Attribute): BakeAttribute => ({ name, value, start, end });

type ObjectExpression = Expression & { readonly kind: "object" };

/** JSON has several objects of a kind in one, or in a list. */
const objectsIn = (value: Expression): readonly ObjectExpression[] =>
	value.kind === "object" ? [value] : value.kind === "list" ? value.items.flatMap((item) => (item.kind === "object" ? [item] : [])) : [];

const blocksIn = (type: BakeBlock["type"], { entries }: ObjectExpression): readonly BakeBlock[] =>
	entries.flatMap(({ name, value, start, end }) =>
		(value ? objectsIn(value) : []).map((object) => ({
			type,
			name,
			attributes: object.entries.flatMap((entry): readonly BakeAttribute[] => (entry.name ? [{ ...entry, name: entry.name }] : [])),
			inner: [],
			body: { start: object.start + 1, end: Math.max(object.start + 1, object.end - 1) },
			start,
			end,
		})),
	);
