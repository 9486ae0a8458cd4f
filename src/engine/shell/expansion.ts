import type { WordPart } from "unbash";
import type { ShellWord } from "./shell-word.ts";

/** What the shell puts in place of words: the values of a variable, and whether braces mean anything to it. */
export type Expansion = { readonly variable: (name: string) => readonly string[] | undefined; readonly braces: boolean };

/** More alternatives than this no word has that somebody wrote. */
const most = 100;

/**
 * The file name patterns that the shell makes of a word, a backslash before what means itself; "~" for the home directory at their beginning.
 * Empty where something decides that the text does not tell.
 */
export function patternsOf(word: ShellWord, expansion: Expansion): readonly string[] {
	const { text } = word;
	// A pattern of plain characters means what it says.
	if (plainPattern.test(text)) return [text];
	if (simpleText.test(text)) return expandSimply(text, expansion);
	const { value } = word;
	// In quotes "~" is a name like any other.
	if (value !== undefined) return [(value.startsWith("~") ? "./" : "") + (wildcard.test(value) ? literally(value) : value)];
	const { parts } = word;
	if (!parts) return /^~(?:\/|$)/.test(text) ? [`~${literally(text.slice(1))}`] : [];
	const patterns = join(parts.map((part) => patternsOfPart(part, expansion)));
	// A variable without quotes may hold several words.
	return patterns.flatMap((pattern) => (/\s/.test(pattern) && isBare(parts) ? pattern.split(/\s+/).filter(Boolean) : [pattern]));
}

const wildcard = /[\\*?[\]]/;
const plainPattern = /^[\w./:@%+,^=*?-]+$/;

/** Plain characters, variables and double quotes: what most words consist of needs no tree. */
const simpleText = /^(?!"?\$\w+"?$|"?\$\{\w+\}"?$)(?:[\w./:@%+,^=*?-]|\$[A-Za-z_]\w*(?!\w)|\$\{[A-Za-z_]\w*\}|")+$/;
const simplePart = /\$\{?(\w+)\}?|"|[^"$]+/g;

function expandSimply(text: string, expansion: Expansion): readonly string[] {
	const parts: (readonly string[] | undefined)[] = [];
	let isQuoted = false;
	for (const [part, variable] of text.matchAll(simplePart)) {
		if (part === '"') isQuoted = !isQuoted;
		else if (variable === undefined) parts.push([isQuoted ? literally(part) : part]);
		else {
			const values = expansion.variable(variable);
			parts.push(isQuoted ? values?.map(quoted) : values);
		}
	}
	return isQuoted ? [] : join(parts);
}

const isBare = (parts: readonly WordPart[]): boolean => parts.length === 1 && (parts[0]?.type === "SimpleExpansion" || parts[0]?.type === "ParameterExpansion");

const literally = (text: string): string => text.replace(/[\\*?[\]]/g, "\\$&");

function join(parts: readonly (readonly string[] | undefined)[]): readonly string[] {
	let joined: readonly string[] = [""];
	for (const alternatives of parts) {
		if (!alternatives) return [];
		joined = joined.flatMap((before) => alternatives.map((each) => before + each));
		if (joined.length > most) return [];
	}
	return joined;
}

function patternsOfPart(part: WordPart, expansion: Expansion): readonly string[] | undefined {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted":
			return [literally(part.value)];
		case "Glob":
			return [part.text];
		case "DoubleQuoted":
		case "LocaleString":
			return join(part.parts.map((each) => (each.type === "Literal" ? [literally(each.value)] : patternsOfPart(each, expansion)?.map(quoted))));
		case "SimpleExpansion":
			return expansion.variable(part.text.slice(1));
		case "ParameterExpansion": {
			const { parameter, prefix, index, operation } = part;
			if (prefix || index || (operation && operation.type !== "Default")) return undefined;
			const values = expansion.variable(parameter);
			if (values || !operation || !/[-=]$/.test(operation.operator) || operation.operand.parts) return values;
			return [literally(operation.operand.value)];
		}
		case "CommandExpansion":
			return /^(?:\$\(|`)\s*(?:\S*\/)?(?:pip[\d.]*|python[\d.]* -m ?pip) cache dir\s*[)`]$/.test(part.text) ? ["~/.cache/pip"] : undefined;
		case "BraceExpansion":
			return expansion.braces ? alternativesIn(part.text) : [literally(part.text)];
		default:
			return undefined;
	}
}

/** In quotes the value of a variable is no pattern, but the "~" that stands for a home directory stays. */
const quoted = (pattern: string): string => literally(pattern.replace(/\\([\\*?[\]])/g, "$1"));

/** What `{a,b}` stands for; undefined where there is more to it. */
function alternativesIn(text: string): readonly string[] | undefined {
	const found: string[] = [];
	let depth = 0;
	let from = 1;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "{") depth++;
		else if (character === "}") depth--;
		if ((character === "," && depth === 1) || (character === "}" && depth === 0)) {
			found.push(text.slice(from, at));
			from = at + 1;
		}
	}
	if (found.length < 2 || /[$`"'\\]/.test(text)) return undefined;
	return found.flatMap((each) => {
		const open = each.indexOf("{");
		if (open < 0) return [each];
		const close = each.lastIndexOf("}");
		return (alternativesIn(each.slice(open, close + 1)) ?? []).map((inner) => each.slice(0, open) + inner + each.slice(close + 1));
	});
}
