import type { ImageReference } from "./reference.ts";

/** The page about an image, for people, in its registry. Undefined for `scratch`, and for registries that have none that a name leads to. As of November 2026. */
export function imagePage({ registry, repository }: ImageReference): string | undefined {
	if (!/^[\w./-]+$/.test(repository)) return undefined;
	if (registry !== undefined) return pages[registry]?.(repository);
	if (repository.includes("/")) return `https://hub.docker.com/r/${repository}`;
	return repository === "scratch" ? undefined : `https://hub.docker.com/_/${repository}`;
}

/** Of those that have a page of their own for each image, by their names. Google's and GitHub's hosts lead on to it by themselves. */
const pages: Readonly<Record<string, (repository: string) => string | undefined>> = {
	__proto__: null as never,
	"cgr.dev": (name) =>
		name.startsWith("chainguard/") ? `https://images.chainguard.dev/directory/image/${name.slice("chainguard/".length)}/overview` : undefined,
	"gcr.io": (name) => (name.includes("/") ? `https://gcr.io/${name}` : undefined),
	"ghcr.io": (name) => (name.includes("/") ? `https://ghcr.io/${name}` : undefined),
	"mcr.microsoft.com": (name) => `https://mcr.microsoft.com/artifact/mar/${name}`,
	"nvcr.io": (name) => (name.startsWith("nvidia/") ? `https://catalog.ngc.nvidia.com/orgs/nvidia/containers/${name.slice("nvidia/".length)}` : undefined),
	"public.ecr.aws": (name) => `https://gallery.ecr.aws/${name}`,
	"quay.io": (name) => (name.includes("/") ? `https://quay.io/repository/${name}` : undefined),
	"registry-1.docker.io": (name) => `https://hub.docker.com/${name.startsWith("library/") ? `_/${name.slice("library/".length)}` : `r/${name}`}`,
};
