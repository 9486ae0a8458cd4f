import { plainText } from "../plain-text.ts";
import type { Kind } from "./kind.ts";

/** One volume; its name is its id. `created` is in seconds since 1970; `project` is Compose's. */
export type Volume = {
	readonly id: string;
	readonly driver: string;
	readonly created: number;
	/** Nobody gave it a name. */
	readonly isAnonymous: boolean;
	readonly project?: string;
	/** In bytes, as it was when somebody asked for it last. */
	readonly size?: number;
};

/** What of `GET /volumes` is read. Every field may be missing: daemons and their versions differ. */
type ListedVolume = {
	readonly Name?: string;
	readonly Driver?: string;
	readonly CreatedAt?: string;
	readonly Labels?: Readonly<Record<string, string>> | null;
};

export const volumes: Kind<Volume> = {
	events: ["volume"],
	async list(api, abortSignal) {
		const { Volumes } = (await api.listVolumes({ abortSignal })) as { readonly Volumes?: readonly ListedVolume[] | null };
		return (Volumes ?? []).map(toVolume);
	},
	reduce(before, { action }) {
		if (action === "destroy") return { after: undefined };
		// Who mounts it is in the containers' rows. A prune tells of each that it has removed.
		return action === "create" ? { after: before, ask: "all" } : undefined;
	},
	keep: ({ size }, listed) => (size === undefined ? listed : { ...listed, size }),
	facts: () => [],
};

/** As the daemon names those to which nobody gave a name: https://github.com/moby/moby/blob/master/volume/service/service.go */
const randomName = /^[\da-f]{64}$/;

function toVolume({ Name = "", Driver, CreatedAt = "", Labels }: ListedVolume): Volume {
	const project = plainText(Labels?.["com.docker.compose.project"] ?? Labels?.["io.podman.compose.project"]);
	return {
		id: Name,
		driver: plainText(Driver),
		created: Math.floor(Date.parse(CreatedAt) / 1000) || 0,
		isAnonymous: Labels?.["com.docker.volume.anonymous"] !== undefined || randomName.test(Name),
		...(project && { project }),
	};
}
