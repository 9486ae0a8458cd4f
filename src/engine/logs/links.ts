/** What a part of a line leads to. `path` is as the program has it; which file of the workspace it is, if any, is for the host to say. */
export type LineLink = { readonly start: number; readonly end: number } & (
	| { readonly kind: "file"; readonly path: string; readonly line: number | null; readonly column: number | null }
	| { readonly kind: "url"; readonly url: string }
);

/** Longer lines are looked at so far. */
const longest = 4_000;

const extensions =
	"[cm]?[jt]sx?|vue|svelte|astro|py[xiw]?|rb|erb|rake|ru|haml|slim|go|rs|java|kts?|scala|sc|groovy|gradle|clj[sc]?|cs|vb|fsx?|razor|cshtml|php|phtml|twig|c|cc|cpp|cxx|hh?|hpp|mm?|swift|dart|exs?|[lh]?eex|erl|hrl|lua|p[lm]|sh|bash|sql|jl|hs|mli?|nim|zig|cr|html?|s?css|less|jsonc?|ya?ml|toml|xml|ini|conf|cfg|tf|proto|graphql|s|j2|jinja2?|mdx?|R";
const segment = "[\\w.@+~$%[\\]-]";
const path = `(?:(?:file:/{2,3}|webpack-internal:/{3}(?:\\([\\w-]+\\)/)?|[A-Za-z]:[\\\\/]|\\.{0,2}/)?(?:${segment}+[\\\\/])*${segment}+\\.(?:${extensions}))`;
const before = "(?<![\\w/.@\\\\-])";

/** In the order in which they are asked; a part of a line belongs to the first that has it. Each names its groups. */
const patterns: readonly RegExp[] = [
	// Python: File "/app/main.py", line 3.
	/\bFile "(?<path>[^"<>]{1,500})", line (?<line>\d{1,7})/g,
	// .NET: in /src/Orders.cs:line 12.
	/\bin (?<path>(?:[A-Za-z]:\\|\/)[^:*?"<>|]{1,500}):line (?<line>\d{1,7})/g,
	// PHP, Perl: in /app/a.php on line 3, at a.pl line 3.
	/\b(?:in|at) (?<path>[\w./\\:@+~-]{1,500}\.\w{1,6}),? (?:on )?line (?<line>\d{1,7})/g,
	// PHP, TypeScript: /app/a.php(3), src/a.ts(3,5).
	new RegExp(`${before}(?<path>${path})\\((?<line>\\d{1,7})(?:,(?<column>\\d{1,6}))?\\)`, "g"),
	// Java: com.example.Orders.place(Orders.java:42), whose package says the folder.
	/\b(?<package>(?:[a-z_]\w{0,80}\.){1,20})[A-Z][\w$]{0,120}\.(?:[\w$<>-]{1,120})\((?<path>[\w$-]{1,120}\.(?:java|kt|scala|groovy|clj)):(?<line>\d{1,7})\)/g,
	// All others: src/main.rs:4:5.
	new RegExp(`${before}(?<path>${path}):(?<line>\\d{1,7})(?::(?<column>\\d{1,6}))?(?![\\w.])`, "g"),
];

const urls = /\bhttps?:\/\/[^\s"'<>\\^`{|}\x00-\x1f]{1,2000}/gi;

/** What can be followed in a line, given as it is shown; in order, none within another. */
export function findLinks(text: string): readonly LineLink[] {
	const line = text.length > longest ? text.slice(0, longest) : text;
	if (!/[/\\.:]/.test(line)) return [];
	const found: LineLink[] = [];
	const add = (link: LineLink): void => {
		if (!found.some(({ start, end }) => link.start < end && start < link.end)) found.push(link);
	};
	for (const { 0: url, index } of line.matchAll(urls)) {
		const trimmed = withoutEnd(url);
		add({ kind: "url", start: index, end: index + trimmed.length, url: trimmed });
	}
	for (const pattern of patterns) {
		for (const { 0: whole, index, groups = {} } of line.matchAll(pattern)) {
			const { path: name = "", package: folder = "" } = groups;
			const start = index + whole.indexOf(name, folder.length > 0 ? whole.indexOf("(") : 0);
			const end = index + whole.length - (whole.endsWith(")") && folder !== "" ? 1 : 0);
			const place = folder.replaceAll(".", "/") + name.replace(/^file:\/\/(?=\/)|^webpack-internal:\/\/\/(?:\([\w-]+\)\/)?/, "");
			add({ kind: "file", start, end, path: place, line: numberOr(groups["line"]), column: numberOr(groups["column"]) });
		}
	}
	return found.sort((one, other) => one.start - other.start);
}

const numberOr = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** What ends a sentence or stands in parentheses is none of the address. */
function withoutEnd(url: string): string {
	let end = url.length;
	while (end > 0 && (".,;:!?".includes(url[end - 1] ?? "") || (url[end - 1] === ")" && !url.slice(0, end).includes("(")))) end--;
	return url.slice(0, end);
}
