import { wildcardTest } from "./wildcards.ts";

/** The text of a `.gitignore`, and the folder that it lies in. */
export type GitIgnore = { readonly folder: string; readonly text: string };

/**
 * Whether git leaves the file out, by the `.gitignore` from the root of its repository down to its own folder, in that order. Paths are absolute, with slashes.
 * https://git-scm.com/docs/gitignore#_pattern_format
 */
export function ignoredByGit(path: string, ignores: readonly GitIgnore[]): boolean {
	let isIgnored = false;
	for (const { folder, text } of ignores) {
		if (!path.startsWith(`${folder}/`)) continue;
		const own = path.slice(folder.length + 1);
		for (const line of text.split(/\r?\n/)) {
			const [, negation = "", body = ""] = /^(!?)(.*?)(?<!\\)[ \t]*$/.exec(line) ?? [];
			if (body !== "" && !body.startsWith("#") && body.length <= longestPattern && matches(body, own)) isIgnored = negation === "";
		}
	}
	return isIgnored;
}

const longestPattern = 500;

/** A file is ignored with each folder that it lies in; a pattern with a slash at its end is about folders alone. */
function matches(pattern: string, path: string): boolean {
	const isFolder = pattern.endsWith("/");
	const bare = (isFolder ? pattern.slice(0, -1) : pattern).replace(/^\//, "");
	const isAnchored = pattern.slice(0, -1).includes("/");
	const test = wildcardTest(isAnchored ? bare : `**/${bare}`, "folder");
	const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	return isFolder ? parent !== "" && test(parent) : test(path);
}
