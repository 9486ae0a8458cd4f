import { loadLayer } from "../../../compose/load.ts";
import type { ComposeFiles, Loading } from "../../../compose/loading.ts";
import type { Plain } from "../../../compose/print/shapes.ts";
import { loadProject } from "../../../compose/project.ts";
import { goText } from "../../../compose/scalar.ts";
import type { Lookup } from "../../../compose/template.ts";
import type { Value } from "../../../compose/value.ts";
import { folderOf } from "../../../compose/file-paths.ts";

/** Where a file stands, and what Compose would read it with. */
export type Surroundings = { readonly path: string; readonly files: ComposeFiles; readonly environment: Lookup };

/**
 * Tells of what files become whether Compose makes the same of the file as before. Where the file is no project by itself, what is made of it alone has to be the same,
 * whatever it is merged with. `but` are top-level extensions that may come or go.
 */
export function sameProject(around: Surroundings, before: string): (after: ReadonlyMap<string, string>, but?: ReadonlySet<string>) => boolean {
	const { environment } = around;
	// A variable that is not set may be: what becomes of it has to be the same in each case, as far as Compose takes them.
	const others: readonly Lookup[] = [(name) => environment(name) ?? `/of-${name}`, (name) => environment(name) ?? "1"];
	const lookups = [environment, ...(before.includes("$") ? others : [])];
	const made = (lookup: Lookup, texts: ReadonlyMap<string, string>): Plain | undefined => projectOf(around, lookup, texts);
	let known: readonly (Plain | undefined)[] | undefined;
	return (after, but = new Set()) => {
		const texts = new Map([[around.path, before]]);
		known ??= lookups.map((lookup) => made(lookup, texts));
		if (known.some((project) => project !== undefined))
			return known.every((project, index) => printed(project, but) === printed(made(lookups[index] ?? environment, after), but));
		const alone = aloneOf(around, texts);
		return alone !== undefined && alone === aloneOf(around, after);
	};
}

const filesOf = ({ files }: Surroundings, texts: ReadonlyMap<string, string>): ComposeFiles => ({
	home: files.home,
	text: (path) => texts.get(path) ?? files.text(path),
	isAbsent: (path) => !texts.has(path) && files.isAbsent(path),
});

function projectOf(around: Surroundings, environment: Lookup, texts: ReadonlyMap<string, string>): Plain | undefined {
	const request = { paths: [around.path], folder: folderOf(around.path), environment, profiles: ["*"], name: undefined };
	return loadProject(request, filesOf(around, texts)).plain;
}

/** The file as it is merged with others; undefined where Compose does not take it at all. */
function aloneOf(around: Surroundings, texts: ReadonlyMap<string, string>): string | undefined {
	const { path, environment } = around;
	const loading: Loading = { files: filesOf(around, texts), refusals: [], documents: new Map(), unset: [], isOver: false, isPartial: false };
	const value = loadLayer({ paths: [path], folder: folderOf(path), environment, including: [] }, loading);
	return loading.refusals.length > 0 || loading.isPartial ? undefined : JSON.stringify(shapeOf(value));
}

const printed = (project: Plain | undefined, but: ReadonlySet<string>): string | undefined =>
	JSON.stringify(project, (key, value: unknown) => (but.has(key) ? undefined : value));

/** The value without its places in files. */
function shapeOf(value: Value): unknown {
	if (value.kind === "sequence") return value.items.map(shapeOf);
	if (value.kind === "mapping") {
		const entries = [...value.entries].sort(([one], [other]) => (one < other ? -1 : 1));
		return entries.map(([name, { value: held }]) => [name, shapeOf(held)]);
	}
	return value.kind === "null" ? null : goText(value);
}
