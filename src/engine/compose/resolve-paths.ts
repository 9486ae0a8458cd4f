import { cleanPath } from "../text/clean-path.ts";
import { absolute, isAbsolute } from "./file-paths.ts";
import type { ComposeFiles } from "./loading.ts";
import { mapItems, mapWithin, type Place, placeTable } from "./patterns.ts";
import { entryOf, type Mapping, textOf, type Value, withEntries } from "./value.ts";

type Resolve = (value: Value, folder: string, home: string | undefined) => Value;

/** Makes paths absolute that are about the folder: https://github.com/compose-spec/compose-go/blob/v2.14.0/paths/resolve.go. */
export function resolvePaths(value: Value, folder: string, files: Pick<ComposeFiles, "home">, place: Place<Resolve> = changes): Value {
	return place.held ? place.held(value, folder, files.home) : mapWithin(value, place, (held, below) => resolvePaths(held, folder, files, below));
}

const changed = (value: Value, text: string): Value => (value.kind === "string" && value.value !== text ? { ...value, value: text } : value);

/** A `~` at the start is the home of the user, where that is known, whatever follows it. */
function inHome(path: string, home: string | undefined): string {
	return home !== undefined && path.startsWith("~") ? cleanPath(`${home}/${path.slice(1)}`) : path;
}

const path: Resolve = (value, folder, home) => {
	if (value.kind === "sequence") return mapItems(value, (item) => path(item, folder, home));
	const text = textOf(value);
	return text === undefined || text === "" ? value : changed(value, absolute(folder, inHome(text, home)));
};

/** Compose makes the folder of what is empty here. */
const mountedPath: Resolve = (value, folder, home) => {
	const text = textOf(value);
	return text === undefined ? value : changed(value, absolute(folder, inHome(text, home)));
};

const context: Resolve = (value, folder, home) => {
	const text = textOf(value) ?? "";
	const isElsewhere = text.includes("://") || text.startsWith("service:") || /^(?:git:\/\/|github\.com\/|git@)/.test(text);
	return isElsewhere ? value : path(value, folder, home);
};

const mount: Resolve = (value, folder, home) => {
	const source = entryOf(value, "source");
	if (value.kind !== "mapping" || textOf(entryOf(value, "type")) !== "bind" || !source) return value;
	return withHeld(value, "source", mountedPath(source, folder, home));
};

const driverOptions: Resolve = (value, folder, home) => {
	const options = entryOf(value, "driver_opts");
	const device = entryOf(options, "device");
	if (value.kind !== "mapping" || options?.kind !== "mapping" || !device) return value;
	if (textOf(entryOf(value, "driver")) !== "local" || textOf(entryOf(options, "o")) !== "bind") return value;
	return withHeld(value, "driver_opts", withHeld(options, "device", mountedPath(device, folder, home)));
};

function withHeld(mapping: Mapping, name: string, value: Value): Mapping {
	return withEntries(mapping, new Map([...mapping.entries, [name, { key: mapping.entries.get(name)?.key, value }]]));
}

const extendedFile: Resolve = (value, folder, home) => (isAbsolute(textOf(value) ?? "") ? value : path(value, folder, home));

const changes = placeTable<Resolve>({
	"services.*.build.context": context,
	"services.*.build.additional_contexts.*": context,
	"services.*.build.ssh.*": mountedPath,
	"services.*.env_file.*.path": path,
	"services.*.label_file.*": path,
	"services.*.extends.file": extendedFile,
	"services.*.develop.watch.*.path": path,
	"services.*.volumes.*": mount,
	"configs.*.file": mountedPath,
	"secrets.*.file": mountedPath,
	"volumes.*": driverOptions,
});
