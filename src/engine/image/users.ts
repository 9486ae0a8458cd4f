import { baseImage } from "./base-images.ts";
import { parseImageReference } from "./reference.ts";

/** An account, with its number where that has been the same for years. */
export type ImageUser = { readonly name: string; readonly number: string | undefined };

/** The accounts that an image has for the application, and root's; not all that the system has for itself. */
export function usersOf(image: string, reference = parseImageReference(image)): readonly ImageUser[] {
	if (image === "scratch") return [];
	const { ownUser } = baseImage(image, reference);
	const { registry, repository, tag = "" } = reference;
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	const users: ImageUser[] = ownUser === undefined || known[name]?.name === ownUser ? [] : [{ name: ownUser, number: undefined }];
	const own = known[name];
	if (own) users.push({ name: own.name, number: (/alpine/.test(tag) ? own.alpine : /(?:^|-)ubi\d/.test(tag) ? own.ubi : undefined) ?? own.number });
	if (name.startsWith("gcr.io/distroless/") || /^(?:cgr\.dev\/chainguard|dhi\.io)\//.test(name)) users.push({ name: "nonroot", number: "65532" });
	if (/^(?:php|httpd|debian|ubuntu|wordpress|nextcloud|drupal|joomla|mediawiki)$/.test(name))
		users.push({ name: "www-data", number: /alpine/.test(tag) ? "82" : "33" });
	return users;
}

/** `alpine` and `ubi` are the numbers in images of those kinds, where they are others. */
type Known = ImageUser & { readonly alpine?: string; readonly ubi?: string };

/**
 * By the images' own Dockerfiles (https://github.com/docker-library/official-images and those of their makers), compared with them in November 2026; those of
 * Elastic's images, which are not public, by their documentation.
 */
const known: Readonly<Record<string, Known>> = {
	__proto__: null as never,
	node: { name: "node", number: "1000" },
	ghost: { name: "node", number: "1000" },
	"oven/bun": { name: "bun", number: "1000" },
	"denoland/deno": { name: "deno", number: "1993", alpine: "1000" },
	gradle: { name: "gradle", number: "1000", ubi: "101" },
	nginx: { name: "nginx", number: "101" },
	"nginxinc/nginx-unprivileged": { name: "nginx", number: "101" },
	postgres: { name: "postgres", number: "999", alpine: "70" },
	mysql: { name: "mysql", number: "999" },
	mariadb: { name: "mysql", number: "999" },
	mongo: { name: "mongodb", number: "999" },
	redis: { name: "redis", number: "999" },
	"valkey/valkey": { name: "valkey", number: "999" },
	rabbitmq: { name: "rabbitmq", number: "999", alpine: "100" },
	memcached: { name: "memcache", number: "11211" },
	haproxy: { name: "haproxy", number: "99" },
	cassandra: { name: "cassandra", number: "999" },
	couchdb: { name: "couchdb", number: "5984" },
	adminer: { name: "adminer", number: undefined },
	elasticsearch: { name: "elasticsearch", number: "1000" },
	kibana: { name: "kibana", number: "1000" },
	solr: { name: "solr", number: "8983" },
	zookeeper: { name: "zookeeper", number: "1000" },
	"jenkins/jenkins": { name: "jenkins", number: "1000" },
	"grafana/grafana": { name: "grafana", number: "472" },
	"eclipse-mosquitto": { name: "mosquitto", number: "1883" },
};
