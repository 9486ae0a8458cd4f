import { say } from "../text/message.ts";
import { withDefaultValues } from "./canonical.ts";
import { checkConsistency, checkEntries } from "./consistency.ts";
import { type EnvEntry, type EnvFile, readEnvFile, readRawEnvFile } from "./env-file.ts";
import { setAsideExtensions } from "./extensions.ts";
import { loadLayer } from "./load.ts";
import { type ComposeFiles, documentsOf, type Loading, miss, refuse as refuseIn, withWay } from "./loading.ts";
import { placeOf } from "./merge.ts";
import { normalize } from "./normalize.ts";
import { sections, service as serviceShape } from "./print/project-shapes.ts";
import { pairsIn } from "./pairs.ts";
import { byName, pairsOf, type Plain } from "./print/shapes.ts";
import { normalizeName } from "./project-name.ts";
import type { ReadDocument } from "./read.ts";
import { kindsOfParts, type Refusal } from "./refusal.ts";
import { resolvePaths } from "./resolve-paths.ts";
import { type Lookup, substitute, variablesOf as namesIn } from "./template.ts";
import { usedBy } from "./used.ts";
import { entryOf, heldIn, itemsIn, type Mapping, type Origin, textOf, type Value } from "./value.ts";

/** What a project is made of: files in the order in which they are merged, in which folder, and with which variables and profiles. */
export type ProjectRequest = {
	readonly paths: readonly string[];
	readonly folder: string;
	/** The shell's, and those of `.env` which it does not have. */
	readonly environment: Lookup;
	readonly profiles: readonly string[];
	/** Given on the command line; undefined: as the files or the folder have it. */
	readonly name: string | undefined;
};

export type Project = {
	readonly name: string;
	readonly refusals: readonly Refusal[];
	readonly unset: Loading["unset"];
	/** As `docker compose config --format json` prints it; undefined for what it refuses. */
	readonly plain: Plain | undefined;
	/** All files merged, short forms written in full and paths absolute, with all that the files say: services that no profile enables, too. Without what is refused. */
	readonly model: Mapping;
	/** Of some file in which services, networks and the like may stand nobody knows what is in it. */
	readonly lacksParts: boolean;
	/** The names of the services that run with these profiles. */
	readonly enabled: ReadonlySet<string>;
	/** The environment of a service's containers, each variable with where it is from; none of a service that the files have not. */
	variablesOf(service: string): ReadonlyMap<string, ServiceVariable>;
	/** All Compose files that were looked at, by their paths. */
	readonly documents: ReadonlyMap<string, readonly ReadDocument[]>;
};

/** A variable that a service gives its containers. */
export type ServiceVariable = {
	/** Undefined where nothing gives it one, so that a container has it not. */
	readonly value: string | undefined;
	/** Its name in `environment`, or in a file of `env_file`. */
	readonly at: Origin | undefined;
	/** The variables of the shell or of `.env` that its value is made of. */
	readonly uses: readonly string[];
};

