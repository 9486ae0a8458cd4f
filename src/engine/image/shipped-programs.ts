import type { ImageReference } from "./reference.ts";

/** Programs of which it is known whether images have them. */
export type ShippedProgram = "bash" | "curl" | "nc" | "sh" | "wget";

/**
 * Which of the programs an image is known to lack, as of August 2026; undefined where nobody looked.
 * https://github.com/docker-library/official-images, https://github.com/dotnet/dotnet-docker.
 */
export function missingPrograms(image: string, { registry, repository, tag = "" }: ImageReference): readonly ShippedProgram[] | undefined {
	if (image === "scratch") return everything;
	if (registry === "gcr.io" && repository.startsWith("distroless/")) return /debug/.test(tag) ? undefined : everything;
	if (registry === "mcr.microsoft.com") return ofMicrosoft(repository, tag);
	if (registry !== undefined) return registry === "quay.io" && repository === "keycloak/keycloak" ? slim : undefined;
	const server = servers.get(repository);
	if (server && !/alpine/.test(tag)) return server;
	if (repository === "busybox") return ["bash", "curl"];
	if (repository === "alpine") return busybox;
	if (/alpine/.test(tag)) return plainAlpine.has(repository) ? (hasBash.has(repository) ? ["curl"] : busybox) : undefined;
	if (repository === "debian" || repository === "ubuntu") return slim;
	return /(?:^|-)slim(?:-|$)/.test(tag) && slimmed.has(repository) ? slim : undefined;
}

const everything: readonly ShippedProgram[] = ["bash", "curl", "nc", "sh", "wget"];
/** Alpine has the `wget`, `nc` and `sh` of BusyBox. */
const busybox: readonly ShippedProgram[] = ["bash", "curl"];
const slim: readonly ShippedProgram[] = ["curl", "nc", "wget"];
const withBash: readonly ShippedProgram[] = ["curl"];
const withCurl: readonly ShippedProgram[] = ["nc", "wget"];

/** Servers by their usual tags, as of November 2026. */
const servers: ReadonlyMap<string, readonly ShippedProgram[]> = new Map([
	...[
		"chromadb/chroma",
		"ghost",
		"httpd",
		"mariadb",
		"memcached",
		"mongo",
		"ollama/ollama",
		"pgvector/pgvector",
		"postgres",
		"qdrant/qdrant",
		"rabbitmq",
		"redis",
		"valkey/valkey",
	].map((name): [string, readonly ShippedProgram[]] => [name, slim]),
	...["caddy", "hashicorp/vault", "prom/alertmanager", "prom/node-exporter", "prom/prometheus", "registry", "traefik"].map(
		(name): [string, readonly ShippedProgram[]] => [name, busybox],
	),
	["nginx", withCurl],
	...["mongo-express", "timescale/timescaledb"].map((name): [string, readonly ShippedProgram[]] => [name, withBash]),
	...["cloudflare/cloudflared", "portainer/portainer-ce"].map((name): [string, readonly ShippedProgram[]] => [name, everything]),
]);

/** Their Alpine images add neither `curl` nor `bash`. */
const plainAlpine: ReadonlySet<string> = new Set(["golang", "node", "postgres", "python", "redis", "ruby", "rust", "valkey/valkey"]);
const hasBash: ReadonlySet<string> = new Set(["postgres"]);

/** Their slim images are Debian's with the language alone. */
const slimmed: ReadonlySet<string> = new Set(["node", "python", "ruby", "rust"]);

function ofMicrosoft(repository: string, tag: string): readonly ShippedProgram[] | undefined {
	if (!/^dotnet\/(?:aspnet|runtime|runtime-deps)$/.test(repository) || /nanoserver|windows|mariner|azurelinux/.test(tag)) return undefined;
	if (/chiseled|distroless/.test(tag)) return everything;
	if (/alpine/.test(tag)) return busybox;
	// Older ones are not looked at, and a tag without a number may be any.
	return Number.parseInt(tag, 10) >= 5 ? slim : undefined;
}

/** Whether the program is a database's own, and the image is known not to have it: it is another's, or of a version that calls it otherwise. */
export function lacksClient(program: string, { registry, repository, tag = "" }: ImageReference): boolean {
	const owners = clients.get(program);
	if (registry !== undefined || !owners || !withClients.has(repository)) return false;
	const major = Number(/^v?(\d+)/.exec(tag)?.[1] ?? Number.POSITIVE_INFINITY);
	return !owners.some(({ name, before = Number.POSITIVE_INFINITY }) => name === repository && (major < before || before === Number.POSITIVE_INFINITY));
}

type Owner = { readonly name: string; /** The first version that has it no more. */ readonly before?: number };

const ofPostgres: readonly Owner[] = ["pgvector/pgvector", "postgis/postgis", "postgres", "timescale/timescaledb"].map((name) => ({ name }));
/** Called by its own name alone since 11: https://mariadb.com/docs/server/clients-and-utilities/mariadb-client. */
const ofMysql: readonly Owner[] = [{ name: "mysql" }, { name: "percona" }, { name: "mariadb", before: 11 }];
const ofRedis: readonly Owner[] = ["redis", "redis/redis-stack", "redis/redis-stack-server", "valkey/valkey"].map((name) => ({ name }));

const clients: ReadonlyMap<string, readonly Owner[]> = new Map([
	["healthcheck.sh", [{ name: "mariadb" }]],
	["mariadb-admin", [{ name: "mariadb" }]],
	/** Gone since 6: https://www.mongodb.com/docs/manual/release-notes/6.0-compatibility/#legacy-mongo-shell-removed. */
	["mongo", [{ name: "mongo", before: 6 }]],
	["mongosh", [{ name: "mongo" }]],
	["mysql", ofMysql],
	["mysqladmin", ofMysql],
	["pg_isready", ofPostgres],
	["psql", ofPostgres],
	["rabbitmq-diagnostics", [{ name: "rabbitmq" }]],
	["rabbitmqctl", [{ name: "rabbitmq" }]],
	["redis-cli", ofRedis],
]);

/** Images of which it is known that they have no other's. */
const withClients: ReadonlySet<string> = new Set([...[...clients.values()].flat().map(({ name }) => name), "httpd", "memcached", "nginx", "traefik"]);
