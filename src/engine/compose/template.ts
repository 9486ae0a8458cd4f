/** The value of a variable; undefined where it is not set. */
export type Lookup = (name: string) => string | undefined;

/** What became of a text: its new text, and of which variables nothing was known. Offsets are in the text. */
export type Substituted = {
	readonly text: string;
	/** Variables that are not set, for which there is nothing instead. */
	readonly unset: readonly { readonly name: string; readonly start: number; readonly end: number }[];
	/** The first thing that Compose refuses. */
	readonly error: SubstitutionError | undefined;
};

export type SubstitutionError = { readonly start: number; readonly end: number } & (
	| { readonly kind: "invalid" }
	/** `reason` is what the file says in such a case. */
	| { readonly kind: "required"; readonly name: string; readonly reason: string }
);

/**
 * A `$` and what belongs to it, as Compose's own pattern has it. What stands in braces goes to the last brace of the line, and is cut at the one that closes it
 * afterwards: https://github.com/compose-spec/compose-go/blob/v2.14.0/template/template.go.
 */
const variable = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{(?:([_a-z][_a-z0-9]*(?::?[-+?].*)?)\})?)/i;
const anyVariable = new RegExp(variable, "gi");
/** Variables in the defaults of others, and so on: no honest text has so many. */
const deepest = 200;
const tooDeep: Substituted = { text: "", unset: [], error: { kind: "invalid", start: 0, end: 0 } };

const operators = [":?", "?", ":-", "-", ":+", "+"];

/** Replaces `$NAME` and `${NAME…}` as Compose does. */
export function substitute(template: string, lookup: Lookup, depth = 0): Substituted {
	if (!template.includes("$")) return { text: template, unset: [], error: undefined };
	const unset: { name: string; start: number; end: number }[] = [];
	let error: SubstitutionError | undefined;
	let text = "";
	let done = 0;
	for (let match = nextVariable(template, 0); match; match = nextVariable(template, done)) {
		const { 0: whole, 1: escaped, 2: named, index: start } = match;
		const close = escaped || named ? -1 : closingBrace(whole);
		const own = close < 0 ? whole : whole.slice(0, close + 1);
		const end = start + own.length;
		text += template.slice(done, start);
		// What stands behind the brace that closes is read by itself.
		done = end;
		const name = named ?? (escaped ? undefined : variable.exec(own)?.[3]);
		const found = escaped ? undefined : named ? plain : name ? replaceBraced(name, firstOperator(whole), lookup, depth + 1) : invalid;
		if (!found) text += "$";
		else if (found.kind === "error") error ??= { ...found.error, start, end: found === invalid ? endOfInvalid(template, end) : end };
		else if (found.kind === "text") {
			text += found.text;
			const inner = start + "${".length + found.at;
			for (const each of found.unset) unset.push({ name: each.name, start: inner + each.start, end: inner + each.end });
		} else if (name) {
			const value = lookup(name);
			if (value === undefined) unset.push({ name, start, end });
			text += value ?? "";
		}
	}
	return { text: text + template.slice(done), unset, error };
}

/** A variable in a text, by offsets in that. */
export type TemplateVariable = {
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly nameStart: number;
	/** `:-` and the like; undefined of one alone. */
	readonly operator: string | undefined;
	/** What stands behind the operator. */
	readonly other: string;
};

/** The variables of a text, outer ones first, as `substitute` reads them; those that it refuses are left out. */
export function variablesOf(template: string, base = 0, depth = 0): readonly TemplateVariable[] {
	if (!template.includes("$") || depth > deepest) return [];
	const found: TemplateVariable[] = [];
	let done = 0;
	for (let match = nextVariable(template, 0); match; match = nextVariable(template, done)) {
		const { 0: whole, 1: escaped, 2: named, index: start } = match;
		const close = escaped || named ? -1 : closingBrace(whole);
		const own = close < 0 ? whole : whole.slice(0, close + 1);
		done = start + own.length;
		const inside = named ?? (escaped ? undefined : variable.exec(own)?.[3]);
		if (!inside) continue;
		const operator = named ? undefined : firstOperator(whole);
		const index = operator === undefined ? -1 : inside.indexOf(operator);
		const nameStart = base + start + (named ? 1 : "${".length);
		const name = index < 0 ? inside : inside.slice(0, index);
		const at = index < 0 || operator === undefined ? inside.length : index + operator.length;
		const other = inside.slice(at);
		found.push({ start: base + start, end: base + start + own.length, name, nameStart, operator: index < 0 ? undefined : operator, other });
		for (const inner of variablesOf(other, nameStart + at, depth + 1)) found.push(inner);
	}
	return found;
}

