import { type Message, say, textOf } from "../text/message.ts";

/** Thrown by an encoder where no spelling of the value is safe in that place; `render` turns it into a refusal. */
export class Unencodable extends Error {
	override readonly name = "Unencodable";
	readonly problem: Message;

	constructor(problem: Message) {
		super(textOf(problem));
		this.problem = problem;
	}
}

/**
 * One word of a Dockerfile, as in `ENV NAME=word`. Quoted where that is needed; `$` stands for itself.
 * A Dockerfile has no spelling for a line break inside a word.
 */
export function word(value: unknown): string {
	const text = line(value);
	return /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(text) ? text : `"${text.replace(/[\\"$]/g, "\\$&")}"`;
}

/** A path in a `--mount` flag, which is comma-separated and takes no quotes that every version of BuildKit agrees on. */
export function mount(value: unknown): string {
	const text = line(value);
	if (!/^[\p{L}\p{N}_./@+-]+$/u.test(text)) throw new Unencodable(say`A mount's path cannot be ${JSON.stringify(text)}`);
	return text;
}

/** The JSON form of an instruction's arguments: a list of texts, each of them one argument whatever it holds. */
export function json(value: unknown): string {
	return `[${list(value).map(jsonText).join(", ")}]`;
}

/** One word of a POSIX shell in a RUN instruction. */
export function shell(value: unknown): string {
	const text = line(value);
	return /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A whole number, bare. */
function integer(value: unknown): string {
	if (!Number.isSafeInteger(value)) throw new TypeError("A whole number is needed here");
	return String(value);
}

/** The rest of a comment's line. */
const comment = (value: unknown): string => line(value);

/** A variable's name, in any place of a Dockerfile or a Compose file. */
function variable(value: unknown): string {
	const text = safe(value);
	if (!/^[A-Za-z_]\w*$/.test(text)) throw new Unencodable(say`${JSON.stringify(text)} is no name of a variable`);
	return text;
}

/** A YAML text, or a list of them in flow style; `$` is doubled, for Compose replaces `$NAME`. */
export function yaml(value: unknown): string {
	if (Array.isArray(value)) return `[${list(value).map(yaml).join(", ")}]`;
	return jsonText(value).replaceAll("$", "$$$$");
}

/** JSON is YAML but for the few characters that older readers of YAML take for line breaks or refuse. */
function jsonText(value: unknown): string {
	return JSON.stringify(safe(value)).replace(
		/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

function line(value: unknown): string {
	const text = safe(value);
	if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(text)) throw new Unencodable(say`Line breaks and control characters have no place in ${JSON.stringify(text)}`);
	return text;
}

function list(value: unknown): readonly unknown[] {
	if (!Array.isArray(value)) throw new TypeError("A list is needed here");
	return value;
}

function safe(value: unknown): string {
	if (typeof value !== "string") throw new TypeError(`A text is needed here, not ${typeof value}`);
	if (value.includes("\0") || /\p{Cs}/u.test(value)) throw new Unencodable(say`${JSON.stringify(value)} is not text`);
	return value;
}

/** All of them, by the names that templates use. */
export const encoders = { word, mount, json, shell, integer, yaml, comment, variable } as const;
