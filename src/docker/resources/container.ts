import type { Api } from "../connection/daemon.ts";
import type { DaemonEvent } from "../connection/events.ts";
import { demultiplexer } from "../demultiplex.ts";
import { isExecError } from "../exec-error.ts";
import { toDockerError } from "../errors.ts";
import { plainText } from "../plain-text.ts";
import { helperLabel } from "./helper-label.ts";
import type { Kind, Reduction } from "./kind.ts";

export type ContainerState = "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
export type Health = "starting" | "healthy" | "unhealthy";
/** What a command of ours has asked for and the engine has not finished. */
export type Transition =
	| "starting"
	| "stopping"
	| "restarting"
	| "pausing"
	| "continuing"
	| "killing"
	| "removing"
	| "renaming"
	| "updating"
	| "saving"
	| "exporting"
	| "recreating";
/** Without `host` the port is exposed but not published. */
export type Port = { readonly container: number; readonly host?: number; readonly ip?: string; readonly protocol: string };

export type MountedVolume = { readonly name: string; readonly target: string; readonly isReadOnly: boolean };
/** `addresses` are those that it has there now. */
export type JoinedNetwork = { readonly name: string; readonly addresses: readonly string[] };

/** One container, all texts safe to show. `exitCode` is there for one that has exited, also while it is restarted; `project` and `service` are Compose's. */
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
	/** Those that have a name; what is mounted of the host's files is told by inspect alone. */
	readonly volumes: readonly MountedVolume[];
	/** Also those that it will be in once it runs. */
	readonly networks: readonly JoinedNetwork[];
	/** It has no network of its own, but another container's. */
	readonly sharesNetwork?: true;
	/** In seconds since 1970; absent until the engine has listed it. */
	readonly createdAt?: number;
	readonly project?: string;
	readonly service?: string;
	/** It was run once by hand, with `docker compose run`, and is none of those that its service has. */
	readonly isOneOff?: true;
	/** Where Compose was run to make it. */
	readonly projectFolder?: string;
	readonly transition?: Transition;
	/** Absent until the daemon was asked: of one that runs without trouble it is not. */
	readonly details?: Details;
};

/**
 * What of a container no list tells. `startError` is in the daemon's words, `execError` in the kernel's, where it did not execute the program;
 * `restarts` counts those by its restart policy, while it goes on so.
 */
export type Details = { readonly startError?: string; readonly execError?: string; readonly isOutOfMemory?: true; readonly restarts?: number };

/** What of `GET /containers/json` is read. Every field may be missing: engines and their versions differ. */
type ListedContainer = {
	readonly Id?: string;
	readonly Names?: readonly string[] | null;
	readonly Image?: string;
	readonly ImageID?: string;
	readonly Created?: number;
	readonly State?: string;
	readonly Status?: string;
	readonly Ports?: readonly { readonly IP?: string; readonly PrivatePort?: number; readonly PublicPort?: number; readonly Type?: string }[] | null;
	readonly Labels?: Readonly<Record<string, string>> | null;
	readonly Mounts?: readonly { readonly Type?: string; readonly Name?: string; readonly Destination?: string; readonly RW?: boolean }[] | null;
	readonly HostConfig?: { readonly NetworkMode?: string } | null;
	readonly NetworkSettings?: {
		readonly Networks?: Readonly<Record<string, { readonly IPAddress?: string; readonly GlobalIPv6Address?: string } | null>> | null;
	} | null;
};

/** What of `GET /containers/{id}/json` is read. */
type Inspected = {
	readonly RestartCount?: number;
	readonly State?: { readonly Error?: string; readonly OOMKilled?: boolean; readonly StartedAt?: string; readonly FinishedAt?: string } | null;
};

export const containers: Kind<Container> = {
	// A start that fails is told of by no event of the container, but by those of the networks that it was given back from.
	events: ["container", "network"],
	async list(api, abortSignal, ids) {
		const listed = (await api.listContainers({ all: true, ...(ids && { filters: { id: [...ids] } }), abortSignal })) as readonly ListedContainer[];
		const shown = listed.filter(({ Labels }) => Labels?.[helperLabel] === undefined);
		if (!ids) return shown.map(toContainer);
		return Promise.all(shown.map(async (one) => (hasMore(one) ? withDetails(toContainer(one), api, abortSignal) : toContainer(one))));
	},
	subject: ({ type, id, attributes }) => (type === "network" ? attributes["container"] : id),
	reduce: (before, event) => (event.type === "network" ? reduceByNetwork(before, event) : reduceContainer(before, event)),
	keep,
	isOpen: ({ state, exitCode }) => isUnwell(state, exitCode),
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
		image: toImageName(listed.Image),
		imageId: listed.ImageID ?? "",
		state,
		...(health && state === "running" && { health }),
		...(exitCode !== undefined && (state === "exited" || state === "restarting") && { exitCode: Number(exitCode) }),
		ports: toPorts(listed.Ports ?? []),
		volumes: toVolumes(listed.Mounts ?? []),
		networks: toNetworks(listed.NetworkSettings?.Networks ?? {}),
		...(listed.HostConfig?.NetworkMode?.startsWith("container:") && { sharesNetwork: true as const }),
		...(listed.Created && { createdAt: listed.Created }),
		...toProject(listed.Labels ?? {}),
	};
}

