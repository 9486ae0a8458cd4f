import { plainText } from "../../../docker/plain-text.ts";
import type { Docker } from "../../../docker/docker.ts";
import type { Container, Health, Port } from "../../../docker/resources/container.ts";
import type { Model } from "../../../docker/resources/index.ts";
import {
	compareNames,
	forgetOthers,
	knownNode,
	shortId,
	type Colour,
	type ExplorerKind,
	type Fact,
	type Look,
	type Node,
	type Nodes,
	type Translate,
} from "../kind.ts";

export type ProjectNode = { readonly kind: "project"; readonly id: string; readonly name: string; containers: readonly ContainerNode[] };
export type ContainerNode = { readonly kind: "container"; readonly id: string; container: Container; parent: ProjectNode | undefined };

/** Compose projects first, then the other containers, each by name. */
export const containersView: ExplorerKind<ProjectNode | ContainerNode> = {
	view: "hullwright.containers",
	resource: "containers",
	shows: ["containers"],
	hasLevels: true,
	empty: "There are no containers yet. Those that you run will show here.",
	arrange,
	children: (node) => (node.kind === "project" ? node.containers : []),
	parent: (node) => (node.kind === "container" ? node.parent : undefined),
	look: (node, t) => (node.kind === "project" ? lookOfProject(node, t) : lookOfContainer(node, t)),
	async tooltip(node, docker, t) {
		if (node.kind === "project") return { name: node.name, facts: [] };
		return { name: node.container.name, facts: await factsOf(node.container, docker, t) };
	},
	badge(model, t) {
		const value = [...model.containers.values()].filter(({ health }) => health === "unhealthy").length;
		return value === 0 ? undefined : { value, tooltip: value === 1 ? t("1 unhealthy container") : t("{0} unhealthy containers", value) };
	},
};

/** The containers that a node stands for; none where it is no container's. */
export function containersOf(node: Node): readonly Container[] {
	const known = node as ProjectNode | ContainerNode;
	if (known.kind === "project") return known.containers.map(({ container }) => container);
	return known.kind === "container" ? [known.container] : [];
}

function arrange({ containers }: Model, known: Nodes): readonly (ProjectNode | ContainerNode)[] {
	const projects = new Map<string, ContainerNode[]>();
	const single: ContainerNode[] = [];
	for (const container of containers.values()) {
		const id = `container:${container.id}`;
		const node = knownNode<ContainerNode>(known, { kind: "container", id, container, parent: undefined });
		node.container = container;
		if (!container.project) single.push(node);
		else if (!projects.get(container.project)?.push(node)) projects.set(container.project, [node]);
	}
	const groups = [...projects].map(([name, nodes]) => {
		const project = knownNode<ProjectNode>(known, { kind: "project", id: `project:${name}`, name, containers: [] });
		project.containers = nodes.sort(byName);
		for (const node of nodes) node.parent = project;
		return project;
	});
	for (const node of single) node.parent = undefined;
	const roots = [...groups.sort((a, b) => compareNames(a.name, b.name)), ...single.sort(byName)];
	forgetOthers(known, [...roots, ...groups.flatMap((group) => group.containers)]);
	return roots;
}

/** One word or two for the state, for rows and lists. */
export function stateText({ state, health, exitCode, transition }: Container, t: Translate): string {
	switch (transition) {
		case "starting":
			return t("starting…");
		case "stopping":
			return t("stopping…");
		case "restarting":
			return t("restarting…");
		case "removing":
			return t("removing…");
		case undefined:
			break;
	}
	switch (state) {
		case "running":
			return health ? t("running ({0})", healthText(health, t)) : t("running");
		case "exited":
			return exitCode === undefined ? t("exited") : t("exited ({0})", exitCode);
		case "created":
			return t("created");
		case "paused":
			return t("paused");
		case "restarting":
			return t("restarting");
		case "removing":
			return t("removing");
		case "dead":
			return t("dead");
	}
}

function healthText(health: Health, t: Translate): string {
	switch (health) {
		case "starting":
			return t("health unknown yet");
		case "healthy":
			return t("healthy");
		case "unhealthy":
			return t("unhealthy");
	}
}

/** Shape and colour both tell the state: colour alone would not reach everybody. */
export function iconOf({ state, health, exitCode, transition }: Container): { readonly icon: string; readonly colour?: Colour } {
	if (transition) return { icon: "loading~spin" };
	switch (state) {
		case "running":
			return health === "unhealthy" ? { icon: "warning", colour: "failed" } : { icon: "vm-running", colour: "running" };
		case "paused":
			return { icon: "debug-pause", colour: "paused" };
		case "restarting":
			return { icon: "sync", colour: "paused" };
		case "dead":
			return { icon: "error", colour: "failed" };
		case "exited":
			return isFailure(exitCode) ? { icon: "error", colour: "failed" } : { icon: "vm-outline", colour: "stopped" };
		case "created":
		case "removing":
			return { icon: "vm-outline", colour: "stopped" };
	}
}