/** What Compose makes of the files. */
export function loadProject(request: ProjectRequest, files: ComposeFiles): Project {
	const loading: Loading = { files, refusals: [], documents: new Map(), unset: [], isOver: false, isPartial: false, lacksParts: false, ways: new Map() };
	const refuse = (refusal: Refusal): void => refuseIn(loading, refusal);
	/** What follows would only say what follows from what is refused by now. */
	const settle = (): void => void (loading.isOver ||= loading.refusals.length > 0);
	const name = nameOf(request, loading);
	const environment: Lookup = (variable) => (variable === "COMPOSE_PROJECT_NAME" ? name : request.environment(variable));
	const loaded = loadLayer({ paths: request.paths, folder: request.folder, environment, including: [] }, loading);
	settle();
	if (loaded.entries.size === 0) {
		const [path = ""] = request.paths;
		const at = documentsOf(path, loading)[0]?.value?.origin ?? { file: path, at: { start: 0, end: 0 } };
		refuse({ kind: "emptyFile", at, message: say`the file is empty` });
	}
	const full = withDefaultValues(loaded) as Mapping;
	checkEntries(full, refuse);
	settle();
	const model = setAsideExtensions(normalize(resolvePaths(full, request.folder, files) as Mapping, name, environment)) as Mapping;
	const all = new Map(heldIn(entryOf(model, "services")));
	const isEnabled = (service: Value): boolean => {
		const profiles = itemsIn(entryOf(service, "profiles")).flatMap((item) => textOf(item) ?? []);
		return profiles.length === 0 || profiles.some((profile) => request.profiles.includes(profile)) || request.profiles.includes("*");
	};
	const enabled = new Map([...all].filter(([, service]) => isEnabled(service)));
	const disabled = new Set([...all.keys()].filter((each) => !enabled.has(each)));
	checkShapes(model, all, refuse);
	settle();
	checkConsistency(model, enabled, disabled, refuse);
	settle();
	// Who asks for the environment and the labels reads the files that they come of.
	for (const service of enabled.values()) {
		if (entryOf(service, "env_file")) variablesOf(service, environment, loading);
		if (entryOf(service, "label_file")) labelsOf(service, loading);
	}
	checkContainerNames(enabled, refuse);
	const { isPartial, lacksParts, unset } = loading;
	const refusals = loading.refusals.filter(({ kind }) => !lacksParts || !kindsOfParts.has(kind)).map((refusal) => withWay(refusal, loading));
	const toPlain = (): Plain => {
		const used = usedBy(enabled);
		const sectionsUsed = Object.entries(sections).flatMap(([section, shape]) => {
			// Of what no active service uses nothing is made.
			const left = heldIn(entryOf(model, section)).filter(([each]) => used[section]?.has(each));
			return left.length > 0 ? [[section, byName(left.map(([each, value]) => [each, shape.print(value) ?? {}]))] as const] : [];
		});
		const services = byName([...enabled].map(([each, service]) => [each, plainOfService(service, environment, loading)]));
		const extensions = heldIn(entryOf(model, "#extensions")).map(([key, value]) => [key, plainOf(value)] as const);
		return byName([...extensions, ...sectionsUsed, ["name", name], ["services", services]]);
	};
	const variables = (service: string): ReadonlyMap<string, ServiceVariable> => {
		const value = all.get(service);
		return value ? variablesOf(value, environment, loading) : new Map();
	};
	const known = { name, refusals, unset, model, lacksParts, enabled: new Set(enabled.keys()), variablesOf: variables, documents: loading.documents };
	return new LoadedProject(known, isPartial, toPlain);
}

/** Of a class, for a getter in an object literal is a pair of functions that V8 allocates among what is old, and that keeps all it closes over until the next full collection. */
class LoadedProject implements Project {
	readonly name: string;
	readonly refusals: readonly Refusal[];
	readonly unset: Loading["unset"];
	readonly model: Mapping;
	readonly lacksParts: boolean;
	readonly enabled: ReadonlySet<string>;
	readonly documents: Project["documents"];
	readonly variablesOf: Project["variablesOf"];
	readonly #toPlain: (() => Plain) | undefined;
	#plain: Plain | undefined;

	constructor({ name, refusals, unset, model, lacksParts, enabled, documents, variablesOf }: Omit<Project, "plain">, isPartial: boolean, toPlain: () => Plain) {
		this.name = name;
		this.refusals = refusals;
		this.unset = unset;
		this.model = model;
		this.lacksParts = lacksParts;
		this.enabled = enabled;
		this.documents = documents;
		this.variablesOf = variablesOf;
		this.#toPlain = refusals.length > 0 || isPartial ? undefined : toPlain;
	}

