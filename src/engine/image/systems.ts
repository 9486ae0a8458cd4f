import type { ImageReference } from "./reference.ts";

/** A kind of system, by how its packages are installed. */
export type System = "debian" | "alpine" | "rpm" | "windows";

/** What kind of system an image is known to have; undefined where nobody looked, or there is none. By the images' own Dockerfiles, compared with them in November 2026. */
export function systemOfImage({ registry, repository, tag = "" }: ImageReference): System | undefined {
	if (/(?:^|-)distroless/.test(tag)) return undefined;
	if (/alpine/.test(tag) || repository === "alpine" || (repository === "wordpress" && /^cli\b/.test(tag))) return "alpine";
	if (/(?:^|-)(?:bookworm|trixie|bullseye|buster|jammy|noble|focal|resolute|debian|ubuntu|slim)(?:\d|-|$)/.test(tag)) return "debian";
	if (
		/(?:^|-)(?:ubi\d*|centos\d*|rockylinux\d*|amazonlinux\d*|al2023|oraclelinux\d*|oracle|almalinux\d*|fedora|azurelinux[\d.]*|(?:amazon)?corretto\d*)(?:-|$)/.test(
			tag,
		)
	)
		return "rpm";
	if (registry !== undefined)
		return /redhat\.(?:com|io)$/.test(registry) || (registry === "quay.io" && /^(?:centos|fedora)\//.test(repository)) ? "rpm" : undefined;
	const isOlder = formerlyDebian[repository]?.test(tag) ?? false;
	return isOlder ? "debian" : byName.get(repository);
}

/** Versions from before the image was built on Oracle Linux. */
const formerlyDebian: Readonly<Record<string, RegExp>> = { __proto__: null as never, openjdk: /^(?:[6-9]|1[01])(?:\D|$)/, mysql: /^5\.[0-6](?:\D|$)/ };

const byName: ReadonlyMap<string, System> = new Map([
	...each(
		"debian ubuntu buildpack-deps node python golang ruby rust php perl gcc erlang elixir haskell julia r-base swift swipl pypy httpd nginx postgres mariadb redis memcached mongo tomcat eclipse-temurin maven gradle wordpress nextcloud drupal jenkins/jenkins nvidia/cuda oven/bun denoland/deno pytorch/pytorch tensorflow/tensorflow continuumio/miniconda3",
		"debian",
	),
	...each("docker caddy traefik registry", "alpine"),
	...each("fedora almalinux rockylinux centos amazonlinux oraclelinux amazoncorretto openjdk mysql", "rpm"),
]);

function each(names: string, system: System): readonly (readonly [string, System])[] {
	return names.split(" ").map((name) => [name, system]);
}
