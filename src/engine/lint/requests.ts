import type { Files } from "./rule.ts";

/** What is wanted of another file: its text, or the names in a folder. The path is relative to the linted file's folder, with slashes, and simplified. */
export type Request = { readonly kind: "text" | "list"; readonly path: string };

type Surroundings = Pick<Files, "name" | "folder" | "variable" | "daemon">;

/** The linted file's name, and what has been read so far. A path with undefined was looked for in vain. */
export type Have = Surroundings & {
	readonly texts: Known<string>;
	readonly lists: Known<readonly string[]>;
};

/** What is known by path; a host that can answer at once may do so when it is asked. */
type Known<Answer> = Pick<ReadonlyMap<string, Answer | undefined>, "has" | "get">;

/**
 * What `use`, for example a run of the linter, wants to know of other files and `have` does not hold yet, each once. Empty: the result is final. Otherwise it is
 * what came of knowing no more, and `use` is to be asked again once that has been read. `asked` is what it wanted to know and `have` holds.
 */
export function requestsOf<Result>(
	use: (files: Files) => Result,
	have: Have,
): { readonly result: Result; readonly requests: readonly Request[]; readonly asked: readonly Request[] } {
	const requests = new Map<string, Request>();
	const asked = new Map<string, Request>();
	const ask = <Answer>(kind: Request["kind"], path: string, known: Known<Answer>): Answer | undefined => {
		const simple = simplify(path);
		if (simple === undefined) return undefined;
		(known.has(simple) ? asked : requests).set(`${kind} ${simple}`, { kind, path: simple });
		return known.get(simple);
	};
	const result = use({ ...surroundings(have), text: (path) => ask("text", path, have.texts), list: (folder) => ask("list", folder, have.lists) });
	return { result, requests: [...requests.values()], asked: [...asked.values()] };
}

function surroundings({ name, folder, variable, daemon }: Have): Surroundings {
	return { name, folder, daemon, ...(variable && { variable }) };
}

/** The relative path without needless parts; undefined where it is not relative on every system: a Dockerfile must not make us look into another's folders, or another machine's. */
function simplify(path: string): string | undefined {
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
