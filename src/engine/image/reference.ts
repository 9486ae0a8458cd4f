import { remember } from "../text/remember.ts";

/** `registry/repository:tag@digest`, taken apart. */
export type ImageReference = {
	/** The host, with its port; undefined for Docker Hub where it is not written. */
	readonly registry: string | undefined;
	/** Without registry; an official image of Docker Hub is `debian`, however it is written. */
	readonly repository: string;
	readonly tag: string | undefined;
	readonly digest: string | undefined;
	/** Where the tag begins and ends in the text; undefined without a tag. */
	readonly tagRange: { readonly start: number; readonly end: number } | undefined;
};

/** Reads an image's name as Docker does: the first part is a registry if it has a dot, a colon or a capital in it, or is `localhost`. */
export const parseImageReference = remember(16_000, (text): ImageReference => {
	const at = text.indexOf("@");
	const digest = at < 0 ? undefined : text.slice(at + 1);
	const named = at < 0 ? text : text.slice(0, at);
	const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	const tagRange = colon < 0 ? undefined : { start: colon + 1, end: named.length };
	const path = colon < 0 ? named : named.slice(0, colon);
	const slash = path.indexOf("/");
	const host = slash < 0 ? "" : path.slice(0, slash);
	const isHost = /[.:A-Z]/.test(host) || host === "localhost";
	const registry = isHost && host !== "docker.io" && host !== "index.docker.io" ? host : undefined;
	const rest = isHost ? path.slice(slash + 1) : path;
	const repository = registry === undefined && rest.startsWith("library/") ? rest.slice("library/".length) : rest;
	return { registry, repository, tag: tagRange && named.slice(tagRange.start), digest, tagRange };
});

/** The reference with the registry and the tag that Docker adds. https://docs.docker.com/reference/cli/docker/image/tag/#description */
export function fullReference(image: string): string {
	const { registry = "docker.io", repository, tag, digest } = parseImageReference(image);
	const name = registry === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository;
	const version = `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
	return `${registry}/${name}${version || ":latest"}`;
}
