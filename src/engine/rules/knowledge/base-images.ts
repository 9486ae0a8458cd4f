import { baseImageOf, type Stage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { parseImageReference } from "./image-reference.ts";

/**
 * What the user of a base image means for what is built on it.
 * `root`: it runs as root. `other`: it runs as somebody else. `drops`: it starts as root and its own entry point or server goes on as somebody else.
 * `tools`: made to be worked in, or to run system software that needs root.
 */
export type DefaultUser = "root" | "other" | "drops" | "tools" | "unknown";

type BaseImage = { readonly user: DefaultUser; readonly workdir?: string; readonly ownUser?: string; readonly runs?: boolean };

/** Official images of Docker Hub, by repository. `ownUser` is an account made for the application; `runs` says that it starts a server by itself. */
const official: Readonly<Record<string, BaseImage>> = {
	...each("debian ubuntu alpine busybox fedora almalinux rockylinux amazonlinux oraclelinux archlinux photon centos buildpack-deps", { user: "root", workdir: "/" }),
	...each("python perl rust eclipse-temurin openjdk amazoncorretto ibmjava sapmachine swift dart erlang elixir julia r-base bash haskell gcc mono swipl clojure", { user: "root" }),
	...each("python ruby rust eclipse-temurin amazoncorretto", { user: "root", workdir: "/" }),
	node: { user: "root", workdir: "/", ownUser: "node" },
	golang: { user: "root", workdir: "/go" },
	maven: { user: "root", workdir: "/" },
	gradle: { user: "root", workdir: "/home/gradle", ownUser: "gradle" },
	tomcat: { user: "root", workdir: "/usr/local/tomcat", runs: true },
	...each("caddy traefik registry tomee", { user: "root", runs: true }),
	httpd: { user: "drops", workdir: "/usr/local/apache2" },
	...each("nginx haproxy php wordpress drupal joomla nextcloud matomo mediawiki phpmyadmin adminer backdrop", { user: "drops" }),
	...each("postgres mysql mariadb percona mongo redis valkey rabbitmq cassandra couchdb couchbase influxdb neo4j ghost redmine rethinkdb aerospike arangodb crate", { user: "drops" }),
	...each("rocket.chat convertigo zookeeper logstash kapacitor telegraf chronograf eggdrop nats eclipse-mosquitto consul vault postfixadmin friendica yourls monica", { user: "drops" }),
	...each("memcached elasticsearch kibana jetty solr sonarqube varnish open-liberty websphere-liberty jruby storm flink kong znc couchbase-server xwiki", { user: "other" }),
	...each("docker", { user: "tools" }),
};

/** Images elsewhere, by the beginning of registry and repository. The longest that fits counts. */
const others: readonly (readonly [prefix: string, user: DefaultUser])[] = [
	["cgr.dev/chainguard/", "other"],
	["cgr.dev/", "unknown"],
	["dhi.io/", "other"],
	["bitnami/", "other"],
	["bitnami/minideb", "root"],
	["bitnamilegacy/", "other"],
	["nginxinc/nginx-unprivileged", "other"],
	["ghcr.io/nginxinc/nginx-unprivileged", "other"],
	["jenkins/", "other"],
	["gcr.io/distroless/", "root"],
	["registry.access.redhat.com/ubi", "root"],
	["registry.redhat.io/ubi", "root"],
	["registry.access.redhat.com/", "other"],
	["registry.redhat.io/", "other"],
	["mcr.microsoft.com/dotnet/", "root"],
	["mcr.microsoft.com/mssql/", "other"],
	["mcr.microsoft.com/playwright", "tools"],
	["mcr.microsoft.com/devcontainers/", "tools"],
	["mcr.microsoft.com/vscode/", "tools"],
	["grafana/", "other"],
	["prom/", "other"],
	["quay.io/jupyter/", "other"],
	["jupyter/", "other"],
	["quay.io/keycloak/", "other"],
	["docker.elastic.co/", "other"],
	["gitpod/", "tools"],
	["cypress/", "tools"],
	["cimg/", "other"],
	["circleci/", "other"],
	["linuxserver/", "drops"],
	["lscr.io/linuxserver/", "drops"],
	["ghcr.io/linuxserver/", "drops"],
	["openresty/openresty", "drops"],
	["phusion/", "tools"],
	["nvidia/cuda", "root"],
	["pytorch/pytorch", "root"],
	["tensorflow/tensorflow", "root"],
	["continuumio/", "root"],
	["condaforge/", "root"],
	["mambaorg/micromamba", "other"],
	["oven/bun", "root"],
	["denoland/deno", "root"],
	["ghcr.io/astral-sh/uv", "root"],
	["tiangolo/uvicorn-gunicorn", "root"],
	["public.ecr.aws/lambda/", "other"],
	["public.ecr.aws/docker/library/", "unknown"],
];

/** The image that the stage's chain of stages begins with; undefined where a variable without a known value names it. */
export function rootImageOf(file: Dockerfile, stage: Stage): string | undefined {
	let first = stage;
	while (first.parent) first = first.parent;
	return baseImageOf(file, first);
}

/** What is known of an image; the user is `unknown` for most. */
export function baseImage(image: string): BaseImage {
	if (image === "scratch") return { user: "root", workdir: "/" };
	const { registry, repository, tag = "" } = parseImageReference(image);
	const mirrored = registry === "public.ecr.aws" && repository.startsWith("docker/library/") ? repository.slice("docker/library/".length) : undefined;
	const plain = mirrored ?? (registry === undefined ? repository : undefined);
	const known = plain === undefined ? undefined : official[plain];
	// Only these two of PHP's images have a server that gives up root.
	if (known && plain === "php") return /apache|fpm/.test(tag) ? known : { user: "root" };
	if (known) return known;
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	const [, user = "unknown"] = others.reduce<readonly [string, DefaultUser]>((best, next) => (name.startsWith(next[0]) && next[0].length > best[0].length ? next : best), ["", "unknown"]);
	if (name.startsWith("gcr.io/distroless/")) return { user: /nonroot/.test(tag) ? "other" : "root", workdir: /nonroot/.test(tag) ? "/home/nonroot" : "/" };
	if (name.startsWith("mcr.microsoft.com/dotnet/")) return { user: /chiseled|azurelinux.*distroless|distroless/.test(tag) ? "other" : "root", ...(Number.parseInt(tag) >= 8 && { ownUser: "app" }) };
	return { user };
}

function each(names: string, image: BaseImage): Readonly<Record<string, BaseImage>> {
	return Object.fromEntries(names.split(" ").map((name) => [name, image]));
}