/** `8080→80`; without a host port only what is exposed. */
const portText = ({ container, host, protocol }: Port): string => `${host ? `${host}→` : ""}${container}${protocol === "tcp" ? "" : `/${protocol}`}`;

/** The container's name, without its project's where it stands under it. */
function shortName({ name, project }: Container): string {
	const rest = project && name.startsWith(project) ? name.slice(project.length).replace(/^[-_]/, "") : "";
	return rest || name;
}

/** Whether start, stop and the like can be asked for: what `when` clauses see. */
function activity({ state, transition }: Container): string {
	if (transition || state === "removing") return "busy";
	return state === "running" || state === "paused" || state === "restarting" ? state : "stopped";
}

function lookOfProject({ name, containers }: ProjectNode, t: Translate): Look {
	const running = containers.filter(({ container }) => container.state === "running").length;
	const isFailing = containers.some(({ container }) => iconOf(container).colour === "failed");
	const colour = isFailing ? "failed" : running > 0 ? "running" : "stopped";
	const description = t("{0} of {1} running", running, containers.length);
	return { label: name, description, icon: "layers", colour, context: "project", spoken: t("Compose project {0}, {1}", name, description) };
}

function lookOfContainer({ container, parent }: ContainerNode, t: Translate): Look {
	const label = parent ? shortName(container) : container.name;
	const published = container.ports.filter(({ host }) => host).map(portText);
	const state = stateText(container, t);
	const ports = published.length > 3 ? [...published.slice(0, 3), "…"] : published;
	const parts = [state, ...(ports.length > 0 ? [ports.join(" ")] : []), container.image];
	const spokenPorts = container.ports.filter(({ host }) => host).map(({ host = 0 }) => t("port {0}", host));
	return {
		label,
		description: parts.join(" · "),
		...iconOf(container),
		context: `container ${activity(container)}`,
		spoken: [container.name, state, ...spokenPorts, t("image {0}", container.image)].join(", "),
	};
}

/** Ends that a stop leads to (SIGINT, SIGKILL, SIGTERM) are no failures. */
const isFailure = (exitCode: number | undefined): boolean => exitCode !== undefined && ![0, 130, 137, 143].includes(exitCode);
const byName = (a: ContainerNode, b: ContainerNode): number => compareNames(a.container.name, b.container.name);

/** What of `inspect` is shown. Any of it may be missing. */
type Inspected = {
	readonly Created?: string;
	readonly RestartCount?: number;
	readonly State?: { readonly StartedAt?: string; readonly FinishedAt?: string; readonly Error?: string; readonly OOMKilled?: boolean };
	readonly Mounts?: readonly { readonly Source?: string; readonly Name?: string; readonly Destination?: string }[];
	readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, unknown>> };
};

async function factsOf(container: Container, docker: Docker, t: Translate): Promise<readonly Fact[]> {
	const { State, Mounts, NetworkSettings, RestartCount } = (await docker.containers.inspect(container.id)) as Inspected;
	const mounts = (Mounts ?? []).slice(0, 8).map((mount) => `${plainText(mount.Name ?? mount.Source, 80)} → ${plainText(mount.Destination, 80)}`);
	return [
		[t("State"), stateText(container, t)],
		[t("Error"), plainText(State?.Error, 400)],
		[t("Memory"), State?.OOMKilled ? t("killed: out of memory") : ""],
		[t("Image"), container.image],
		[t("Service"), container.service ?? ""],
		[t("Ports"), container.ports.map((port) => (port.ip ? `${port.ip}:` : "") + portText(port)).join(", ")],
		[
			t("Networks"),
			Object.keys(NetworkSettings?.Networks ?? {})
				.map((name) => plainText(name))
				.join(", "),
		],
		[t("Mounts"), mounts.join(", ")],
		[container.state === "running" ? t("Started") : t("Finished"), time(container.state === "running" ? State?.StartedAt : State?.FinishedAt)],
		[t("Restarts"), RestartCount ? String(RestartCount) : ""],
		[t("Id"), shortId(container.id)],
	];
}

/** Daemons say "year 1" for what has not happened. */
const time = (text: string | undefined): string => (text && !text.startsWith("0001") ? new Date(text).toLocaleString() : "");
