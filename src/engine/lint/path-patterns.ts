import { fact } from "../text/fact.ts";
import type { Configuration } from "./configuration.ts";

const patternsOf = fact(({ ignore }: Configuration): readonly RegExp[] => ignore.map(toRegExp));

/**
 * Whether the configuration leaves the file out of linting. The path is relative to the folder of the configuration file, with "/" between its parts.
 * A pattern with a slash before its end counts from that folder, any other in every folder; one that matches a folder covers all that is in it.
 */
export const isLeftOut = (path: string, configuration: Configuration): boolean => patternsOf(configuration).some((pattern) => pattern.test(path));

/** `*`, `?` and `[a-z]` stay within a part of the path, `**` crosses parts, `{a,b}` is one of several. */
function toRegExp(pattern: string): RegExp {
	const plain = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
	const isAnchored = plain.includes("/");
	let source = "";
	let groups = 0;
	for (const [token] of plain.replace(/^\//, "").matchAll(/(?:\*\*\/)+|\*+|\[!?[^\]/]+\]|\\.|./gsu)) {
		if (token.startsWith("**/")) source += "(?:[^/]+/)*";
		else if (token.startsWith("**")) source += ".*";
		else if (token === "*") source += "[^/]*";
		else if (token === "?") source += "[^/]";
		else if (token.length > 2 && token.startsWith("[")) source += `[${token.slice(1, -1).replace(/^!/, "^").replace(/[\\[]/g, "\\$&")}]`;
		else if (token === "{") [source, groups] = [`${source}(?:`, groups + 1];
		else if (token === "}" && groups > 0) [source, groups] = [`${source})`, groups - 1];
		else if (token === "," && groups > 0) source += "|";
		else source += (token.startsWith("\\") && token.length > 1 ? token.slice(1) : token).replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
	}
	try {
		return new RegExp(`^${isAnchored ? "" : "(?:.*/)?"}${source}${")".repeat(groups)}(?:/.*)?$`, "s");
	} catch {
		// Only a range that runs backwards, as in [z-a], comes here; it matches nothing.
		return /(?!)/;
	}
}