function nextVariable(template: string, from: number): RegExpExecArray | null {
	anyVariable.lastIndex = from;
	return anyVariable.exec(template);
}

/** Behind the brace by which its writer has closed it, if any is in the line, or else behind the word. */
const endOfInvalid = (template: string, end: number): number => end + (/^(?:[^\n}$]*\}|[^\s}"'$]*)/.exec(template.slice(end))?.[0].length ?? 0);

const plain = { kind: "plain" } as const;
const invalid = { kind: "error", error: { kind: "invalid", start: 0, end: 0 } } as const;

type Braced =
	| { readonly kind: "plain" }
	| { readonly kind: "text"; readonly text: string; readonly at: number; readonly unset: Substituted["unset"] }
	| { readonly kind: "error"; readonly error: SubstitutionError };

/** `plain`: only a name stands there. */
function replaceBraced(inside: string, operator: string, lookup: Lookup, depth: number): Braced {
	const index = inside.indexOf(operator);
	if (index < 0) return { kind: "plain" };
	const name = inside.slice(0, index);
	const at = index + operator.length;
	const other = inside.slice(at);
	const value = lookup(name);
	const isGiven = value !== undefined && (!operator.startsWith(":") || value !== "");
	const wantsOther = operator.endsWith("+") ? isGiven : !isGiven;
	if (!wantsOther) return { kind: "text", text: value ?? "", at, unset: [] };
	const { text, unset, error } = depth > deepest ? tooDeep : substitute(other, lookup, depth);
	if (error) return { kind: "error", error };
	if (operator.endsWith("?")) return { kind: "error", error: { kind: "required", name, reason: text, start: 0, end: 0 } };
	return { kind: "text", text, at, unset };
}

/** The operator that stands first in the text; where none does, one that will not be found either. */
function firstOperator(text: string): string {
	let [first, at] = [":?", Infinity];
	for (const operator of operators) {
		const index = text.indexOf(operator);
		if (index >= 0 && index < at) [first, at] = [operator, index];
	}
	return first;
}

/** Where the brace is closed that the text opens first; -1 where it is not. The character after an opening brace counts for nothing. */
function closingBrace(text: string): number {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "}" && --open === 0) return at;
		if (text[at] === "{") {
			open++;
			at++;
		}
	}
	return -1;
}

/** A variable in a text, as it is written. Offsets are in the text. */
export type VariableUse = {
	readonly name: string;
	/** What stands behind the name in braces, such as `:-`; empty where nothing does. */
	readonly operator: string;
	/** What stands behind the operator. */
	readonly other: string;
	readonly isBraced: boolean;
	readonly start: number;
	readonly end: number;
};

/** All variables of a text, outer ones first; what Compose refuses is left out. */
export function variablesIn(template: string, at = 0, depth = 0): readonly VariableUse[] {
	if (!template.includes("$") || depth > deepest) return [];
	const found: VariableUse[] = [];
	let done = 0;
	for (let match = nextVariable(template, 0); match; match = nextVariable(template, done)) {
		const { 0: whole, 1: escaped, 2: named, index } = match;
		const close = escaped || named ? -1 : closingBrace(whole);
		const own = close < 0 ? whole : whole.slice(0, close + 1);
		done = index + own.length;
		const inside = named ?? (escaped ? undefined : variable.exec(own)?.[3]);
		if (!inside) continue;
		const first = named ? "" : firstOperator(whole);
		const operator = first !== "" && inside.includes(first) ? first : "";
		const name = operator === "" ? inside : inside.slice(0, inside.indexOf(operator));
		const other = inside.slice(name.length + operator.length);
		const start = at + index;
		found.push({ name, operator, other, isBraced: !named, start, end: start + own.length });
		for (const inner of variablesIn(other, start + "${".length + name.length + operator.length, depth + 1)) found.push(inner);
	}
	return found;
}
