import type { Api } from "../connection/daemon.ts";
import { DockerError } from "../errors.ts";
import { folderOf, isWithin, joinPath } from "./entry.ts";
import { runIn } from "./exec.ts";

/** What of `inspect` tells where a container's files are. */
export type Mounted = {
	readonly HostConfig?: { readonly Tmpfs?: Readonly<Record<string, string>> | null };
	readonly Mounts?: readonly { readonly Destination?: string; readonly Type?: string }[] | null;
};

/** Of the kernel, in every container. */
const kernels = ["/proc", "/sys", "/dev"];

/** Whether no archive reaches it: what an engine puts there lies below what is mounted, where the container does not see it, and is taken for the file from then on. */
export function isInMemory(path: string, { HostConfig, Mounts }: Mounted): boolean {
	const inMemory = [...kernels, ...Object.keys(HostConfig?.Tmpfs ?? {})].map((Destination) => ({ Destination, Type: "tmpfs" }));
	return mountOf(path, [...(Mounts ?? []), ...inMemory])?.Type === "tmpfs";
}

/** The folder in memory above it, where that is empty when the container starts: Docker's are, Podman fills some with what the image has there. */
export function emptyFolderOf(path: string, { HostConfig, Mounts }: Mounted): string | undefined {
	const inMemory = Object.entries(HostConfig?.Tmpfs ?? {}).map(([Destination, options]) => ({
		Destination,
		Type: options.split(",").includes("tmpcopyup") ? "copy" : "tmpfs",
	}));
	const mount = mountOf(path, [...(Mounts ?? []), ...inMemory]);
	const folder = joinPath(mount?.Destination ?? "/");
	return mount?.Type === "tmpfs" && folder !== path ? folder : undefined;
}

/** The one in which the path is: the innermost, and of two at the same place the first. */
export function mountOf<Mount extends { readonly Destination?: string }>(path: string, mounts: readonly Mount[]): Mount | undefined {
	const within = mounts.map((mount) => ({ mount, folder: joinPath(mount.Destination ?? "/") })).filter(({ folder }) => isWithin(path, folder));
	return within.sort((one, other) => other.folder.length - one.folder.length)[0]?.mount;
}

// A file that is there keeps its owner and mode; a new one belongs to its folder's owner. Engines differ in which modes a program gives.
const write = 'umask 022; own=; test -e "$1" || own=$(stat -c %u:%g "$2"); cat > "$1" && { test -z "$own" || chown "$own" "$1"; }';
const makeFolder = 'umask 022; mkdir "$1" && chown "$(stat -c %u:%g "$2")" "$1"';

/** By the container's own programs. */
export const writeInMemory = (api: Api, id: string, path: string, content: Buffer): Promise<void> => runThere(api, id, path, write, content);

export const createFolderInMemory = (api: Api, id: string, path: string): Promise<void> => runThere(api, id, path, makeFolder);

async function runThere(api: Api, id: string, path: string, script: string, input?: Buffer): Promise<void> {
	const ran = await runIn(api, id, ["sh", "-c", script, "sh", path, folderOf(path)], input && { input });
	if (ran?.code !== 0) throw new DockerError("rejected", "it is in memory, where only the container's own programs write, and they could not");
}
