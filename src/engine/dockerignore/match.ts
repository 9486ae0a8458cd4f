import { toTest } from "../text/automaton.ts";
import { readExpression } from "./re2.ts";

/** Whether a pattern fits a path, which has slashes and no `.` or `..` in it. */
export type Match = (path: string) => boolean;

/**
 * What a simplified pattern fits, as https://github.com/moby/patternmatcher has it, with its quirks: it makes a regular expression for Go of a pattern only where
 * it must, and does not ask what a backslash, a brace or a bar means there. Undefined where that is no regular expression: the build fails once it is asked.
 */
export function toMatch(pattern: string): Match | undefined {
	let kind: "exact" | "prefix" | "suffix" | "expression" = "exact";
	let expression = "^";
	const characters = Array.from(pattern);
	for (let at = 0, token = 0; at < characters.length; token++) {
		const character = characters[at++] as string;
		if (character === "*" && characters[at] === "*") {
			at++;
			if (characters[at] === "/") at++;
			if (at < characters.length) {
				expression += "(.*/)?";
				kind = "expression";
			} else if (kind === "exact") kind = "prefix";
			else {
				expression += ".*";
				kind = "expression";
			}
			if (token === 0) kind = "suffix";
		} else if (character === "*" || character === "?") {
			expression += character === "*" ? "[^/]*" : "[^/]";
			kind = "expression";
		} else if (character === "\\" && at < characters.length) {
			expression += `\\${characters[at++]}`;
			kind = "expression";
		} else if (/[.+()$\\]/.test(character)) expression += `\\${character}`;
		else {
			if (character === "[" || character === "]") kind = "expression";
			expression += character;
		}
	}
	switch (kind) {
		case "exact":
			return (path) => path === pattern;
		case "prefix":
			return (path) => path.startsWith(pattern.slice(0, -2));
		case "suffix":
			return (path) => path.endsWith(pattern.slice(2)) || (pattern[2] === "/" && path === pattern.slice(3));
		case "expression": {
			const read = readExpression(`${expression}$`);
			return read && toTest(read);
		}
	}
}

/**
 * Whether Docker takes the pattern. It asks `filepath.Match` of Go whether that fits `.`, which looks at sets and backslashes only as far as it has to: up to the
 * first star, and up to the second where what stands before the first is a dot. What is wrong further on, only a path brings to light.
 */
export function isTaken(pattern: string): boolean {
	const [first = "", second = ""] = chunksOf(pattern);
	return isWhole(first) && (!/^(?:[^[\\]|\\[^]|\[[^]*)$/u.test(first) || toMatch(first)?.(".") !== true || isWhole(second));
}

/** What stands between stars, those in sets and behind backslashes left alone. */
function chunksOf(pattern: string): readonly string[] {
	const chunks: string[] = [];
	let isInSet = false;
	let start = 0;
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at];
		if (character === "\\") at++;
		else if (character === "[") isInSet = true;
		else if (character === "]") isInSet = false;
		else if (character === "*" && !isInSet) {
			if (at > start) chunks.push(pattern.slice(start, at));
			start = at + 1;
		}
	}
	chunks.push(pattern.slice(start));
	return chunks;
}

const isWhole = (chunk: string): boolean => /^(?:[^[\\]|\\[^]|\[(?:\^|(?!\^))(?:(?:[^\]\\-]|\\[^])(?:-(?:[^\]\\-]|\\[^]))?)+\])*$/u.test(chunk);
