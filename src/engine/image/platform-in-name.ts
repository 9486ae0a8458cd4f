import { type Platform, parsePlatform } from "./platform.ts";
import { parseImageReference } from "./reference.ts";
import { isWindowsImage } from "./windows.ts";

/** The only platform for which an image exists, as far as its name tells. */
export function platformInName(image: string): Platform | undefined {
	const { registry, repository, tag = "" } = parseImageReference(image);
	if (isWindowsImage(image)) return { system: "windows", architecture: undefined, variant: undefined };
	// Docker's own images of one architecture. https://github.com/docker-library/official-images#architectures-other-than-amd64
	const owner = registry === undefined ? owners.get(repository.slice(0, Math.max(0, repository.indexOf("/")))) : undefined;
	if (owner !== undefined) return parsePlatform(owner);
	const ending = /-(amd64|arm64(?:v8)?|arm32v[567]|ppc64le|s390x|riscv64)$/.exec(tag)?.[1];
	return ending === undefined ? undefined : parsePlatform(owners.get(ending) ?? `linux/${ending}`);
}

const owners: ReadonlyMap<string, string> = new Map([
	["amd64", "linux/amd64"],
	["arm64", "linux/arm64"],
	["arm32v5", "linux/arm/v5"],
	["arm32v6", "linux/arm/v6"],
	["arm32v7", "linux/arm/v7"],
	["arm64v8", "linux/arm64"],
	["i386", "linux/386"],
	["mips64le", "linux/mips64le"],
	["ppc64le", "linux/ppc64le"],
	["riscv64", "linux/riscv64"],
	["s390x", "linux/s390x"],
]);
