import { all, character, edge, type Expression, one, repeat, toTest } from "../text/automaton.ts";

/** Whether the pattern of one part of a path fits a name. One with a dot at its beginning fits no wildcard there. What is no pattern, as `[z-a]`, fits nothing. */
export function fits(pattern: string, name: string): boolean {
	if (name.startsWith(".") && /^[*?[]/.test(pattern)) return false;
	return testOf(pattern)(name);
}

function testOf(pattern: string): (name: string) => boolean {
	const parts: Expression[] = [edge("^")];
	for (let at = 0; at < pattern.length; at++) {
		const written = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
		const close = written === "[" ? pattern.indexOf("]", at + 2) : -1;
		// Several in a row mean what one does.
		if (written === "*") parts.push(...(pattern[at - 1] === "*" ? [] : [repeat(any, 0, Infinity)]));
		else if (written === "?") parts.push(any);
		else if (close > 0) {
			const set = pattern
				.slice(at + 1, close)
				.replace(/^!/, "^")
				.replace(/[\\\][]/g, "\\$&");
			parts.push(one(`[${set}]`));
			at = close;
		} else {
			const literal = written === "\\" ? pattern[++at] : written;
			if (literal !== undefined) parts.push(character(literal));
			at += written.length - 1;
		}
	}
	return toTest(all([...parts, edge("$")])) ?? (() => false);
}

const any = one("[^\\n\\r\\u2028\\u2029]");
