import type { ComposeFile, ComposeNode } from "../../compose/syntax.ts";
import type { Range } from "../../text/text.ts";
import { nameAtOffset } from "./names.ts";
import { variablesIn } from "./variables.ts";

/** What *Expand Selection* selects, from the innermost: a name, a variable, a value, its entry, what that is in. */
export function composeSelectionsAt(file: ComposeFile, offset: number): readonly Range[] {
	const ranges: Range[] = [];
	const take = ({ start, end }: Range): void => {
		if (start <= offset && offset <= end && start < end) ranges.push({ start, end });
	};
	const within = (node: ComposeNode): void => {
		take(node);
		if (node.kind === "scalar") takeText(file, node, take);
		if (node.kind === "sequence") for (const item of node.items) if (item.start <= offset && offset <= item.end) within(item);
		if (node.kind !== "mapping") return;
		for (const entry of node.entries) {
			if (entry.start > offset || offset > entry.end) continue;
			take(entry);
			within(entry.key);
			if (entry.value) within(entry.value);
		}
	};
	for (const root of file.roots) if (root.start <= offset && offset <= root.end) within(root);
	for (const comment of file.comments) take(comment);
	const name = nameAtOffset(file, offset);
	if (name) take(name);
	take({ start: 0, end: file.text.length });
	return inOrder(ranges);
}

/** What is between quotes, and a variable in it with its name. */
function takeText(file: ComposeFile, node: ComposeNode & { readonly kind: "scalar" }, take: (range: Range) => void): void {
	if (!node.isPlain && /^["']/.test(file.text.slice(node.start, node.start + 1))) take({ start: node.start + 1, end: node.end - 1 });
	for (const variable of variablesIn(file, node)) {
		take(variable);
		take(variable.at);
	}
}

/** Each in the next; of those that overlap without it the smaller. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
	const sorted = ranges.toSorted((one, other) => one.end - one.start - (other.end - other.start));
	const steps: Range[] = [];
	for (const range of sorted) {
		const last = steps.at(-1);
		if (!last || (range.start <= last.start && last.end <= range.end && range.end - range.start > last.end - last.start)) steps.push(range);
	}
	return steps;
}
