import type { ImageReference } from "./reference.ts";

/** Where an image writes besides its data, as of November 2026; undefined where nobody looked. https://github.com/docker-library/docs */
export function writableFolders({ registry, repository }: ImageReference): readonly string[] | undefined {
	return registry === undefined ? folders.get(repository) : undefined;
}

const folders: ReadonlyMap<string, readonly string[]> = new Map([
	["adminer", ["/tmp"]],
	["caddy", ["/tmp"]],
	["haproxy", ["/tmp"]],
	["httpd", ["/usr/local/apache2/logs"]],
	["mariadb", ["/run/mysqld", "/tmp"]],
	["memcached", []],
	["mongo", ["/tmp"]],
	["mysql", ["/var/run/mysqld", "/tmp"]],
	["nginx", ["/var/cache/nginx", "/var/run"]],
	["nginxinc/nginx-unprivileged", ["/tmp"]],
	["postgres", ["/var/run/postgresql", "/tmp"]],
	["redis", []],
	["registry", []],
	["traefik", ["/tmp"]],
	["valkey/valkey", []],
]);
