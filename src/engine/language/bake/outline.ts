import type { BakeAttribute, BakeBlock, BakeFile } from "../../bake/syntax.ts";
import { attributeOf, constantsIn } from "../../bake/targets.ts";
import { constantOf, type Expression } from "../../hcl/syntax.ts";
import { Lines, type Range } from "../../text/text.ts";
import type { Fold } from "../fold.ts";
import type { OutlineEntry } from "../outline-entry.ts";
import { shortened } from "../shortened.ts";

/** Blocks with what is set in them, and values at the top. In order. */
export const bakeOutline = (file: BakeFile): readonly OutlineEntry[] =>
	[...file.globals.map((attribute) => attributeEntry(file, attribute)), ...file.blocks.map((block) => blockEntry(file, block))].toSorted(
		(one, other) => one.range.start - other.range.start,
	);

function blockEntry(file: BakeFile, block: BakeBlock): OutlineEntry {
	const { type, name, attributes, start, end } = block;
	const selection = name && name.start >= start && name.end <= end ? name : type;
	const inherits = constantsIn(attributeOf({ name: "", blocks: [block] }, "inherits")?.value).map(({ text }) => text);
	return {
		name: shortened(name?.text ?? "") || type.text || "?",
		detail: shortened([type.text, ...inherits].join(" ")),
		kind: type.text === "variable" ? "variable" : type.text === "function" ? "command" : type.text === "group" ? "label" : "stage",
		range: { start, end },
		selection: { start: selection.start, end: selection.end },
		children: attributes.map((attribute) => attributeEntry(file, attribute)),
	};
}

function attributeEntry({ text }: BakeFile, { name, value, start, end }: BakeAttribute): OutlineEntry {
	const range = { start: Math.min(start, name.start), end: Math.max(end, name.end) };
	const detail = value && (constantOf(value) ?? text.slice(value.start, value.end));
	return {
		name: shortened(name.text) || "?",
		detail: shortened(detail ?? ""),
		kind: "setting",
		range,
		selection: { start: name.start, end: name.end },
		children: [],
	};
}

/** Blocks, lists, objects and here documents over several lines, and comments in a row. No two from the same line. */
export function bakeFolds(file: BakeFile): readonly Fold[] {
	const lines = new Lines(file.text);
	const folds = new Map<number, Fold>();
	const take = ({ start, end }: Range, kind: Fold["kind"]): void => {
		const [first, last] = [lines.lineAt(start), lines.lineAt(end)];
		// The line of a closing bracket stays in sight.
		const until = kind === undefined && /^\s*[\]})]/.test(file.text.slice(lines.starts[last], end)) ? last - 1 : last;
		if (first < until && !folds.has(first)) folds.set(first, { start, end: lines.lineRange(until).end, kind });
	};
	const takeValue = (value: Expression | undefined): void => {
		if (value && (value.kind === "list" || value.kind === "object" || value.kind === "for" || value.kind === "call" || value.kind === "string"))
			take(value, undefined);
		if (value?.kind === "object") for (const entry of value.entries) takeValue(entry.value);
	};
	for (const block of file.blocks) {
		take(block, undefined);
		for (const inner of block.inner) take(inner, undefined);
		for (const { value } of block.attributes) takeValue(value);
	}
	for (const { value } of file.globals) takeValue(value);
	for (let index = 0; index < file.comments.length;) {
		const first = file.comments[index] as Range;
		let last = first;
		while (++index < file.comments.length && lines.lineAt((file.comments[index] as Range).start) === lines.lineAt(last.end) + 1)
			last = file.comments[index] as Range;
		take({ start: first.start, end: last.end }, "comment");
	}
	return [...folds.values()].sort((one, other) => one.start - other.start);
}
