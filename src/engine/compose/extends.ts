import { type Message, say } from "../text/message.ts";
import { fileNamed, folderOf } from "./file-paths.ts";
import { type Layer, type Loading, loadVia, missPart, refuse as refuseIn } from "./loading.ts";
import type { RefusalKind } from "./refusal.ts";
import { unknownKey } from "./schema/words.ts";
import { merge, placeOf } from "./merge.ts";
import { reset } from "./reset.ts";
import { resolvePaths } from "./resolve-paths.ts";
import { entryOf, type Entry, type Mapping, type Path, textOf, type Value, withEntries } from "./value.ts";

/** Services of a file, those that were extended already among them. */
type Services = Map<string, Entry>;

/** Loads a file of which something is extended. */
export type LoadBase = (path: string, layer: Layer, loading: Loading) => Mapping;

/** The way of one `extends` to the next, as names of services in files. */
type Way = readonly string[];

/** No honest project has so many. */
const mostSteps = 300;

/** Puts what a service extends below it: https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/extends.go. */
export function applyExtends(model: Mapping, resets: readonly Path[], path: string, layer: Layer, loading: Loading, load: LoadBase): Mapping {
	const held = model.entries.get("services");
	if (!held || held.value.kind !== "mapping") return model;
	const services: Services = new Map(held.value.entries);
	const bases = new Map<string, Services | undefined>();
	for (const name of services.keys()) extend(name, services, path, []);
	return withEntries(model, new Map([...model.entries, ["services", { key: held.key, value: withEntries(held.value, services) }]]));

	function extend(name: string, within: Services, file: string, way: Way): Value | undefined {
		const entry = within.get(name);
		const service = entry?.value;
		const wanted = entryOf(service, "extends");
		if (!entry || service?.kind !== "mapping" || !wanted || wanted.kind === "null") return service;
		const baseName = textOf(wanted) ?? textOf(entryOf(wanted, "service"));
		const refuse = (kind: RefusalKind, message: Message): Value => {
			refuseIn(loading, { kind, at: placeOf(entryOf(wanted, "service") ?? wanted, wanted, service), message });
			return service;
		};
		if (baseName === undefined) return refuse("extendsMissing", say`\`extends\` says no \`service\``);
		const other = textOf(entryOf(wanted, "file"));
		const baseFile = other === undefined ? file : fileNamed(layer.folder, other);
		const step = `${baseFile} ${name}`;
		if (way.length > mostSteps) return refuse("extendsCycle", say`more than ${mostSteps} services extend each other here, one after the other`);
		if (way.includes(step) && refusesOther(wanted)) return service;
		if (way.includes(step)) return refuse("extendsCycle", say`the service extends itself, by way of others`);
		if (other !== undefined && loading.files.text(baseFile) === undefined) {
			missPart(baseFile, "extendsFileMissing", placeOf(entryOf(wanted, "file"), service), loading);
			return service;
		}
		const base = other === undefined ? within : loadVia(placeOf(wanted, service), [baseFile], loading, () => basesOf(baseFile));
		if (!base) return service;
		if (!base.has(baseName))
			return refuse(
				"extendsMissing",
				other === undefined ? say`there is no service \`${baseName}\` to extend` : say`there is no service \`${baseName}\` in \`${other}\``,
			);
		const below = extend(baseName, base, baseFile, [...way, step]);
		if (below?.kind !== "mapping") return service;
		// What it extends is there still where that was refused.
		const root = reset(
			withoutExtends(below),
			resets.filter(([first, second]) => first === "services" && second === name).map((each) => each.slice(2)),
		);
		const merged = merge(root, service, ["services", name], (refusal) => refuseIn(loading, refusal));
		if (merged.kind !== "mapping") return service;
		const extended = withoutExtends(merged);
		within.set(name, { key: entry.key, value: extended });
		return extended;
	}

	/** A service that seems to extend itself mostly says the file in another way than Compose reads it. */
	function refusesOther(wanted: Value): boolean {
		if (wanted.kind !== "mapping") return false;
		const file = entryOf(wanted, "file");
		const [other] = [...wanted.entries].filter(([key]) => key !== "service" && key !== "file" && !key.startsWith("x-"));
		if (file && file.kind !== "string") refuseIn(loading, { kind: "wrongType", at: placeOf(file, wanted), message: say`\`file\` is a path` });
		else if (other) {
			const [name, { key, value }] = other;
			refuseIn(loading, { kind: "unknownKey", at: key ?? placeOf(value, wanted), ...unknownKey(name, ["file", "service"]) });
		}
		return other !== undefined || (file !== undefined && file.kind !== "string");
	}

	function basesOf(file: string): Services | undefined {
		if (!bases.has(file)) {
			const folder = folderOf(file);
			const loaded = load(file, { ...layer, paths: [file], folder }, loading);
			const found = entryOf(resolvePaths(loaded, folder, loading.files), "services");
			bases.set(file, found?.kind === "mapping" ? new Map(found.entries) : undefined);
		}
		const found = bases.get(file);
		// Each that extends from there begins with what the file says.
		return found && new Map(found);
	}
}

function withoutExtends(service: Mapping): Mapping {
	const entries = new Map(service.entries);
	entries.delete("extends");
	return withEntries(service, entries);
}
