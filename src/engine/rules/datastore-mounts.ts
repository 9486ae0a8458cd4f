import { holds, type Mount, mountsOf } from "../compose/facts/mounts.ts";
import type { LintedCompose } from "../compose/linted.ts";
import { entryOf, type Mapping, textOf, type Value } from "../compose/value.ts";
import { type Datastore, datastoreOf } from "../image/datastores.ts";
import { fact } from "../text/fact.ts";
import { pulledImage } from "./compose-images.ts";
import { variablesIn } from "./compose-variables.ts";

/** Where a database of the service keeps its data, and what is mounted for it. */
export type DatastoreMounts = {
	readonly store: Datastore;
	readonly data: string;
	/** Something holds the data, or it is meant to be lost. */
	readonly isHeld: boolean;
	/** What is mounted where other versions or images keep it. */
	readonly misplaced: readonly Mount[];
};

/** Undefined for what is no database, and where nobody knows at what place its data is. */
export const datastoreMounts = fact((service: Mapping, file: LintedCompose): DatastoreMounts | undefined => {
	const image = pulledImage(service);
	const store = image?.isFixed === true ? datastoreOf(image.text) : undefined;
	if (store?.data === undefined || service.entries.has("volumes_from")) return undefined;
	if (runsAnother(service)) return undefined;
	// It may be told to keep its data elsewhere.
	if (saysWhere(entryOf(service, "command")) || saysWhere(entryOf(service, "entrypoint")) || mayFilesSet(service, store.variable, file)) return undefined;
	const own = store.variable === undefined ? undefined : variablesIn(file, service, "environment").findLast(({ name }) => name === store.variable);
	const data = own?.value ?? store.data;
	if (!data.startsWith("/")) return undefined;
	const mounts = mountsOf(service);
	const misplaced = own ? [] : mounts.filter(({ target }) => store.elsewhere.includes(target));
	const places = [...mounts.filter((mount) => !misplaced.includes(mount)).map(({ target }) => target), ...temporaryFolders(service)];
	return { store, data, isHeld: places.some((place) => holds(place, data) || holds(data, place)), misplaced };
});

const saysWhere = (value: Value | undefined): boolean =>
	value?.kind === "sequence" ? value.items.some(saysWhere) : /data-?dir|dbpath|path\.data|PGDATA|(?:^|\s)-D\b/i.test(textOf(value) ?? "");

/** A client or a script that uses the image for its programs, and begins no database. */
function runsAnother(service: Mapping): boolean {
	const words = [...wordsOf(entryOf(service, "entrypoint")), ...wordsOf(entryOf(service, "command"))];
	const [program = ""] = words;
	return (
		/^(?:.*\/)?(?:(?:ba|da|a)?sh|psql|pg_\w+|mysql|mysqladmin|mysqldump|mariadb(?:-\w+)?|mongo|mongosh|mongodump|curl|sleep|tail)$/.test(program) &&
		!servers.test(words.join(" "))
	);
}

const wordsOf = (value: Value | undefined): readonly string[] =>
	value?.kind === "sequence" ? value.items.flatMap((item) => textOf(item) ?? []) : (textOf(value)?.trim().split(/\s+/) ?? []);

const servers =
	/docker-entrypoint|entrypoint\.sh|(?:^|[\s/])(?:postgres|mysqld(?:_\w+)?|mariadbd(?:-safe)?|mongod|elasticsearch|es-docker|clickhouse-server|influxd|cockroach|start\w*|run\w*)(?:\s|$)/;

function mayFilesSet(service: Mapping, variable: string | undefined, { files }: LintedCompose): boolean {
	const list = entryOf(service, "env_file");
	if (variable === undefined || list?.kind !== "sequence") return false;
	return list.items.some((item) => files.text(textOf(entryOf(item, "path")) ?? "")?.includes(variable));
}

function temporaryFolders(service: Mapping): readonly string[] {
	const tmpfs = entryOf(service, "tmpfs");
	const items = tmpfs?.kind === "sequence" ? tmpfs.items : tmpfs ? [tmpfs] : [];
	return items.flatMap((item) => textOf(item)?.split(":", 1) ?? []);
}
