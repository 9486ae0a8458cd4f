import { say } from "../text/message.ts";
import { canonical } from "./canonical.ts";
import { applyExtends, type LoadBase } from "./extends.ts";
import { applyIncludes } from "./include.ts";
import { interpolate } from "./interpolate.ts";
import { merge } from "./merge.ts";
import { documentsOf, type Layer, type Loading } from "./loading.ts";
import type { Refusal } from "./read.ts";
import { reset } from "./reset.ts";
import { validate } from "./schema/validate.ts";
import { unique } from "./unique.ts";
import { added, type Mapping, type Path, type Value } from "./value.ts";

/** One file merged over another value, canonical, but neither validated nor with its paths resolved. */
export function loadLayer(layer: Layer, loading: Loading): Mapping {
	let value: Mapping = added.mapping({});
	for (const path of layer.paths) value = loadFile(path, value, layer, loading);
	return value;
}

/** `isBase`: for what others extend of it. It need not be valid by itself, and what it includes and extends is not looked at. */
function loadFile(path: string, below: Mapping, layer: Layer, loading: Loading, how: { readonly isBase?: boolean } = {}): Mapping {
	let value = below;
	for (const document of documentsOf(path, loading)) {
		loading.refusals.push(...document.refusals);
		if (document.value) value = loadDocument(document.value, document.resets, path, value, layer, loading, how);
	}
	return value;
}

const loadBase: LoadBase = (path, layer, loading) => loadFile(path, added.mapping({}), layer, loading, { isBase: true });

function loadDocument(
	document: Value,
	resets: readonly Path[],
	path: string,
	below: Mapping,
	layer: Layer,
	loading: Loading,
	{ isBase = false }: { readonly isBase?: boolean },
): Mapping {
	const refuse = (refusal: Refusal): void => void loading.refusals.push(refusal);
	if (document.kind !== "mapping") {
		refuse({ at: document.origin ?? { file: path, at: { start: 0, end: 0 } }, message: say`a Compose file holds a mapping, with \`services\` in it` });
		return below;
	}
	const { value, refusals, unset } = interpolate(document, layer.environment);
	loading.refusals.push(...refusals);
	loading.unset.push(...unset);
	let own = value as Mapping;
	if (!isBase) own = applyIncludes(own, resets, { ...layer, including: [...layer.including, path] }, loading, loadLayer);
	const lower = reset(below, resets) as Mapping;
	if (!isBase) own = applyExtends(own, resets, path, layer, loading, loadBase);
	const before = loading.refusals.length;
	const merged = unique(merge(lower, own, [], refuse), [], refuse) as Mapping;
	if (!isBase && loading.refusals.length === before) validate(merged, refuse);
	// What the schema refuses the next steps could not read.
	if (loading.refusals.length > before) return merged;
	return unique(canonical(withoutVersion(merged), refuse), [], refuse) as Mapping;
}

/** It means nothing any more. */
function withoutVersion(value: Mapping): Mapping {
	if (!value.entries.has("version")) return value;
	const entries = new Map(value.entries);
	entries.delete("version");
	return { ...value, entries };
}
