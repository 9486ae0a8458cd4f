import { plainText } from "./plain-text.ts";

export type ContainerState = "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
export type Health = "starting" | "healthy" | "unhealthy";
/** What a command of ours has asked for and the engine has not finished. */
export type Transition = "starting" | "stopping" | "restarting" | "removing";
/** Without `host` the port is exposed but not published. */
export type Port = { readonly container: number; readonly host?: number; readonly ip?: string; readonly protocol: string };

/** One container, all texts safe to show. `exitCode` is there for one that has exited; `project` and `service` are Compose's. */
export type Container = {
	readonly id: string;
	readonly name: string;
	readonly image: string;
	/** Empty until the engine has listed the container: its events do not tell. */
	readonly imageId: string;
	readonly state: ContainerState;
	readonly health?: Health;
	readonly exitCode?: number;
	readonly ports: readonly Port[];
	readonly project?: string;
	readonly service?: string;
	readonly transition?: Transition;
};

/** One image. `size` is in bytes, `created` in seconds since 1970; an untagged image has no tags. */
export type Image = { readonly id: string; readonly tags: readonly string[]; readonly size: number; readonly created: number };

/** What of `GET /containers/json` is read. Every field may be missing: engines and their versions differ. */
export type ListedContainer = {
	readonly Id?: string;
	readonly Names?: readonly string[] | null;
	readonly Image?: string;
	readonly ImageID?: string;
	readonly State?: string;
	readonly Status?: string;
	readonly Ports?: readonly { readonly IP?: string; readonly PrivatePort?: number; readonly PublicPort?: number; readonly Type?: string }[] | null;
	readonly Labels?: Readonly<Record<string, string>> | null;
};

/** What of `GET /images/json` is read. */
export type ListedImage = { readonly Id?: string; readonly RepoTags?: readonly string[] | null; readonly Size?: number; readonly Created?: number };

const states: readonly string[] = ["created", "running", "paused", "restarting", "removing", "exited", "dead"] satisfies ContainerState[];

export function toContainer(listed: ListedContainer): Container {
	const status = listed.Status ?? "";
	const state = toState(listed.State);
	const health = /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(status)?.[1] as Health | undefined;
	const exitCode = /^(?:Exited|Restarting) \((\d+)\)/.exec(status)?.[1];
	return {
		id: listed.Id ?? "",
		name: toName(listed.Names?.find((name) => name.lastIndexOf("/") === 0) ?? listed.Names?.[0] ?? listed.Id?.slice(0, 12)),
		image: plainText(listed.Image),
		imageId: listed.ImageID ?? "",
		state,
		...(health && state === "running" && { health }),
		...(exitCode !== undefined && state === "exited" && { exitCode: Number(exitCode) }),
		ports: toPorts(listed.Ports ?? []),
		...toProject(listed.Labels ?? {}),
	};
}

/** @returns the image, its tags sorted; engines name an untagged one `<none>:<none>` or not at all */
export function toImage(listed: ListedImage): Image {
	const tags = (listed.RepoTags ?? []).filter((tag) => !tag.startsWith("<none>")).map((tag) => plainText(tag));
	return { id: listed.Id ?? "", tags: tags.sort(), size: listed.Size ?? 0, created: listed.Created ?? 0 };
}

/** Podman has states of its own; what we do not know has at least stopped. */
function toState(state: string | undefined): ContainerState {
	const lower = (state ?? "").toLowerCase();
	if (states.includes(lower)) return lower as ContainerState;
	return lower === "configured" || lower === "initialized" ? "created" : "exited";
}

/** Compose's project and service from a container's labels, or from an event's attributes, which hold the labels too. */
export function toProject(labels: Readonly<Record<string, string>>): { readonly project?: string; readonly service?: string } {
	const project = plainText(labels["com.docker.compose.project"] ?? labels["io.podman.compose.project"]);
	const service = plainText(labels["com.docker.compose.service"] ?? labels["io.podman.compose.service"]);
	return { ...(project && { project }), ...(service && { service }) };
}

export const toName = (name: string | undefined): string => plainText((name ?? "").replace(/^\//, ""));

/** One for each published port: engines list IPv4 and IPv6 apart. */
function toPorts(listed: NonNullable<ListedContainer["Ports"]>): readonly Port[] {
	const ports = new Map<string, Port>();
	for (const { IP, PrivatePort = 0, PublicPort, Type = "tcp" } of listed) {
		const key = `${PublicPort ?? ""}:${PrivatePort}/${Type}`;
		if (!ports.has(key))
			ports.set(key, { container: PrivatePort, ...(PublicPort && { host: PublicPort }), ...(IP && { ip: plainText(IP, 60) }), protocol: plainText(Type, 10) });
	}
	return [...ports.values()].sort((a, b) => a.container - b.container || (a.host ?? 0) - (b.host ?? 0));
}
