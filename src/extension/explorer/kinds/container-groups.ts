import type { Container } from "../../../docker/resources/container.ts";
import type { Model } from "../../../docker/resources/index.ts";
import { troubleOf } from "../container-state.ts";
import { type Arrangement, type Choice, compareNames, forgetOthers, knownNode, type Nodes, type Own, type WorkspaceProject } from "../kind.ts";
import { type EndNode, endNodes } from "./end.ts";
import { isOwn } from "./own.ts";

export type ProjectNode = {
	readonly kind: "project";
	readonly id: string;
	readonly name: string;
	/** One of the workspace in which the window is. */
	isOwn: boolean;
	containers: readonly ContainerNode[];
	services: readonly ServiceNode[];
};
export type ContainerNode = { readonly kind: "container"; readonly id: string; container: Container; parent: ProjectNode | GroupNode | undefined };

/** Containers that have something else in common than a project; `absent` are services that have none. */
export type GroupNode = {
	readonly kind: "group";
	readonly by: "image" | "network" | "absent";
	readonly id: string;
	readonly name: string;
	containers: readonly ContainerNode[];
	services: readonly ServiceNode[];
};

/** A service of a file in the workspace that has no container. */
export type ServiceNode = Omit<WorkspaceProject["services"][number], "at"> & {
	readonly kind: "service";
	readonly id: string;
	readonly project: string;
	at: WorkspaceProject["services"][number]["at"];
	parent: ProjectNode | GroupNode | undefined;
};

export type AnyNode = ProjectNode | GroupNode | ContainerNode | ServiceNode | EndNode;

type Compare = (one: Container, other: Container) => number;
type Wanted = Arrangement & { readonly own?: Own | undefined };

const byName: Compare = (one, other) => compareNames(one.name, other.name);
/** What is wrong first, then what runs. */
const urgency = (container: Container): number => (troubleOf(container) ? 0 : container.state === "running" ? 1 : 2);
const comparisons: Readonly<Record<string, Compare>> = {
	name: byName,
	state: (one, other) => urgency(one) - urgency(other) || byName(one, other),
	newest: (one, other) => (other.createdAt ?? Infinity) - (one.createdAt ?? Infinity) || byName(one, other),
};

export const orders: readonly Choice[] = [
	{ id: "name", title: (t) => t("By Name") },
	{ id: "state", title: (t) => t("What Is Wrong First, Then What Runs") },
	{ id: "newest", title: (t) => t("Newest First") },
];

export const groupings: readonly Choice[] = [
	{ id: "project", title: (t) => t("By Project") },
	{ id: "image", title: (t) => t("By Image") },
	{ id: "network", title: (t) => t("By Network") },
	{ id: "none", title: (t) => t("Not Grouped") },
];

/** The first is all, the second what belongs to the workspace. */
export const scopes: readonly Choice[] = [
	{ id: "all", title: (t) => t("All Containers") },
	{ id: "workspace", title: (t) => t("Only This Workspace") },
	{ id: "stopped", title: (t) => t("Only What Does Not Run") },
];

export const childrenOf = (node: AnyNode): readonly (ContainerNode | ServiceNode)[] =>
	node.kind === "project" || node.kind === "group" ? [...node.containers, ...node.services] : [];

const nothing: Own = { folders: [], projects: [] };

export function arrange({ containers }: Model, known: Nodes, { own = nothing, order, grouping, scope }: Wanted = {}): readonly AnyNode[] {
	const compare = comparisons[order ?? ""] ?? byName;
	const isShown = (container: Container): boolean =>
		scope === "workspace" ? isOwn(own, container) : scope !== "stopped" || ["created", "exited", "dead"].includes(container.state);
	const shown = [...containers.values()].filter(isShown);
	const nodes = shown.sort(compare).map((container) => {
		const node = knownNode<ContainerNode>(known, { kind: "container", id: `container:${container.id}`, container, parent: undefined });
		node.container = container;
		node.parent = undefined;
		return node;
	});
	// They are no containers that take space.
	const absent = scope === "stopped" ? [] : absentServices(containers.values(), own.projects, known);
	const groups =
		grouping === "none"
			? [...nodes, ...absent]
			: grouping === "image" || grouping === "network"
				? inGroups(nodes, absent, known, grouping)
				: inProjects(nodes, absent, known, own, scope);
	const roots = [...groups, ...endNodes(scope === "stopped" ? [] : (own.ends ?? []), known)];
	forgetOthers(known, [...roots, ...roots.flatMap(childrenOf)]);
	return roots;
}

function inProjects(nodes: readonly ContainerNode[], absent: readonly ServiceNode[], known: Nodes, own: Own, scope: string | undefined): readonly AnyNode[] {
	const projects = new Map<string, ContainerNode[]>(
		own.projects.filter(({ name }) => scope !== "stopped" || nodes.some(({ container }) => container.project === name)).map(({ name }) => [name, []]),
	);
	for (const node of nodes) {
		const { project } = node.container;
		if (project && !projects.get(project)?.push(node)) projects.set(project, [node]);
	}
	const ofFiles = new Set(own.projects.map(({ name }) => name));
	const groups = [...projects].map(([name, members]) => {
		const project = knownNode<ProjectNode>(known, { kind: "project", id: `project:${name}`, name, isOwn: true, containers: [], services: [] });
		project.isOwn = ofFiles.has(name) || members.some(({ container }) => isOwn(own, container));
		project.containers = members;
		project.services = absent.filter((service) => service.project === name);
		for (const node of [...members, ...project.services]) node.parent = project;
		return project;
	});
	groups.sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || compareNames(one.name, other.name));
	return [...groups, ...nodes.filter(({ parent }) => !parent)];
}

/** One that is in several networks stands with the first of them. What is not there is in none, and stands last. */
function inGroups(nodes: readonly ContainerNode[], absent: readonly ServiceNode[], known: Nodes, by: "image" | "network"): readonly GroupNode[] {
	const groups = new Map<string, GroupNode & { containers: ContainerNode[] }>();
	const groupOf = (id: string, of: GroupNode["by"], name: string): GroupNode & { containers: ContainerNode[] } => {
		const group =
			groups.get(id) ??
			Object.assign(knownNode<GroupNode>(known, { kind: "group", by: of, id, name, containers: [], services: [] }), {
				containers: [] as ContainerNode[],
				services: [],
			});
		groups.set(id, group);
		return group;
	};
	for (const node of nodes) {
		const name = by === "image" ? node.container.image : (node.container.networks[0]?.name ?? "none");
		const group = groupOf(`group:${by}:${name}`, by, name);
		group.containers.push(node);
		node.parent = group;
	}
	const sorted = [...groups.values()].sort((one, other) => compareNames(one.name, other.name));
	if (absent.length === 0) return sorted;
	const last = groupOf("group:absent", "absent", "");
	last.services = absent;
	for (const service of absent) service.parent = last;
	return [...sorted, last];
}

/** Those that files have and the engine has not, by project and name. */
function absentServices(containers: Iterable<Container>, projects: readonly WorkspaceProject[], known: Nodes): readonly ServiceNode[] {
	const there = new Set([...containers].map(({ project = "", service = "" }) => `${project}/${service}`));
	return projects.flatMap(({ name: project, services }) =>
		services
			.filter(({ name }) => !there.has(`${project}/${name}`))
			.map((service) => {
				const node = knownNode<ServiceNode>(known, { kind: "service", id: `service:${project}/${service.name}`, ...service, project, parent: undefined });
				node.at = service.at;
				node.parent = undefined;
				return node;
			})
			.sort((one, other) => compareNames(one.name, other.name)),
	);
}
