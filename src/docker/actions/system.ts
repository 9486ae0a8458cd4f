import type { Client } from "../client.ts";
import type { Api, Daemon } from "../connection/daemon.ts";
import { type DiskAnswer, type DiskClass, type DiskItem, type DiskUsage, toDiskUsage } from "../disk-usage.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { plainText } from "../plain-text.ts";
import { request } from "../request.ts";
import { networks } from "../resources/network.ts";
import { unlessGone } from "./outcomes.ts";
import { removeTagged, removeUntagged } from "./remove-image.ts";

export type Removable = DiskClass | "networks";

/** Something that nothing needs. `size` is what is freed with it at least, in bytes: layers that only such images share come on top. */
export type Candidate = Pick<DiskItem, "id" | "name" | "size" | "isNameless" | "tags"> & { readonly of: Removable };

/** `freed` is measured, in bytes. What has gone meanwhile counts as removed. */
export type Cleared = {
	readonly removed: readonly Candidate[];
	readonly freed: number;
	readonly failures: readonly { readonly candidate: Candidate; readonly error: DockerError }[];
};

export type SystemActions = {
	/** Walks over the engine's disk, which may take it a while: only to be asked when somebody wants to know. */
	diskUsage(signal?: AbortSignal): Promise<DiskUsage>;
	/** What nothing needs, by class, the largest first. All of the build cache is one candidate, for its records stand on each other. */
	candidates(of: readonly Removable[], signal?: AbortSignal): Promise<readonly Candidate[]>;
	/** Removes these and nothing else, never by force: what is needed by now stays and is a failure. After the signal nothing more is removed. */
	clear(candidates: readonly Candidate[], signal: AbortSignal, removed?: (candidate: Candidate) => void): Promise<Cleared>;
};

export function systemActions({ connection }: Client): SystemActions {
	const usage = async ({ api, product }: Daemon, signal?: AbortSignal): Promise<DiskUsage> => {
		const asked = { path: "/system/df", method: "GET", query: { verbose: true }, ...(signal && { abortSignal: signal }) } as const;
		const answer = (await request(api, asked)) as DiskAnswer;
		// Podman has an image there once for each of its names, and of those only what is behind the colon.
		return toDiskUsage(product === "Podman" ? { ...answer, Images: (await api.listImages()) as NonNullable<DiskAnswer["Images"]> } : answer);
	};
	return {
		diskUsage: (signal) => connection.use((daemon) => usage(daemon, signal)),
		candidates: (of, signal) =>
			connection.use(async (daemon) => {
				const { api } = daemon;
				const disk = of.some((each) => each !== "networks") ? await usage(daemon, signal) : undefined;
				const free = of.includes("networks") ? await freeNetworks(api, signal) : [];
				return of.flatMap((each) => (each === "networks" ? free : disk ? unused(disk, each) : [])).sort(bySize(of));
			}),
		clear: (candidates, signal, removed = () => {}) =>
			connection.use(async (daemon) => {
				const { api } = daemon;
				const ofLayers = candidates.some(({ of }) => of === "images" || of === "buildCache");
				const before = ofLayers ? layers(await usage(daemon, signal)) : 0;
				const done: Candidate[] = [];
				const failures: Cleared["failures"][number][] = [];
				let freed = 0;
				// With a container its image may become free, never the other way round.
				for (const candidate of order(candidates)) {
					if (signal.aborted) break;
					try {
						freed += await remove(api, candidate);
						done.push(candidate);
						removed(candidate);
					} catch (error) {
						failures.push({ candidate, error: toDockerError(error) });
					}
				}
				const after = ofLayers ? layers(await usage(daemon)) : 0;
				const kept = await keptOf(api, done);
				failures.push(...kept);
				const removedAll = done.filter((candidate) => !kept.some((each) => each.candidate === candidate));
				return { removed: removedAll, freed: freed + Math.max(0, before - after), failures };
			}),
	};
}

/** Of images and the build cache together, in bytes: they have layers in common, which go with the last that has them. */
const layers = ({ images, buildCache }: DiskUsage): number => images.total + buildCache.items.reduce((total, { size }) => total + size, 0);

const places: readonly Removable[] = ["containers", "images", "networks", "volumes", "buildCache"];
const order = (candidates: readonly Candidate[]): readonly Candidate[] =>
	[...candidates].sort((one, other) => places.indexOf(one.of) - places.indexOf(other.of));
const bySize =
	(of: readonly Removable[]) =>
	(one: Candidate, other: Candidate): number =>
		of.indexOf(one.of) - of.indexOf(other.of) || other.size - one.size;

function unused(disk: DiskUsage, of: DiskClass): readonly Candidate[] {
	const free = disk[of].items.filter(({ isUsed }) => !isUsed);
	if (of !== "buildCache") return free.map((item) => ({ ...item, of }));
	return free.length === 0 ? [] : [{ of, id: "", name: String(free.length), size: disk.buildCache.reclaimable }];
}

/** Those that the engine itself has stay, and configurations of others, as with the CLI. A container that does not run would not start without its network, so it counts. */
async function freeNetworks(api: Api, abortSignal?: AbortSignal): Promise<readonly Candidate[]> {
	const options = { ...(abortSignal && { abortSignal }) };
	const [listed, users] = await Promise.all([networks.list(api, abortSignal ?? AbortSignal.timeout(60_000)), api.listContainers({ ...options, all: true })]);
	const joined = new Set(users.flatMap(({ NetworkSettings }) => Object.keys(NetworkSettings?.Networks ?? {}).map((name) => plainText(name))));
	const free = listed.filter(
		({ name, scope, isClosed }) => scope === "local" && !isClosed && !["bridge", "host", "none", "podman"].includes(name) && !joined.has(name),
	);
	// In one of a swarm there may be something that is no container of any list.
	const membersOf = async (id: string): Promise<number> => Object.keys((await api.getNetwork(id).inspect()).Containers ?? {}).length;
	const members = await Promise.all(free.map(({ id }) => membersOf(id).catch(() => 0)));
	return free.filter((_, index) => members[index] === 0).map(({ id, name }) => ({ of: "networks", id, name, size: 0 }));
}

/** Images that have only lost their tags, for others are made of them, or that were given another one meanwhile. Only in the end is it known: with the last of those others it goes, too. */
async function keptOf(api: Api, removed: readonly Candidate[]): Promise<Cleared["failures"]> {
	const asked = removed.filter(({ of, tags = [] }) => of === "images" && tags.length > 0);
	const found = await Promise.all(asked.map(async (candidate) => ({ candidate, left: await unlessGone(api.getImage(candidate.id).inspect()) })));
	return found.flatMap(({ candidate, left }) => {
		if (!left) return [];
		const words = left.RepoTags?.length
			? "it was given another tag meanwhile, and stays"
			: "it has lost its tags, and stays as long as other images are made of it";
		return [{ candidate, error: new DockerError("conflict", words) }];
	});
}

/** @returns the bytes that it has freed; those of images and the build cache are seen in the sum of all */
async function remove(api: Api, { of, id, size, tags = [] }: Candidate): Promise<number> {
	switch (of) {
		case "containers":
			await unlessGone(api.getContainer(id).remove({ v: false }));
			return size;
		case "images":
			await (tags.length > 0 ? removeTagged(api, id, tags) : unlessGone(removeUntagged(api, id)));
			return 0;
		case "networks":
			await unlessGone(api.getNetwork(id).remove());
			return 0;
		case "volumes":
			await unlessGone(api.getVolume(id).remove());
			return size;
		case "buildCache":
			await request(api, { path: "/build/prune", method: "POST", query: { all: true } });
			return 0;
	}
}
