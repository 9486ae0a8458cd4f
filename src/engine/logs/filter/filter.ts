import type { FieldValue } from "../fields/field.ts";
import type { LineTest } from "./machine.ts";

/** `=` and `!=` take `*` for any text. */
export type Operator = "=" | "!=" | ">" | ">=" | "<" | "<=" | "~" | "!~";

/** What a filter says. */
export type Filter =
	| { readonly kind: "all" | "any"; readonly parts: readonly Filter[] }
	| { readonly kind: "not"; readonly part: Filter }
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "pattern"; readonly test: LineTest }
	| {
			readonly kind: "field";
			readonly name: string;
			readonly operator: Operator;
			readonly value: FieldValue;
			readonly text: string;
			readonly test: LineTest | undefined;
	  };

/** What is wrong with a filter. `detail` is the word that it is about. */
export type FilterProblem = {
	readonly kind:
		| "unclosedQuote"
		| "unclosedPattern"
		| "unclosedParenthesis"
		| "extraParenthesis"
		| "missingValue"
		| "missingTerm"
		| "unknownLevel"
		| "badPattern"
		| "unsupportedPattern"
		| "longPattern";
	readonly start: number;
	readonly end: number;
	readonly detail: string;
};
