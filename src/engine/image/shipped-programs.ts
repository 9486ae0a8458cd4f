import type { ImageReference } from "./reference.ts";

/** Programs of which it is known whether images have them. */
export type ShippedProgram = "bash" | "curl" | "nc" | "sh" | "wget";

/**
 * Which of the programs an image of Docker Hub, Microsoft or distroless is known to lack; undefined for images of which nobody looked. By the images' own Dockerfiles
 * (https://github.com/docker-library/official-images and https://github.com/dotnet/dotnet-docker), as they were in August 2026.
 */
export function missingPrograms(image: string, { registry, repository, tag = "" }: ImageReference): readonly ShippedProgram[] | undefined {
	if (image === "scratch") return everything;
	if (registry === "gcr.io" && repository.startsWith("distroless/")) return /debug/.test(tag) ? undefined : everything;
	if (registry === "mcr.microsoft.com") return ofMicrosoft(repository, tag);
	if (registry !== undefined) return undefined;
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

/** Their Alpine images add neither `curl` nor `bash`. */
const plainAlpine: ReadonlySet<string> = new Set(["golang", "node", "postgres", "python", "redis", "ruby", "rust", "valkey/valkey"]);
const hasBash: ReadonlySet<string> = new Set(["postgres"]);

/** Their slim images are Debian's with the language alone. That of Perl keeps `curl`. */
const slimmed: ReadonlySet<string> = new Set(["node", "python", "ruby", "rust"]);

function ofMicrosoft(repository: string, tag: string): readonly ShippedProgram[] | undefined {
	if (!/^dotnet\/(?:aspnet|runtime|runtime-deps)$/.test(repository) || /nanoserver|windows|mariner|azurelinux/.test(tag)) return undefined;
	if (/chiseled|distroless/.test(tag)) return everything;
	if (/alpine/.test(tag)) return busybox;
	// Older ones are not looked at, and a tag without a number may be any.
	return Number.parseInt(tag, 10) >= 5 ? slim : undefined;
}
