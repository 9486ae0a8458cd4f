import type { Container } from "../../../docker/resources/container.ts";
import type { Model } from "../../../docker/resources/index.ts";
import { containerFacts } from "../container-facts.ts";
import { activityOf, iconOf, stateText, troubleOf, troubleText } from "../container-state.ts";
import { compareNames, forgetOthers, knownNode, type ExplorerKind, type Look, type Node, type Nodes, type Translate, type WorkspaceProject } from "../kind.ts";
import type { UserNode } from "./user.ts";
import { portText } from "../ports.ts";

export type ProjectNode = {
	readonly kind: "project";
	readonly id: string;
	readonly name: string;
	containers: readonly ContainerNode[];
	services: readonly ServiceNode[];
};
export type ContainerNode = { readonly kind: "container"; readonly id: string; container: Container; parent: ProjectNode | undefined };

/** A service of a file in the workspace that has no container. */
export type ServiceNode = Omit<WorkspaceProject["services"][number], "at"> & {
	readonly kind: "service";
	readonly id: string;
	at: WorkspaceProject["services"][number]["at"];
	parent: ProjectNode | undefined;
};

type AnyNode = ProjectNode | ContainerNode | ServiceNode;

/** Compose projects first, then the other containers, each by name. */
export const containersView: ExplorerKind<AnyNode> = {
	view: "hullwright.containers",
	resource: "containers",
	shows: ["containers"],
	nodeKinds: ["project", "container", "service"],
	hasLevels: true,
	empty: "There are no containers yet. Those that you run will show here.",
	showsFiles: true,
	arrange,
	startsCollapsed: (node) => node.kind === "project" && node.containers.length === 0,
	children: (node) => (node.kind === "project" ? [...node.containers, ...node.services] : []),
	parent: (node) => (node.kind === "project" ? undefined : node.parent),
	look: (node, t) => (node.kind === "project" ? lookOfProject(node, t) : node.kind === "service" ? lookOfService(node, t) : lookOfContainer(node, t)),
	identity: (node) => (node.kind === "container" ? { name: node.container.name, id: node.container.id } : { name: node.name, id: node.name }),
	async tooltip(node, docker, t) {
		if (node.kind === "project") {
			const containers = node.containers.map((each) => [shortName(each.container), stateText(each.container, t)] as const);
			return { name: node.name, facts: [...containers, ...node.services.map((each) => [each.name, absentText(each, t)] as const)] };
		}
		if (node.kind === "service") return { name: node.name, facts: [[t("State"), absentText(node, t)]] };
		return { name: node.container.name, facts: await containerFacts(node.container, docker, t) };
	},
	badge(model, t) {
		const troubled = [...model.containers.values()].filter((container) => troubleOf(container));
		if (troubled.length === 0) return undefined;
		const lines = troubled.map((container) => `${container.name}: ${stateText(container, t)}`).sort(compareNames);
		return { value: troubled.length, tooltip: [...lines.slice(0, 8), ...(lines.length > 8 ? [t("… and {0} more", lines.length - 8)] : [])].join("\n") };
	},
};

/** The containers that a node stands for; none where it is no container's. */
export function containersOf(node: Node): readonly Container[] {
	const known = node as AnyNode | UserNode<Node>;
	if (known.kind === "project") return known.containers.map(({ container }) => container);
	return known.kind === "container" || known.kind === "user" ? [known.container] : [];
}

function arrange({ containers }: Model, known: Nodes, files: readonly WorkspaceProject[] = []): readonly AnyNode[] {
	const projects = new Map<string, ContainerNode[]>(files.map(({ name }) => [name, []]));
	const single: ContainerNode[] = [];
	for (const container of containers.values()) {
		const id = `container:${container.id}`;
		const node = knownNode<ContainerNode>(known, { kind: "container", id, container, parent: undefined });
		node.container = container;
		if (!container.project) single.push(node);
		else if (!projects.get(container.project)?.push(node)) projects.set(container.project, [node]);
	}
	const groups = [...projects].map(([name, nodes]) => {
		const project = knownNode<ProjectNode>(known, { kind: "project", id: `project:${name}`, name, containers: [], services: [] });
		project.containers = nodes.sort(byName);
		project.services = absentServices(project, files, known);
		for (const node of nodes) node.parent = project;
		return project;
	});
	for (const node of single) node.parent = undefined;
	const roots = [...groups.sort((a, b) => compareNames(a.name, b.name)), ...single.sort(byName)];
	forgetOthers(known, [...roots, ...groups.flatMap((group) => [...group.containers, ...group.services])]);
	return roots;
}

/** Those that files have and the engine has not. */
function absentServices(project: ProjectNode, files: readonly WorkspaceProject[], known: Nodes): readonly ServiceNode[] {
	const there = new Set(project.containers.map(({ container }) => container.service));
	const services = files.find(({ name }) => name === project.name)?.services ?? [];
	return services
		.filter(({ name }) => !there.has(name))
		.map((service) => {
			const node = knownNode<ServiceNode>(known, { kind: "service", id: `service:${project.name}/${service.name}`, ...service, parent: project });
			node.at = service.at;
			node.parent = project;
			return node;
		})
		.sort((one, other) => compareNames(one.name, other.name));
}

/** The container's name, without its project's where it stands under it. */
function shortName({ name, project }: Container): string {
	const rest = project && name.startsWith(project) ? name.slice(project.length).replace(/^[-_]/, "") : "";
	return rest || name;
}

function lookOfProject({ name, containers }: ProjectNode, t: Translate): Look {
	const running = containers.filter(({ container }) => container.state === "running").length;
	const troubles = containers.flatMap(({ container }) => {
		const trouble = troubleOf(container);
		return trouble ? [`${shortName(container)} ${troubleText(trouble, container, t)}`] : [];
	});
	const colour = troubles.length > 0 ? "failed" : running > 0 ? "running" : "stopped";
	const named = troubles.length > 3 ? [...troubles.slice(0, 3), "…"] : troubles;
	const state = containers.length > 0 ? t("{0} of {1} running", running, containers.length) : t("not created");
	const parts = [state, ...(named.length > 0 ? [named.join(", ")] : [])];
	return {
		label: name,
		description: parts.join(" · "),
		icon: "layers",
		colour,
		context: containers.length > 0 ? "project" : "project absent",
		spoken: t("Compose project {0}, {1}", name, parts.join(", ")),
	};
}

function lookOfService(service: ServiceNode, t: Translate): Look {
	const state = absentText(service, t);
	return { label: service.name, description: state, icon: "circle-outline", colour: "stopped", context: "service", spoken: `${service.name}, ${state}` };
}

const absentText = ({ profiles }: ServiceNode, t: Translate): string =>
	profiles.length > 0 ? t("not created, profile {0}", profiles.join(", ")) : t("not created");

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
		context: `container ${activityOf(container)}${published.length > 0 ? " published" : ""}${container.service === undefined ? "" : " composed"}`,
		spoken: [container.name, state, ...spokenPorts, t("image {0}", container.image)].join(", "),
	};
}

const byName = (a: ContainerNode, b: ContainerNode): number => compareNames(a.container.name, b.container.name);
