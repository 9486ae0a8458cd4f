import { say } from "../text/message.ts";
import { readEnvFile } from "./env-file.ts";
import { absolute, fileNamed, folderOf } from "./file-paths.ts";
import { withDefaultValues } from "./canonical.ts";
import { type Layer, type Loading, loadVia, missPart, refuse as refuseIn } from "./loading.ts";
import { merge, placeOf } from "./merge.ts";
import { reset } from "./reset.ts";
import { resolvePaths } from "./resolve-paths.ts";
import type { Lookup } from "./template.ts";
import { entryOf, type Entry, type Mapping, type Path, textOf, type Value, withEntries } from "./value.ts";

const sections = ["services", "volumes", "networks", "secrets", "configs", "models"];

/** Loads files that are merged one over the other. */
type LoadLayer = (layer: Layer, loading: Loading) => Mapping;

/** Puts what is included beside what the file says itself: https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/include.go. */
export function applyIncludes(model: Mapping, resets: readonly Path[], layer: Layer, loading: Loading, load: LoadLayer): Mapping {
	const wanted = entryOf(model, "include");
	if (!wanted) return model;
	const entries = new Map(model.entries);
	entries.delete("include");
	let merged = withEntries(model, entries);
	if (wanted.kind !== "sequence") {
		if (wanted.kind !== "null") refuseIn(loading, { kind: "wrongType", at: placeOf(wanted), message: say`\`include\` is a list` });
		return merged;
	}
	for (const item of wanted.items) merged = imported(merged, included(item, layer, loading, load), resets, loading);
	return merged;
}

type Text = Value & { readonly kind: "string" };

/** A name of a file, or several: what else stands there is refused. */
function filesIn(value: Value | undefined, loading: Loading): readonly Text[] {
	if (!value || value.kind === "null") return [];
	const items = value.kind === "sequence" ? value.items : [value];
	for (const item of items) refuseUnlessText(item, value, loading);
	return items.flatMap((item) => (item.kind === "string" ? item : []));
}

function refuseUnlessText(value: Value, around: Value, loading: Loading): void {
	if (value.kind !== "string") refuseIn(loading, { kind: "wrongType", at: placeOf(value, around), message: say`this has to be text` });
}

function included(item: Value, layer: Layer, loading: Loading, load: LoadLayer): Mapping | undefined {
	if (item.kind === "sequence") refuseUnlessText(item, item, loading);
	const named = filesIn(item.kind === "mapping" ? entryOf(item, "path") : item, loading);
	const paths = named.map(({ value }) => fileNamed(layer.folder, value));
	const at = placeOf(named[0], item);
	const [first] = paths;
	if (first === undefined) return undefined;
	if (layer.including.includes(first)) {
		refuseIn(loading, { kind: "includeCycle", at, message: say`this includes the file itself, by way of others` });
		return undefined;
	}
	const missing = paths.findIndex((path) => loading.files.text(path) === undefined);
	if (missing >= 0) {
		missPart(paths[missing] ?? "", "includeMissing", placeOf(named[missing], item), loading);
		return undefined;
	}
	const wanted = entryOf(item, "project_directory");
	if (wanted && wanted.kind !== "null") refuseUnlessText(wanted, item, loading);
	const ownFolder = textOf(wanted);
	const folder = ownFolder === undefined || ownFolder === "" ? folderOf(first) : absolute(layer.folder, ownFolder);
	const environment = environmentOf(item, folder, layer, loading);
	if (!environment) return undefined;
	const loaded = loadVia(at, paths, loading, () => load({ paths, folder, environment, including: layer.including }, loading));
	return resolvePaths(withDefaultValues(loaded), folder, loading.files) as Mapping;
}

/** That of the file, and for what is not set there the variables of the included project. */
function environmentOf(item: Value, folder: string, layer: Layer, loading: Loading): Lookup | undefined {
	const named = filesIn(entryOf(item, "env_file"), loading);
	const paths = named.length > 0 ? named.flatMap(({ value }) => (value === "/dev/null" ? [] : absolute(layer.folder, value))) : [`${folder}/.env`];
	const own = new Map<string, string>();
	const place = placeOf(entryOf(item, "env_file"), item);
	for (const path of paths) {
		const text = loading.files.text(path);
		if (text === undefined) {
			if (named.length === 0) continue;
			missPart(path, "envFileMissing", place, loading);
			return undefined;
		}
		const { entries, error } = readEnvFile(text, (name) => layer.environment(name) ?? own.get(name));
		if (error) refuseIn(loading, { kind: "dotenv", at: { file: path, at: error.at }, message: error.message, via: [place] });
		for (const { name, value } of entries) if (value !== undefined) own.set(name, value);
	}
	return (name) => layer.environment(name) ?? own.get(name);
}

/** What the file says itself counts over what is included. */
function imported(model: Mapping, source: Mapping | undefined, resets: readonly Path[], loading: Loading): Mapping {
	let result = model;
	for (const section of sections) {
		const from = entryOf(source, section);
		if (from?.kind !== "mapping") continue;
		const held = result.entries.get(section);
		const own: Mapping = held?.value.kind === "mapping" ? held.value : { kind: "mapping", origin: from.origin, entries: new Map() };
		const entries = new Map<string, Entry>(own.entries);
		for (const [name, entry] of from.entries) {
			const conflict = entries.get(name);
			if (!conflict) {
				entries.set(name, entry);
				continue;
			}
			const below = reset(
				{ kind: "mapping", origin: undefined, entries: new Map([[name, entry]]) },
				resets.filter(([first]) => first === section).map((path) => path.slice(1)),
			);
			const left = entryOf(below, name) ?? entry.value;
			entries.set(name, { key: conflict.key, value: merge(left, conflict.value, [section, name], (refusal) => refuseIn(loading, refusal)) });
		}
		result = withEntries(result, new Map([...result.entries, [section, { key: held?.key, value: withEntries(own, entries) }]]));
	}
	return result;
}
