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

/** A project of more characters, as it is printed, takes longer to be compared again and again than anybody waits for a menu: dependencies that are inherited grow by their square. */
const longestProject = 1_000_000;

/**
 * Tells of what files become whether Compose makes the same of the file as before. Where the file is no project by itself, what is made of it alone has to be the same,
 * whatever it is merged with. `but` are top-level extensions that may come or go.
 */
export function sameProject(around: Surroundings, before: string): (after: ReadonlyMap<string, string>, but?: ReadonlySet<string>) => boolean {
	const { environment } = around;
	// A variable that is not set may be: what becomes of it has to be the same in each case, as far as Compose takes them.
	const others: readonly Lookup[] = [(name) => environment(name) ?? `/of-${name}`, (name) => environment(name) ?? "1"];
	const lookups = [environment, ...(before.includes("$") ? others : [])];
	const texts = new Map([[around.path, before]]);
	let known: readonly Made[] | undefined;
	let alone: { readonly text: string | undefined } | undefined;
	return (after, but = new Set()) => {
		known ??= madeBefore(around, lookups, texts);
		if (known.length < lookups.length) return false;
		if (known.some(({ project }) => project !== undefined))
			return known.every(({ lookup, project, text }) => (but.size > 0 ? printed(project, but) : text) === printed(projectOf(around, lookup, after), but));
		alone ??= { text: aloneOf(around, texts) };
		return alone.text !== undefined && alone.text.length <= longestProject && alone.text === aloneOf(around, after);
	};
}

type Made = { readonly lookup: Lookup; readonly project: Plain | undefined; readonly text: string | undefined };

/** Fewer where one of them is too long. */
function madeBefore(around: Surroundings, lookups: readonly Lookup[], texts: ReadonlyMap<string, string>): readonly Made[] {
	const all: Made[] = [];
	for (const lookup of lookups) {
		const project = projectOf(around, lookup, texts);
		const text = printed(project, new Set());
		if (text !== undefined && text.length > longestProject) break;
		all.push({ lookup, project, text });
	}
	return all;
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
	const loading: Loading = {
		files: filesOf(around, texts),
		refusals: [],
		documents: new Map(),
		unset: [],
		isOver: false,
		isPartial: false,
		lacksParts: false,
		ways: new Map(),
	};
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
