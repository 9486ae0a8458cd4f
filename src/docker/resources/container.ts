import type { DaemonEvent } from "../connection/events.ts";
import { plainText } from "../plain-text.ts";
import type { Kind, Reduction } from "./kind.ts";

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

/** What of `GET /containers/json` is read. Every field may be missing: engines and their versions differ. */
type ListedContainer = {
	readonly Id?: string;
	readonly Names?: readonly string[] | null;
	readonly Image?: string;
	readonly ImageID?: string;
	readonly State?: string;
	readonly Status?: string;
	readonly Ports?: readonly { readonly IP?: string; readonly PrivatePort?: number; readonly PublicPort?: number; readonly Type?: string }[] | null;
	readonly Labels?: Readonly<Record<string, string>> | null;
};

export const containers: Kind<Container> = {
	events: ["container"],
	async list(api, abortSignal, ids) {
		const listed = await api.listContainers({ all: true, ...(ids && { filters: { id: [...ids] } }), abortSignal });
		return (listed as readonly ListedContainer[]).map(toContainer);
	},
	reduce: reduceContainer,
	facts: ({ state, name }) => [`state ${state}`, `name ${name}`],
};

const states: readonly string[] = ["created", "running", "paused", "restarting", "removing", "exited", "dead"] satisfies ContainerState[];

function toContainer(listed: ListedContainer): Container {
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

/** Podman has states of its own; what we do not know has at least stopped. */
function toState(state: string | undefined): ContainerState {
	const lower = (state ?? "").toLowerCase();
	if (states.includes(lower)) return lower as ContainerState;
	return lower === "configured" || lower === "initialized" ? "created" : "exited";
}

/** Compose's project and service from a container's labels, or from an event's attributes, which hold the labels too. */
function toProject(labels: Readonly<Record<string, string>>): { readonly project?: string; readonly service?: string } {
	const project = plainText(labels["com.docker.compose.project"] ?? labels["io.podman.compose.project"]);
	const service = plainText(labels["com.docker.compose.service"] ?? labels["io.podman.compose.service"]);
	return { ...(project && { project }), ...(service && { service }) };
}

const toName = (name: string | undefined): string => plainText((name ?? "").replace(/^\//, ""));

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

function reduceContainer(before: Container | undefined, { action, id, attributes }: DaemonEvent): Reduction<Container> | undefined {
	const known = before ?? fromEvent(id, attributes);
	const unlessKnown = before ? {} : ({ ask: "row" } as const);
	switch (action) {
		case "create":
			return { after: known, ask: "row" };
		case "start":
			return { after: { ...withoutOutcome(known), state: "running" }, ask: "row" };
		case "unpause":
			return { after: { ...known, state: "running" }, ...unlessKnown };
		case "pause":
			return { after: { ...known, state: "paused" }, ...unlessKnown };
		case "die": {
			const exitCode = Number(attributes["exitCode"] ?? attributes["containerExitCode"]);
			// A restart policy may take over; only the daemon knows.
			return { after: { ...withoutOutcome(known), state: "exited", ports: [], ...(Number.isInteger(exitCode) && { exitCode }) }, ask: "row" };
		}
		case "rename":
			return { after: { ...known, name: toName(attributes["name"]) || known.name }, ...unlessKnown };
		case "health_status": {
			const health = attributes["health_status"] ?? "";
			return isHealth(health) ? { after: { ...known, health }, ...unlessKnown } : undefined;
		}
		case "destroy":
			return { after: undefined };
		default:
			return undefined;
	}
}

const isHealth = (text: string): text is Health => ["starting", "healthy", "unhealthy"].includes(text);

function withoutOutcome({ health: _health, exitCode: _exitCode, ...rest }: Container): Container {
	return rest;
}

function fromEvent(id: string, attributes: Readonly<Record<string, string>>): Container {
	return {
		id,
		name: toName(attributes["name"]) || id.slice(0, 12),
		image: plainText(attributes["image"]),
		imageId: "",
		state: "created",
		ports: [],
		...toProject(attributes),
	};
}
