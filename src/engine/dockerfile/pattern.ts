/** `${name#pattern}`: the value without the shortest (or longest) match at its start. Throws on an escape that BuildKit does not know. */
export function removePrefix(value: string, pattern: string, isGreedy: boolean): string {
	const match = new RegExp(`^(?:${toExpression(pattern, isGreedy)})`, "u").exec(value);
	return match ? value.slice(match[0].length) : value;
}

/** `${name%pattern}`. Value and pattern are turned round, so that the shortest match at the end is the first one found. */
export function removeSuffix(value: string, pattern: string, isGreedy: boolean): string {
	return reversed([...removePrefix(reversed([...value]), reversed(pattern.match(/\\[^]|[^]/gu) ?? []), isGreedy)]);
}

/** `${name/pattern/replacement}`; every match with two slashes. */
export function replaceMatches(value: string, pattern: string, replacement: string, isEvery: boolean): string {
	return value.replace(new RegExp(toExpression(pattern, true), isEvery ? "gu" : "u"), () => replacement);
}

const mostSteps = 1e7;

/** Whether to look for the pattern might not come to an end in sight: each `*` tries all of the value that those before it leave. BuildKit looks in another way. */
export function isDear(value: string, pattern: string, isAnchored: boolean): boolean {
	const wild = pattern.match(/\*/g)?.length ?? 0;
	return value.length ** (isAnchored ? wild : wild + 1) > mostSteps;
}

const reversed = (pieces: readonly string[]): string => pieces.toReversed().join("");

/** `*` and `?` are wild, a backslash takes their meaning; there are no bracket expressions. */
function toExpression(pattern: string, isGreedy: boolean): string {
	let expression = "";
	const characters = [...pattern];
	for (let index = 0; index < characters.length; index++) {
		const character = characters[index] ?? "";
		if (character === "*") expression += isGreedy ? "[^\\n]*" : "[^\\n]*?";
		else if (character === "?") expression += "[^\\n]";
		else if (character === "\\") {
			const next = characters[index + 1] ?? "\ufffd";
			if (next === "}" || next === "/") continue;
			if (next !== "*" && next !== "?" && next !== "\\") throw new Error(`invalid escape '\\${next}'`);
			expression += `\\${next}`;
			index++;
		} else expression += character.replace(/[[\]{}.+()|^$/]/u, "\\$&");
	}
	return expression;
}
