import { parseImageReference } from "./reference.ts";

/** A database or the like, as its image has it. */
export type Datastore = {
	/** Ports of clients. */
	readonly ports: readonly number[];
	/** The directory that holds its data, of which the image makes a volume; undefined where nobody looked, and where it depends on how it is started. */
	readonly data: string | undefined;
	/** Directories in which other versions and other packages of it keep their data. What is mounted there holds none of it. */
	readonly elsewhere: readonly string[];
	/** The variable by which it looks for its data elsewhere. */
	readonly variable: string | undefined;
	/** It is a cache as often as not, of which nothing has to stay. */
	readonly isCache: boolean;
};

/** Undefined for what is none, and for images of which nobody looked. */
export function datastoreOf(image: string | undefined): Datastore | undefined {
	if (image === undefined) return undefined;
	const { registry, repository, tag } = parseImageReference(image);
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	const found = stores.get(name.replace(/^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library)\//, ""));
	if (!found) return undefined;
	const { ports, data, variable, isCache = false } = found;
	const { at, elsewhere = [] } = typeof data === "function" ? data(tag ?? "latest") : (data ?? { at: undefined });
	return { ports, data: at, elsewhere, variable, isCache };
}

type Data = { readonly at: string | undefined; readonly elsewhere?: readonly string[] };
type Known = { readonly ports: readonly number[]; readonly data?: Data | ((tag: string) => Data); readonly variable?: string; readonly isCache?: true };

/** Below version 18 the image's own volume lies over what is mounted one folder above; from 18 on it does not start with something mounted at the old place: https://github.com/docker-library/postgres/pull/1259. */
function ofPostgres(version: number | undefined): Data {
	if (version === undefined || Number.isNaN(version)) return { at: undefined };
	const [old, above] = ["/var/lib/postgresql/data", "/var/lib/postgresql"];
	return version >= 18 ? { at: above, elsewhere: [old, ...ofPackages] } : { at: old, elsewhere: [above, ...ofPackages] };
}

const ofPackages = ["/var/lib/postgres", "/var/lib/postgres/data", "/var/lib/pgsql/data"];

const latestPostgres = 18;

/** `17.2-alpine`, `latest`, `alpine`, `bookworm`. */
function versionOf(tag: string): number | undefined {
	const [digits] = /^\d+/.exec(tag) ?? [];
	if (digits !== undefined) return Number(digits);
	return /^(?:latest|alpine|bookworm|trixie)/.test(tag) ? latestPostgres : undefined;
}

const postgres: Known = { ports: [5432], data: (tag) => ofPostgres(versionOf(tag)), variable: "PGDATA" };
/** `pg17`, `0.8.0-pg17`, `latest-pg17`; others say nothing of PostgreSQL. */
const postgresInTag: Known = { ports: [5432], data: (tag) => ofPostgres(Number(/(?:^|-)pg(\d+)/.exec(tag)?.[1])), variable: "PGDATA" };
const mysql: Known = { ports: [3306], data: { at: "/var/lib/mysql", elsewhere: ["/var/lib/mysql/data"] } };
const redis: Known = { ports: [6379], data: { at: "/data", elsewhere: ["/var/lib/redis"] }, isCache: true };
const elastic: Known = { ports: [9200], data: { at: "/usr/share/elasticsearch/data" } };

/** By the images' own Dockerfiles and documentation (https://github.com/docker-library/docs and those of their makers), as of November 2026. */
const stores: ReadonlyMap<string, Known> = new Map<string, Known>([
	["postgres", postgres],
	["postgis/postgis", { ...postgres, data: (tag) => ofPostgres(/^\d/.test(tag) ? versionOf(tag) : undefined) }],
	["pgvector/pgvector", postgresInTag],
	["timescale/timescaledb", postgresInTag],
	["mysql", mysql],
	["mysql/mysql-server", mysql],
	["mariadb", mysql],
	["percona", mysql],
	["mongo", { ports: [27_017], data: { at: "/data/db", elsewhere: ["/data", "/var/lib/mongodb", "/var/lib/mongo"] } }],
	["redis", redis],
	["redis/redis-stack", redis],
	["redis/redis-stack-server", redis],
	["valkey/valkey", redis],
	["docker.dragonflydb.io/dragonflydb/dragonfly", redis],
	["eqalpha/keydb", redis],
	["memcached", { ports: [11_211] }],
	["elasticsearch", elastic],
	["docker.elastic.co/elasticsearch/elasticsearch", elastic],
	["opensearchproject/opensearch", { ports: [9200], data: { at: "/usr/share/opensearch/data" } }],
	["rabbitmq", { ports: [5672] }],
	["couchdb", { ports: [5984], data: { at: "/opt/couchdb/data" } }],
	["cassandra", { ports: [9042], data: { at: "/var/lib/cassandra" } }],
	["neo4j", { ports: [7474, 7687], data: { at: "/data" } }],
	["influxdb", { ports: [8086, 8181], data: ofInflux }],
	["clickhouse/clickhouse-server", { ports: [8123, 9000], data: { at: "/var/lib/clickhouse" } }],
	["clickhouse", { ports: [8123, 9000], data: { at: "/var/lib/clickhouse" } }],
	["mcr.microsoft.com/mssql/server", { ports: [1433], data: { at: "/var/opt/mssql" } }],
	["arangodb", { ports: [8529], data: { at: "/var/lib/arangodb3" } }],
	["qdrant/qdrant", { ports: [6333, 6334], data: { at: "/qdrant/storage" } }],
	["chromadb/chroma", { ports: [8000], data: ofChroma }],
	["semitechnologies/weaviate", { ports: [8080, 50_051], data: { at: "/var/lib/weaviate" }, variable: "PERSISTENCE_DATA_PATH" }],
	["cr.weaviate.io/semitechnologies/weaviate", { ports: [8080, 50_051], data: { at: "/var/lib/weaviate" }, variable: "PERSISTENCE_DATA_PATH" }],
	["getmeili/meilisearch", { ports: [7700], data: { at: "/meili_data" }, variable: "MEILI_DB_PATH" }],
	["zookeeper", { ports: [2181] }],
]);

function ofInflux(tag: string): Data {
	const [version = "latest"] = /^\d+/.exec(tag) ?? [];
	if (version === "1") return { at: "/var/lib/influxdb" };
	return version === "2" ? { at: "/var/lib/influxdb2", elsewhere: ["/var/lib/influxdb"] } : { at: undefined };
}

/** Its directory is another since version 1: https://docs.trychroma.com/docs/overview/migration. */
function ofChroma(tag: string): Data {
	if (/^0\./.test(tag)) return { at: "/chroma/chroma" };
	return /^(?:\d|latest$)/.test(tag) ? { at: "/data", elsewhere: ["/chroma/chroma"] } : { at: undefined };
}
