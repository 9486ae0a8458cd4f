import { plainText } from "./plain-text.ts";
import { helperLabel } from "./resources/helper-label.ts";

/** What takes space on an engine's disk, in the order in which it is shown. */
export const diskClasses = ["images", "containers", "volumes", "buildCache"] as const;
export type DiskClass = (typeof diskClasses)[number];

/** One thing that takes space. `size` is what it takes for itself alone, in bytes; what it shares with others is in the sum of its class only. */
export type DiskItem = {
	readonly id: string;
	readonly name: string;
	readonly size: number;
	/** Something else needs it: a container an image or a volume, a build its cache; a container, that it runs. */
	readonly isUsed: boolean;
	/** An image without a tag, or a volume to which nobody gave a name. */
	readonly isNameless?: true;
	/** Of an image, by which it is removed. */
	readonly tags?: readonly string[];
};

/** In bytes; `reclaimable` is what goes with all that nothing needs. */
export type ClassUsage = { readonly total: number; readonly reclaimable: number; readonly items: readonly DiskItem[] };
export type DiskUsage = Readonly<Record<DiskClass, ClassUsage>>;

type Image = {
	readonly Id?: string;
	readonly RepoTags?: readonly string[] | null;
	readonly RepoDigests?: readonly string[] | null;
	readonly Size?: number;
	readonly SharedSize?: number;
	readonly Containers?: number;
	readonly Labels?: Readonly<Record<string, string>> | null;
};
type Container = {
	readonly Id?: string;
	readonly Names?: readonly string[] | null;
	readonly State?: string;
	readonly SizeRw?: number;
	readonly Labels?: Readonly<Record<string, string>> | null;
};
type Volume = {
	readonly Name?: string;
	readonly Labels?: Readonly<Record<string, string>> | null;
	readonly UsageData?: { readonly Size?: number; readonly RefCount?: number } | null;
};
type BuildCache = { readonly ID?: string; readonly Description?: string; readonly Size?: number; readonly InUse?: boolean; readonly Shared?: boolean };

/** From API 1.53 on; `Items` is there where it was asked for. */
type NewClass<Item> = { readonly Items?: readonly Item[] | null; readonly TotalSize?: number; readonly Reclaimable?: number } | null;

/** The answer of `GET /system/df` in the shape up to API 1.52 and in the one from 1.53 on. Every field may be missing: engines and their versions differ. */
export type DiskAnswer = {
	readonly LayersSize?: number;
	readonly Images?: readonly Image[] | null;
	readonly Containers?: readonly Container[] | null;
	readonly Volumes?: readonly Volume[] | null;
	readonly BuildCache?: readonly BuildCache[] | null;
	readonly ImagesUsage?: NewClass<Image>;
	readonly ImageUsage?: NewClass<Image>;
	readonly ContainersUsage?: NewClass<Container>;
	readonly ContainerUsage?: NewClass<Container>;
	readonly VolumesUsage?: NewClass<Volume>;
	readonly VolumeUsage?: NewClass<Volume>;
	readonly BuildCacheUsage?: NewClass<BuildCache>;
};

export function toDiskUsage(answer: DiskAnswer): DiskUsage {
	const images = answer.ImagesUsage ?? answer.ImageUsage;
	const containers = answer.ContainersUsage ?? answer.ContainerUsage;
	const volumes = answer.VolumesUsage ?? answer.VolumeUsage;
	const cache = answer.BuildCacheUsage;
	return {
		images: ofImages((images?.Items ?? answer.Images ?? []).map(toImage), answer.LayersSize, images),
		containers: usageOf((containers?.Items ?? answer.Containers ?? []).map(toContainer), containers),
		volumes: usageOf((volumes?.Items ?? answer.Volumes ?? []).map(toVolume), volumes),
		buildCache: usageOf((cache?.Items ?? answer.BuildCache ?? []).map(toCache), cache),
	};
}

/** Layers that images share count once in the total, so what cannot be freed is what those in use have for themselves. */
function ofImages(items: readonly DiskItem[], layers: number | undefined, counted: NewClass<unknown> | undefined): ClassUsage {
	// Podman does not say what all layers take.
	if (counted || !layers) return usageOf(items, counted);
	const used = sum(items.filter(({ isUsed }) => isUsed));
	const hasUnused = items.some(({ isUsed }) => !isUsed);
	return { total: layers, reclaimable: hasUnused ? Math.max(0, layers - used) : 0, items };
}

function usageOf(items: readonly DiskItem[], counted: NewClass<unknown> | undefined): ClassUsage {
	// Of zeros the engine says nothing.
	if (counted) return { total: counted.TotalSize ?? 0, reclaimable: counted.Reclaimable ?? 0, items };
	return { total: sum(items), reclaimable: sum(items.filter(({ isUsed }) => !isUsed)), items };
}

const sum = (items: readonly DiskItem[]): number => items.reduce((total, { size }) => total + size, 0);

/** It is taken away by who made it. */
const isOurs = (labels: Container["Labels"]): boolean => labels?.[helperLabel] !== undefined;

/** What was not computed is -1. */
const known = (bytes: number | undefined): number => Math.max(0, bytes ?? 0);

function toImage({ Id = "", RepoTags, RepoDigests, Size, SharedSize, Containers = 0, Labels }: Image): DiskItem {
	const tags = (RepoTags ?? []).filter((tag) => !tag.startsWith("<none>"));
	const digest = plainText(
		RepoDigests?.find((each) => !each.startsWith("<none>")),
		500,
	).replace(/@sha256:(.{12}).*$/, "@$1");
	const name = tags.length > 0 ? plainText(tags.join(", ")) : digest || Id.replace(/^sha256:/, "").slice(0, 12);
	return {
		id: Id,
		name,
		size: Math.max(0, known(Size) - known(SharedSize)),
		isUsed: Containers > 0 || isOurs(Labels),
		tags,
		...(tags.length === 0 && { isNameless: true }),
	};
}

function toContainer({ Id = "", Names, State, SizeRw, Labels }: Container): DiskItem {
	const name = plainText(Names?.[0]?.replace(/^\//, "")) || Id.slice(0, 12);
	return { id: Id, name, size: known(SizeRw), isUsed: isOurs(Labels) || !["created", "exited", "dead", "removing"].includes(State ?? "") };
}

function toVolume({ Name = "", Labels, UsageData }: Volume): DiskItem {
	const isNameless = Labels?.["com.docker.volume.anonymous"] !== undefined || /^[\da-f]{64}$/.test(Name);
	const name = isNameless ? Name.slice(0, 12) : plainText(Name);
	// A count of -1 is not known: then it is taken for used.
	return { id: Name, name, size: known(UsageData?.Size), isUsed: UsageData?.RefCount !== 0, ...(isNameless && { isNameless }) };
}

/** Records that images have as layers, too, take no space of their own. */
function toCache({ ID = "", Description, Size, InUse = false, Shared = false }: BuildCache): DiskItem {
	return { id: ID, name: plainText(Description) || ID, size: Shared ? 0 : known(Size), isUsed: InUse };
}
