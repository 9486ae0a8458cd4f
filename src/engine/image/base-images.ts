import { parseImageReference } from "./reference.ts";

export type BaseImage = {
	/**
	 * Who a container runs as. `drops`: it starts as root, and its entry point or server goes on as somebody else.
	 * `tools`: made to be worked in, so that root is what one wants. `unknown`: nobody looked, or it depends.
	 */
	readonly user: "root" | "other" | "drops" | "tools" | "unknown";
	/** The directory that it leaves to what is built on it. */
	readonly workdir?: string;
	/** An account that it has for the application, and does not use by itself. */
	readonly ownUser?: string;
	/** Whether it starts a server without being told. */
	readonly runs?: boolean;
	/** The signal that stops its containers; undefined where nobody looked. */
	readonly stopSignal?: string;
};

/** What is known of an image. For most that is nothing. Who has its reference need not have it taken apart again. */
export function baseImage(image: string, reference = parseImageReference(image)): BaseImage {
	if (image === "scratch") return asRoot;
	const { registry, repository, tag = "" } = reference;
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	const plain = name.startsWith(officialAtAmazon) ? name.slice(officialAtAmazon.length) : name;
	// Only these of PHP's images have a server, and it gives up root.
	if (plain === "php") return /apache/.test(tag) ? phpWithApache : /fpm/.test(tag) ? phpFpm : { user: "root" };
	if (variantsOfUser[plain]?.test(tag)) return { user: "other" };
	const found = official.get(plain);
	if (found) return found;
	if (anyOther.test(name)) for (const [pattern, each] of others) if (pattern.test(name)) return typeof each === "function" ? each(tag) : { user: each };
	return { user: "unknown" };
}

const phpWithApache: BaseImage = { user: "drops", stopSignal: "SIGWINCH" };
const phpFpm: BaseImage = { user: "drops", stopSignal: "SIGQUIT" };

/** Tags of official images that do not begin as root, as others of their images do. */
const variantsOfUser: Readonly<Record<string, RegExp>> = { __proto__: null as never, influxdb: /^3(?:\D|$)/, mariadb: /(?:^|-)ubi\d*$/, wordpress: /^cli\b/ };

const officialAtAmazon = "public.ecr.aws/docker/library/";

/** Whether the image is one of Docker Hub's official ones. Those with apt in them are Debian or Ubuntu as `debian` and `ubuntu` are, apt's configuration for images included. */
export function isOfficialImage(image: string): boolean {
	const { registry, repository } = parseImageReference(image);
	return image !== "scratch" && registry === undefined && !repository.includes("/");
}

const asRoot: BaseImage = { user: "root", workdir: "/", stopSignal: "SIGTERM" };

/** Official images of Docker Hub, some of them given up, and Valkey's own: https://github.com/docker-library/official-images, looked at in August 2026; who runs them, and what stops them, compared with their Dockerfiles in November 2026 where those are public. */
const official: ReadonlyMap<string, BaseImage> = new Map([
	...each("alpine almalinux amazonlinux archlinux buildpack-deps busybox centos debian fedora oraclelinux photon rockylinux ubuntu", asRoot),
	...each("amazoncorretto eclipse-temurin maven python ruby rust", asRoot),
	...each("bash clojure dart elixir erlang gcc haskell ibmjava julia mono openjdk perl pypy r-base sapmachine swift swipl", { user: "root" }),
	...each("node", { user: "root", workdir: "/", ownUser: "node" }),
	...each("golang", { user: "root", workdir: "/go" }),
	...each("gradle", { user: "root", workdir: "/home/gradle" }),
	...each("tomcat", { user: "root", workdir: "/usr/local/tomcat", runs: true }),
	...each("caddy registry tomee traefik", { user: "root", runs: true }),
	...each("httpd", { user: "drops", workdir: "/usr/local/apache2", stopSignal: "SIGWINCH" }),
	...each("nginx", { user: "drops", stopSignal: "SIGQUIT" }),
	...each("postgres", { user: "drops", stopSignal: "SIGINT" }),
	...each("haproxy", { user: "other", stopSignal: "SIGUSR1" }),
	...each("backdrop drupal joomla matomo mediawiki nextcloud phpmyadmin wordpress yourls", { user: "drops" }),
	...each(
		"cassandra couchdb crate eclipse-mosquitto flink ghost influxdb mariadb mongo mysql neo4j rabbitmq redis redmine storm telegraf valkey/valkey zookeeper",
		{ user: "drops" },
	),
	...each("adminer elasticsearch jetty kibana kong logstash memcached open-liberty percona rocket.chat solr sonarqube varnish websphere-liberty", {
		user: "other",
	}),
	...each("docker", { user: "tools" }),
]);

/** Their names, in order. */
export const officialImages: readonly string[] = [...official.keys(), "php"].sort();

/** Other images; of several patterns the first counts. */
const others: readonly (readonly [name: RegExp, image: BaseImage["user"] | ((tag: string) => BaseImage)])[] = [
	[/^gcr\.io\/distroless\//, (tag) => (tag.includes("nonroot") ? { user: "other", workdir: "/home/nonroot" } : asRoot)],
	[/^mcr\.microsoft\.com\/dotnet\//, toDotnet],
	[/^mcr\.microsoft\.com\/(?:devcontainers|playwright|vscode)\b/, "tools"],
	[/^mcr\.microsoft\.com\/mssql\//, "other"],
	[/^(?:cgr\.dev\/chainguard|dhi\.io)\//, "other"],
	[/^bitnami(?:legacy)?\/minideb$/, "root"],
	[/^bitnami(?:legacy|secure)?\//, "other"],
	[/nginx-unprivileged$/, "other"],
	[/^registry\.(?:access\.)?redhat\.com\/ubi\d+(?:\/ubi)?(?:-(?:minimal|micro|init))?$/, "root"],
	[/^(?:quay\.io\/)?jupyter\//, "other"],
	[/^(?:cimg|circleci|grafana|jenkins|mambaorg|prom)\//, "other"],
	[/^(?:docker\.elastic\.co|quay\.io\/keycloak)\//, "other"],
	[/^(?:(?:ghcr|lscr)\.io\/)?linuxserver\//, "drops"],
	[/^openresty\//, "drops"],
	[/^(?:cypress|gitpod|phusion)\//, "tools"],
	[/^(?:nvidia\/cuda|pytorch\/pytorch|tensorflow\/tensorflow|continuumio\/\w+|condaforge\/[\w-]+|oven\/bun|denoland\/deno|ghcr\.io\/astral-sh\/uv)$/, "root"],
	[/^tiangolo\//, "root"],
];

const anyOther = new RegExp(others.map(([pattern]) => pattern.source).join("|"));

/** The small images run as `app`; the others have that account since .NET 8, and leave it to their user. */
function toDotnet(tag: string): BaseImage {
	if (/chiseled|distroless/.test(tag)) return { user: "other" };
	return Number.parseInt(tag, 10) >= 8 ? { user: "root", ownUser: "app" } : { user: "root" };
}

function each(names: string, image: BaseImage): readonly (readonly [string, BaseImage])[] {
	return names.split(" ").map((name) => [name, image]);
}