/** Details that were asked for hold while the state is the same; how often one was restarted, only until it has run for a while. */
function keep(before: Container, listed: Container): Container {
	const isSame = before.state === listed.state && before.exitCode === listed.exitCode;
	if (!before.details || !isSame) return listed;
	// Podman says why a start has failed to whoever asked for it, and does not know it later.
	const { startError } = before.details;
	if (listed.state === "created" && listed.details && startError) return { ...listed, details: { startError, ...listed.details } };
	if (listed.details) return listed;
	if (listed.state !== "running") return { ...listed, details: before.details };
	return before.details.isOutOfMemory ? { ...listed, details: { isOutOfMemory: true } } : listed;
}

/** One that has never run, with the reason why it could not be started, unless the daemon gives one itself. */
export const withStartError = (container: Container, error: string): Container =>
	container.state === "created" ? { ...container, details: { startError: toStartError(error), ...container.details } } : container;

/** Whether the container is in a state that needs an explanation, which lists do not give. */
const isUnwell = (state: ContainerState, exitCode: number | undefined): boolean =>
	["created", "restarting", "dead"].includes(state) || (state === "exited" && exitCode !== 0);

/** One that has only just started may do so again and again. */
const hasMore = (listed: ListedContainer): boolean => {
	const { state, exitCode } = toContainer(listed);
	return isUnwell(state, exitCode) || (state === "running" && /^Up (?:less than a second|\d seconds?)\b/i.test(listed.Status ?? ""));
};

async function withDetails(container: Container, api: Api, abortSignal: AbortSignal): Promise<Container> {
	try {
		const { State, RestartCount = 0 } = (await api.getContainer(container.id).inspect({ abortSignal })) as Inspected;
		const startError = toStartError(State?.Error);
		const hasFailedAtOnce = container.exitCode && !State?.OOMKilled && Date.parse(State?.FinishedAt ?? "") - Date.parse(State?.StartedAt ?? "") < atOnce;
		const lastLine = hasFailedAtOnce ? await readLastLine(container.id, api, abortSignal) : "";
		const details = {
			...(startError && { startError }),
			...(isExecError(lastLine) && { execError: toStartError(lastLine) }),
			...(State?.OOMKilled && { isOutOfMemory: true as const }),
			...(RestartCount > 0 && { restarts: RestartCount }),
		};
		return isUnwell(container.state, container.exitCode) || Object.keys(details).length > 0 ? { ...container, details } : container;
	} catch (error) {
		abortSignal.throwIfAborted();
		// It has gone meanwhile; an event will tell.
		if (toDockerError(error).kind === "missing") return container;
		throw error;
	}
}

/** Within this time a program that cannot be executed has ended, in milliseconds. */
const atOnce = 1_000;

/** Empty where there are no logs, or the engine does not give them. */
export async function readLastLine(id: string, api: Api, abortSignal: AbortSignal): Promise<string> {
	const output: unknown = await api
		.getContainer(id)
		.logs({ stdout: true, stderr: true, tail: 1, follow: false, abortSignal })
		.catch(() => abortSignal.throwIfAborted());
	let text = "";
	if (Buffer.isBuffer(output)) demultiplexer((_stream, payload) => (text += payload.toString()))(output);
	return text.trim();
}

/** Why the last start failed, in the daemon's words; empty where it did not. */
export const toStartError = (error: string | undefined): string => plainText(error, 1_000);

/** Podman has states of its own; what we do not know has at least stopped. */
function toState(state: string | undefined): ContainerState {
	const lower = (state ?? "").toLowerCase();
	if (states.includes(lower)) return lower as ContainerState;
	return lower === "configured" || lower === "initialized" ? "created" : "exited";
}

