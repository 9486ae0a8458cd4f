/** The pattern of one part of a path, as a regular expression. A name with a dot at its beginning matches no wildcard there. */
export function toRegExp(pattern: string): RegExp {
	let source = /^[*?[]/.test(pattern) ? "(?!\\.)" : "";
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at] ?? "";
		const close = character === "[" ? pattern.indexOf("]", at + 2) : -1;
		// Several in a row mean what one does, and would be tried in every way.
		if (character === "*") source += source.endsWith(".*") && pattern[at - 1] === "*" ? "" : ".*";
		else if (character === "?") source += ".";
		else if (close > 0) {
			source += `[${pattern
				.slice(at + 1, close)
				.replace(/^!/, "^")
				.replace(/[\\\]]/g, "\\$&")}]`;
			at = close;
		} else source += (character === "\\" ? (pattern[++at] ?? "") : character).replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
	}
	try {
		return new RegExp(`^${source}$`);
	} catch {
		return /(?!)/;
	}
}
