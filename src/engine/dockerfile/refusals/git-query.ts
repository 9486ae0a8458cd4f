import { quoteAsGo } from "../characters.ts";
import { isBoolean } from "./go-values.ts";

const flags = new Set(["keep-git-dir", "submodules", "fetch-by-commit"]);
const others = new Set(["ref", "tag", "branch", "subdir", "checksum", "commit", "mtime"]);

/** What is wrong with the query of a repository's address, in BuildKit's words; undefined where nothing is. https://docs.docker.com/reference/dockerfile/#add */
export function gitQueryError(address: string): string | undefined {
	const hash = address.indexOf("#");
	const [before, fragment] = hash < 0 ? [address, ""] : [address.slice(0, hash), address.slice(hash + 1)];
	const mark = before.indexOf("?");
	if (mark < 0) return undefined;
	const query = new Map<string, string>();
	for (const pair of before.slice(mark + 1).split("&")) {
		if (pair === "") continue;
		const equals = pair.indexOf("=");
		const name = equals < 0 ? pair : pair.slice(0, equals);
		if (query.has(name)) return `query ${quoteAsGo(name)} has multiple values`;
		query.set(name, equals < 0 ? "" : pair.slice(equals + 1));
	}
	for (const [name, value] of query) {
		const error = valueError(name, value);
		if (error !== undefined) return error;
	}
	const colon = fragment.indexOf(":");
	const [ref, folder] = colon < 0 ? [fragment, ""] : [fragment.slice(0, colon), fragment.slice(colon + 1)];
	return conflictIn(query, ref, folder);
}

function valueError(name: string, value: string): string | undefined {
	if (flags.has(name)) return value === "" || isBoolean(value) ? undefined : `invalid ${name} value: ${quoteAsGo(value)}`;
	if (value === "") return `query ${quoteAsGo(name)} has no value`;
	if (name === "mtime" && value !== "checkout" && value !== "commit") return `invalid mtime value: ${quoteAsGo(value)} (must be "checkout" or "commit")`;
	return others.has(name) ? undefined : `unexpected query ${quoteAsGo(name)}`;
}

function conflictIn(query: ReadonlyMap<string, string>, fragment: string, folder: string): string | undefined {
	const subfolder = query.get("subdir");
	if (subfolder !== undefined && folder !== "" && folder !== subfolder) return `subdir conflicts: ${quoteAsGo(folder)} vs ${quoteAsGo(subfolder)}`;
	const [tag, branch] = [query.get("tag"), query.get("branch")];
	let ref = fragment;
	for (const each of [query.get("ref"), withPrefix("refs/tags/", tag), withPrefix("refs/heads/", branch)]) {
		if (each === undefined) continue;
		if (ref !== "" && ref !== each)
			return tag !== undefined && branch !== undefined ? "branch conflicts with tag" : `ref conflicts: ${quoteAsGo(ref)} vs ${quoteAsGo(each)}`;
		ref = each;
	}
	return undefined;
}

const withPrefix = (prefix: string, name: string | undefined): string | undefined => (name === undefined || name.startsWith(prefix) ? name : prefix + name);
