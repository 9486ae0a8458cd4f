import { baseImage } from "./base-images.ts";
import { type ImageReference, parseImageReference } from "./reference.ts";

/** How a container of an image is asked whether it is ready, with what is in the image. */
export type Probe = {
	/** As `healthcheck.test` has it, in YAML. */
	readonly test: string;
	/** What it takes before the first answer, at most. */
	readonly startPeriod: string;
};

/**
 * For images of which it is known, as of November 2026: https://github.com/docker-library/healthcheck.
 * Databases are asked over TCP, for until they are set up they listen to their socket alone.
 */
export function probeOf({ registry, repository, tag = "" }: ImageReference): Probe | undefined {
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	const found = probes.get(name);
	return typeof found === "function" ? found(tag) : found;
}

/** The lines of a `healthcheck` in a Compose file. */
export const checkLines = ({ test, startPeriod }: Probe): readonly string[] => [
	`test: ${test}`,
	"interval: 10s",
	"timeout: 5s",
	"retries: 5",
	`start_period: ${startPeriod}`,
];

/** `CMD` or `CMD-SHELL` with what follows, in YAML. */
export const toTest = (...words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;

export const byWget = (address: string): string => toTest("CMD", "wget", "-q", "--spider", `http://127.0.0.1:${address}`);

const probe = (test: string, startPeriod = "30s"): Probe => ({ test, startPeriod });

const postgres = probe(toTest("CMD-SHELL", "pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}"));
const mysql = probe(toTest("CMD", "mysqladmin", "ping", "-h", "127.0.0.1"), "60s");
const mariadb = probe(toTest("CMD", "healthcheck.sh", "--connect", "--innodb_initialized"), "60s");

/** Whether the version that a tag says is at least that one; a tag without one is the newest. */
const isAtLeast = (tag: string, version: number): boolean => Number(/^v?(\d+)/.exec(tag)?.[1] ?? version) >= version;

const probes: ReadonlyMap<string, Probe | ((tag: string) => Probe | undefined)> = new Map<string, Probe | ((tag: string) => Probe | undefined)>([
	["postgres", postgres],
	["postgis/postgis", postgres],
	["pgvector/pgvector", postgres],
	["timescale/timescaledb", postgres],
	["mysql", mysql],
	["mariadb", (tag) => (isAtLeast(tag, 11) ? mariadb : undefined)],
	["redis", probe(toTest("CMD", "redis-cli", "ping"), "10s")],
	["valkey/valkey", probe(toTest("CMD", "valkey-cli", "ping"), "10s")],
	["mongo", (tag) => (isAtLeast(tag, 6) ? probe(toTest("CMD", "mongosh", "--quiet", "--eval", "quit(db.adminCommand('ping').ok ? 0 : 1)")) : undefined)],
	["rabbitmq", probe(toTest("CMD", "rabbitmq-diagnostics", "-q", "ping"), "60s")],
	["cassandra", probe(toTest("CMD", "nodetool", "status"), "120s")],
	["couchdb", probe(toTest("CMD", "curl", "-fs", "http://127.0.0.1:5984/_up"))],
	["clickhouse/clickhouse-server", probe(byWget("8123/ping"))],
	["ollama/ollama", probe(toTest("CMD", "ollama", "list"))],
	["qdrant/qdrant", probe(byBash(6333, "/readyz"))],
	["chromadb/chroma", (tag) => (isAtLeast(tag, 1) ? probe(byBash(8000, "/api/v2/heartbeat")) : undefined)],
]);

/** Asks by the shell alone, in YAML: `/dev/tcp` is bash's. */
export function byBash(port: number, path: string): string {
	const script = `exec 3<>/dev/tcp/127.0.0.1/${port} && printf 'GET ${path} HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'`;
	return toTest("CMD", "bash", "-c", script);
}

/**
 * Whether it is known that the image has no HEALTHCHECK of its own: Docker's official images have none (https://github.com/docker-library/faq#healthcheck).
 * Of those that others keep nobody looked.
 */
export function lacksHealthcheck(image: string, reference = parseImageReference(image)): boolean {
	if (image === "scratch") return true;
	return reference.registry === undefined && !reference.repository.includes("/") && baseImage(image, reference).user !== "unknown";
}
