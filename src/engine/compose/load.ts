import { say } from "../text/message.ts";
import { canonical } from "./canonical.ts";
import { applyExtends, type LoadBase } from "./extends.ts";
import { applyIncludes } from "./include.ts";
import { interpolate } from "./interpolate.ts";
import { merge } from "./merge.ts";
import { documentsOf, type Layer, type Loading, refuse as refuseIn } from "./loading.ts";
import type { Refusal } from "./refusal.ts";
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
		for (const refusal of document.refusals) refuseIn(loading, refusal);
		// What cannot be read may have said what the rest is missing.
		if (document.refusals.length > 0) loading.isOver = true;
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
	const refuse = (refusal: Refusal): void => refuseIn(loading, refusal);
	if (document.kind !== "mapping") {
		refuse({
			kind: "rootNotMapping",
			at: document.origin ?? { file: path, at: { start: 0, end: 0 } },
			message: say`a Compose file holds a mapping, with \`services\` in it`,
		});
		return below;
	}
	const { value, refusals, unset } = interpolate(document, layer.environment);
	refusals.forEach(refuse);
	loading.unset.push(...unset);
	let own = value as Mapping;
	if (!isBase) own = applyIncludes(own, resets, { ...layer, including: [...layer.including, path] }, loading, loadLayer);
	const lower = reset(below, resets) as Mapping;
	if (!isBase) own = applyExtends(own, resets, path, layer, loading, loadBase);
	const before = loading.refusals.length;
	const merged = unique(merge(lower, own, [], refuse), refuse) as Mapping;
	// Once something is refused, what the next steps say follows from it.
	const further = (): typeof refuse => (loading.refusals.length > before ? () => undefined : refuse);
	const valid = isBase ? merged : validate(merged, further());
	const full = canonical(withoutVersion(valid), further());
	return unique(full, further()) as Mapping;
}

/** It means nothing any more. */
function withoutVersion(value: Mapping): Mapping {
	if (!value.entries.has("version")) return value;
	const entries = new Map(value.entries);
	entries.delete("version");
	return { ...value, entries };
}