	/** Who lints asks for what is refused alone. */
	get plain(): Plain | undefined {
		return (this.#plain ??= this.#toPlain?.());
	}
}

/** As it is given, as `COMPOSE_PROJECT_NAME` or the last of the files has it, or the folder's. */
function nameOf({ name, paths, folder, environment }: ProjectRequest, loading: Loading): string {
	const given = name ?? environment("COMPOSE_PROJECT_NAME");
	if (given) return given;
	const written = paths.flatMap((path) => documentsOf(path, loading)).findLast(({ value }) => textOf(entryOf(value, "name")));
	const value = entryOf(written?.value, "name");
	const own = normalizeName(substitute(textOf(value) ?? "", environment).text);
	if (value && own === "") refuseIn(loading, { kind: "wrongForm", at: placeOf(value), message: say`a project's name has a letter or a digit` });
	return own || normalizeName(folder.split("/").at(-1) ?? "");
}

/** With what files of variables and labels add. */
function plainOfService(service: Value, environment: Lookup, loading: Loading): Plain {
	const { env_file: files, environment: ownVariables, labels: ownLabels, ...rest } = serviceShape.print(service) as { readonly [name: string]: Plain };
	const isGiven = files === undefined && !Object.values(ownVariables ?? {}).includes(null);
	const variables = isGiven ? ownVariables : byNameIfAny([...variablesOf(service, environment, loading)].map(([name, { value }]) => [name, value ?? null]));
	const labels = rest["label_file"] === undefined ? ownLabels : byNameIfAny([...labelsOf(service, loading)]);
	const deploy = deployWith(rest["scale"], rest["deploy"]);
	return {
		...rest,
		...(deploy !== undefined && { deploy }),
		...(variables !== undefined && { environment: variables }),
		...(labels !== undefined && { labels }),
	};
}

/** What says `scale` says `replicas` as well, where there is a `deploy`. */
const deployWith = (scale: Plain | undefined, deploy: Plain | undefined): Plain | undefined =>
	scale === undefined || deploy === undefined ? deploy : byName(Object.entries({ ...(deploy as { readonly [name: string]: Plain }), replicas: scale }));

const byNameIfAny = (entries: readonly (readonly [string, Plain])[]): Plain | undefined => (entries.length > 0 ? byName(entries) : undefined);

/** The service's own count over those of its files, of which the last counts. */
function variablesOf(service: Value, environment: Lookup, loading: Loading): ReadonlyMap<string, ServiceVariable> {
	const written = entryOf(service, "environment");
	const own = new Map(pairsOf(written));
	const found = new Map<string, ServiceVariable>();
	for (const file of itemsIn(entryOf(service, "env_file"))) {
		const required = entryOf(file, "required");
		const format = textOf(entryOf(file, "format")) ?? "";
		if (!["", ".env", "raw"].includes(format)) {
			const message = say`\`${format}\` is no format of such a file; \`raw\` is one`;
			refuseIn(loading, { kind: "envFileFormat", at: placeOf(entryOf(file, "format"), file), message });
		}
		const read = (text: string): EnvFile =>
			format === "raw"
				? readRawEnvFile(text, environment)
				: readEnvFile(
						text,
						(name) => environment(name) ?? own.get(name),
						(name) => found.get(name)?.value,
					);
		const isOptional = required?.kind === "boolean" && !required.value;
		const named = entryOf(file, "path") ?? file;
		for (const { name, value, nameRange, valueRange } of entriesIn(named, read, loading, isOptional)) {
			const isNameAlone = valueRange.start === nameRange.end;
			if (value !== undefined) found.set(name, { value, at: { file: textOf(named) ?? "", at: nameRange }, uses: isNameAlone ? [name] : [] });
		}
	}
	const places = new Map(pairsIn(written).map((pair) => [pair.name, pair]));
	for (const [name, value] of own) {
		const { origin, value: held } = places.get(name) ?? {};
		const template = held?.kind === "string" ? (held.template ?? "") : "";
		const uses = template.includes("$") ? new Set(namesIn(template).map((use) => use.name)) : value === undefined ? [name] : [];
		found.set(name, { value: value ?? environment(name), at: origin ?? held?.origin ?? written?.origin, uses: [...uses] });
	}
	return found;
}

function labelsOf(service: Value, loading: Loading): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	for (const file of itemsIn(entryOf(service, "label_file")))
		for (const { name, value } of entriesIn(file, (text) => readEnvFile(text, (name) => labels.get(name)), loading, false))
			if (value !== undefined) labels.set(name, value);
	for (const [name, value] of pairsOf(entryOf(service, "labels")) ?? []) labels.set(name, value ?? "");
	return labels;
}

function entriesIn(named: Value, read: (text: string) => EnvFile, loading: Loading, isOptional: boolean): readonly EnvEntry[] {
	const path = textOf(named) ?? "";
	const text = loading.files.text(path);
	if (text === undefined) {
		if (!isOptional) miss(path, "envFileMissing", placeOf(named), loading);
		return [];
	}
	const { entries, error } = read(text);
	if (error) refuseIn(loading, { kind: "dotenv", at: { file: path, at: error.at }, message: error.message, via: [placeOf(named)] });
	return entries;
}

function checkContainerNames(services: ReadonlyMap<string, Value>, refuse: (refusal: Refusal) => void): void {
	const names = new Map<string, string>();
	for (const [name, service] of services) {
		const own = entryOf(service, "container_name");
		const text = textOf(own);
		if (!text) continue;
		const other = names.get(text);
		if (other !== undefined)
			refuse({ kind: "duplicateContainerName", at: placeOf(own), message: say`the service \`${other}\` has this \`container_name\`, too` });
		names.set(text, name);
	}
}

/** Of all services and sections, whether they are used or not. */
function checkShapes(project: Mapping, services: ReadonlyMap<string, Value>, refuse: (refusal: Refusal) => void): void {
	for (const [section, { check }] of Object.entries(sections)) for (const [, value] of heldIn(entryOf(project, section))) check?.(value, refuse);
	for (const service of services.values()) serviceShape.check?.(service, refuse);
}

/** A value as it is. */
function plainOf(value: Value): Plain {
	if (value.kind === "mapping") return byName(heldIn(value).map(([name, held]) => [name, plainOf(held)]));
	if (value.kind === "sequence") return value.items.map(plainOf);
	if (value.kind === "null") return null;
	return value.kind === "integer" ? Number(value.value) : value.value;
}
