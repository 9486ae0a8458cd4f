import { findInAccess, readAccess } from "./access.ts";
import type { Fields, FieldValue } from "./field.ts";
import { findInJson, readJson } from "./json.ts";
import { findInPairs, isLogfmt, readPairs } from "./pairs.ts";

/** How a line says its fields. `json` may stand behind a text. */
export type Format = { readonly kind: "json"; readonly start: number } | { readonly kind: "logfmt" | "access" | "pairs" } | { readonly kind: "text" };

/** One object for all lines of a kind. */
const text: Format = { kind: "text" };
const logfmt: Format = { kind: "logfmt" };
const access: Format = { kind: "access" };
const pairs: Format = { kind: "pairs" };
const wholeJson: Format = { kind: "json", start: 0 };

/** The fields of a line, given as it is shown, and how it says them: what `findField` is given to find one of them again, for nearly nothing. */
export function readFields(line: string): { readonly fields: Fields; readonly format: Format } {
	if (line.endsWith("}") || line.endsWith("} ")) {
		const whole = readJson(line, line.startsWith("{") ? 0 : /^\s*/.exec(line)?.[0].length);
		if (whole) return { fields: whole, format: line.startsWith("{") ? wholeJson : { kind: "json", start: line.indexOf("{") } };
		// zap, hclog and Monolog write what goes with a text behind it.
		const start = /[\s:|]\{(?=")/.exec(line)?.index;
		const behind = start === undefined ? undefined : readJson(line, start + 1);
		if (behind && start !== undefined) return { fields: behind, format: { kind: "json", start: start + 1 } };
	}
	if (isLogfmt(line)) return { fields: readPairs(line) ?? none, format: logfmt };
	const request = readAccess(line);
	if (request) return { fields: request, format: access };
	const some = readPairs(line);
	return some ? { fields: some, format: pairs } : { fields: none, format: text };
}

const none: Fields = new Map();

/** One field of a line by its path. */
export function findField(line: string, format: Format, path: string): FieldValue | undefined {
	switch (format.kind) {
		case "text":
			return undefined;
		case "json":
			// Keys may be written with escapes.
			return /[^ -~]|["\\]/.test(path) && line.includes("\\") ? readJson(line, format.start)?.get(path) : findInJson(line, format.start, path);
		case "access":
			return findInAccess(line, path);
		default:
			return findInPairs(line, path);
	}
}
