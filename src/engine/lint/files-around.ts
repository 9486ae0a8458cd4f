import type { Files } from "./rule.ts";

/** The relative path without needless parts; undefined where it is not relative on every system: a Dockerfile must not make us look into another's folders, or another machine's. */
export function simplify(path: string): string | undefined {
	if (/^\/|[\\:\0]/.test(path)) return undefined;
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/") || ".";
}

/** Files that are all there are, by their paths: those of an example. `own` is the name of the file that they lie around, where it is told among them. */
export function filesIn(texts: Readonly<Record<string, string>>, own?: string, daemon?: Files["daemon"]): Files {
	const paths = [...Object.keys(texts), ...(own === undefined ? [] : [own])];
	return {
		name: own ?? "Dockerfile",
		daemon,
		text: (path) => texts[path],
		list(folder) {
			const start = folder === "." ? "" : `${folder}/`;
			const names = new Set(paths.flatMap((path) => (path.startsWith(start) ? [path.slice(start.length).split("/")[0] ?? ""] : [])));
			return names.size > 0 ? [...names] : undefined;
		},
	};
}