/** Compose's project, its folder and service from a container's labels, or from an event's attributes, which hold the labels too. */
function toProject(labels: Readonly<Record<string, string>>): Pick<Container, "project" | "service" | "isOneOff" | "projectFolder"> {
	const project = plainText(labels["com.docker.compose.project"] ?? labels["io.podman.compose.project"]);
	const service = plainText(labels["com.docker.compose.service"] ?? labels["io.podman.compose.service"]);
	const isOneOff = labels["com.docker.compose.oneoff"] === "True";
	const projectFolder = plainText(labels["com.docker.compose.project.working_dir"], 4_096);
	return { ...(project && { project }), ...(service && { service }), ...(isOneOff && { isOneOff }), ...(projectFolder && { projectFolder }) };
}

const toName = (name: string | undefined): string => plainText((name ?? "").replace(/^\//, ""));

/** An image that has lost its name is known by its id, of which as much is shown as of others. */
const toImageName = (image: string | undefined): string => plainText(image).replace(/^sha256:([\da-f]{12})[\da-f]+$/, "$1");

const toVolumes = (mounts: NonNullable<ListedContainer["Mounts"]>): readonly MountedVolume[] =>
	mounts
		.flatMap(({ Type = "volume", Name = "", Destination, RW = true }) =>
			Type === "volume" && Name ? [{ name: plainText(Name), target: plainText(Destination), isReadOnly: !RW }] : [],
		)
		.sort((one, other) => (one.target < other.target ? -1 : 1));

const toNetworks = (networks: NonNullable<NonNullable<ListedContainer["NetworkSettings"]>["Networks"]>): readonly JoinedNetwork[] =>
	Object.entries(networks)
		.map(([name, settings]) => ({
			name: plainText(name),
			addresses: [settings?.IPAddress, settings?.GlobalIPv6Address].flatMap((address) => (address ? [plainText(address, 60)] : [])),
		}))
		.sort((one, other) => (one.name < other.name ? -1 : 1));

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

/** So long after its creation a container is looked at once more: a start that fails in another container's network is told of by no event. */
const sinceCreation = 1_000;
/** One that has run for so long does not loop, as Docker, too, sees it: https://docs.docker.com/reference/cli/docker/container/run/#restart */
const steady = 10_500;

function reduceContainer(before: Container | undefined, { action, id, attributes }: DaemonEvent): Reduction<Container> | undefined {
	if (!before && attributes[helperLabel] !== undefined) return undefined;
	const known = before ?? fromEvent(id, attributes);
	const unlessKnown = before ? {} : ({ ask: "row" } as const);
	switch (action) {
		case "create":
			return { after: known, ask: "row", again: sinceCreation };
		case "start": {
			const restarts = known.state === "restarting" && known.details?.restarts;
			const after = { ...withoutOutcome(known), state: "running" as const, ...(restarts && { details: { restarts } }) };
			return { after, ask: "row", ...(known.state !== "created" && { again: steady }) };
		}
		case "unpause":
			return { after: { ...known, state: "running" }, ...unlessKnown };
		case "pause":
			return { after: { ...known, state: "paused" }, ...unlessKnown };
		case "oom":
			return { after: { ...known, details: { ...known.details, isOutOfMemory: true } }, ...unlessKnown };
		case "die":
			return { after: afterDeath(known, attributes), ask: "row", allows: ["state restarting", "state exited"] };
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

/** A restart policy may take over, as it has before in a loop, and one that has never run stays as it was made; only the daemon knows. */
function afterDeath(known: Container, attributes: Readonly<Record<string, string>>): Container {
	const exitCode = Number(attributes["exitCode"] ?? attributes["containerExitCode"]);
	const { isOutOfMemory, restarts } = known.details ?? {};
	const state = known.state === "created" ? "created" : restarts ? "restarting" : "exited";
	return {
		...withoutOutcome(known),
		state,
		ports: [],
		...(Number.isInteger(exitCode) && state !== "created" && { exitCode }),
		...((isOutOfMemory || restarts) && { details: { ...(isOutOfMemory && { isOutOfMemory }), ...(restarts && { restarts }) } }),
	};
}

/** One that was stopped has left its networks by then, or has failed to start. */
function reduceByNetwork(before: Container | undefined, { action }: DaemonEvent): Reduction<Container> | undefined {
	return before && (action === "connect" || action === "disconnect") ? { after: before, ask: "row" } : undefined;
}

const isHealth = (text: string): text is Health => ["starting", "healthy", "unhealthy"].includes(text);

function withoutOutcome({ health: _health, exitCode: _exitCode, details: _details, ...rest }: Container): Container {
	return rest;
}

function fromEvent(id: string, attributes: Readonly<Record<string, string>>): Container {
	return {
		id,
		name: toName(attributes["name"]) || id.slice(0, 12),
		image: toImageName(attributes["image"]),
		imageId: "",
		state: "created",
		ports: [],
		volumes: [],
		networks: [],
		...toProject(attributes),
	};
}
