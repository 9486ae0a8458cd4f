import type { Message } from "../text/message.ts";
import type { Range } from "../text/text.ts";

/** What a file in HashiCorp's configuration language says, with ranges: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export type Body = Range & { readonly items: readonly Item[] };

export type Item = Attribute | Block;

/** `name = value`; without the value, and maybe the sign, where somebody is still typing. */
export type Attribute = Range & {
	readonly kind: "attribute";
	readonly name: Word;
	readonly equals: number | undefined;
	readonly value: Expression | undefined;
};

/** `type "label" { … }`, up to its closing brace, or to where it is given up. */
export type Block = Range & { readonly kind: "block"; readonly type: Word; readonly labels: readonly Word[]; readonly body: Body; readonly isClosed: boolean };

/** A name as it is meant, and where it stands, without quotes around it. */
export type Word = Range & { readonly text: string };

export type Expression = Range &
	(
		| { readonly kind: "string"; readonly parts: readonly StringPart[]; readonly content: Range; readonly isClosed: boolean; readonly isHeredoc: boolean }
		| { readonly kind: "literal"; readonly value: number | boolean | null }
		| { readonly kind: "name"; readonly text: string }
		| { readonly kind: "member"; readonly of: Expression; readonly name: Word }
		| { readonly kind: "index"; readonly of: Expression; readonly index: Expression }
		| { readonly kind: "call"; readonly name: Word; readonly args: readonly Expression[]; readonly open: number }
		| { readonly kind: "list"; readonly items: readonly Expression[]; readonly isClosed: boolean }
		| { readonly kind: "object"; readonly entries: readonly Entry[]; readonly isClosed: boolean }
		/** `names` are known in `parts`, and not in `of`. */
		| { readonly kind: "for"; readonly names: readonly Word[]; readonly of: Expression; readonly parts: readonly Expression[] }
		/** Operands of an operator, or what stands in parentheses. */
		| { readonly kind: "operation"; readonly operands: readonly Expression[]; readonly operator: string }
		| { readonly kind: "missing" }
	);

/** `name` is the key where that is not computed. */
export type Entry = Range & { readonly key: Expression; readonly name: Word | undefined; readonly value: Expression | undefined };

export type StringPart = Range &
	(
		| { readonly kind: "text"; readonly value: string }
		| { readonly kind: "hole"; readonly value: Expression }
		/** `%{ if … }`, `%{ for name in … }`, `%{ endif }`. */
		| { readonly kind: "directive"; readonly names: readonly Word[]; readonly value: Expression | undefined }
	);

export type HclProblem = { readonly at: Range; readonly message: Message };

export type HclFile = { readonly text: string; readonly body: Body; readonly problems: readonly HclProblem[]; readonly comments: readonly Range[] };

/** What is in an expression, in order; keys of objects where they are computed. */
export function childrenOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case "string":
			return expression.parts.flatMap((part) => (part.kind !== "text" && part.value ? [part.value] : []));
		case "member":
			return [expression.of];
		case "index":
			return [expression.of, expression.index];
		case "call":
			return expression.args;
		case "list":
			return expression.items;
		case "object":
			return expression.entries.flatMap(({ key, name, value }) => [...(name && key.kind === "name" ? [] : [key]), ...(value ? [value] : [])]);
		case "for":
			return [expression.of, ...expression.parts];
		case "operation":
			return expression.operands;
		default:
			return [];
	}
}

/** The text of a string in which nothing is computed. */
export function constantOf(expression: Expression | undefined): string | undefined {
	if (expression?.kind !== "string") return undefined;
	let text = "";
	for (const part of expression.parts) {
		if (part.kind !== "text") return undefined;
		text += part.value;
	}
	return text;
}
