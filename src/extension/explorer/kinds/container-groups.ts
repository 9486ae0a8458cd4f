import type { Container } from "../../../docker/resources/container.ts";
import type { Model } from "../../../docker/resources/index.ts";
import { troubleOf } from "../container-state.ts";
import { type Arrangement, type Choice, compareNames, forgetOthers, knownNode, type Nodes, type WorkspaceProject } from "../kind.ts";

export type ProjectNode = {
	readonly kind: "project";
	readonly id: string;
	readonly name: string;
	containers: readonly ContainerNode[];
	services: readonly ServiceNode[];
};
export type ContainerNode = { readonly kind: "container"; readonly id: string; container: Container; parent: ProjectNode | GroupNode | undefined };

/** Containers that have something else in common than a project. */
export type GroupNode = { readonly kind: "group"; readonly id: string; readonly name: string; containers: readonly ContainerNode[] };

/** A service of a file in the workspace that has no container. */
export type ServiceNode = Omit<WorkspaceProject["services"][number], "at"> & {
	readonly kind: "service";
	readonly id: string;
	at: WorkspaceProject["services"][number]["at"];
	parent: ProjectNode | undefined;
};

export type AnyNode = ProjectNode | GroupNode | ContainerNode | ServiceNode;

type Compare = (one: Container, other: Container) => number;
type Wanted = Arrangement & { readonly files?: readonly WorkspaceProject[] | undefined };

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

export const childrenOf = (node: AnyNode): readonly (ContainerNode | ServiceNode)[] =>
	node.kind === "project" ? [...node.containers, ...node.services] : node.kind === "group" ? node.containers : [];

export function arrange({ containers }: Model, known: Nodes, { files = [], order, grouping }: Wanted = {}): readonly AnyNode[] {
	const compare = comparisons[order ?? ""] ?? byName;
	const nodes = [...containers.values()].sort(compare).map((container) => {
		const node = knownNode<ContainerNode>(known, { kind: "container", id: `container:${container.id}`, container, parent: undefined });
		node.container = container;
		node.parent = undefined;
		return node;
	});
	const roots =
		grouping === "none" ? nodes : grouping === "image" || grouping === "network" ? inGroups(nodes, known, grouping) : inProjects(nodes, known, files);
	forgetOthers(known, [...roots, ...roots.flatMap(childrenOf)]);
	return roots;
}

function inProjects(nodes: readonly ContainerNode[], known: Nodes, files: readonly WorkspaceProject[]): readonly AnyNode[] {
	const ofWorkspace = new Set(files.map(({ name }) => name));
	const projects = new Map<string, ContainerNode[]>(files.map(({ name }) => [name, []]));
	for (const node of nodes) {
		const { project } = node.container;
		if (project && !projects.get(project)?.push(node)) projects.set(project, [node]);
	}
	const groups = [...projects].map(([name, members]) => {
		const project = knownNode<ProjectNode>(known, { kind: "project", id: `project:${name}`, name, containers: [], services: [] });
		project.containers = members;
		project.services = absentServices(project, files, known);
		for (const node of members) node.parent = project;
		return project;
	});
	groups.sort((one, other) => Number(ofWorkspace.has(other.name)) - Number(ofWorkspace.has(one.name)) || compareNames(one.name, other.name));
	return [...groups, ...nodes.filter(({ parent }) => !parent)];
}

/** One that is in several networks stands with the first of them. */
function inGroups(nodes: readonly ContainerNode[], known: Nodes, grouping: "image" | "network"): readonly GroupNode[] {
	const groups = new Map<string, GroupNode & { containers: ContainerNode[] }>();
	for (const node of nodes) {
		const name = grouping === "image" ? node.container.image : (node.container.networks[0]?.name ?? "none");
		const id = `group:${grouping}:${name}`;
		let group = groups.get(id);
		if (!group) {
			group = Object.assign(knownNode<GroupNode>(known, { kind: "group", id, name, containers: [] }), { containers: [] as ContainerNode[] });
			groups.set(id, group);
		}
		group.containers.push(node);
		node.parent = group;
	}
	return [...groups.values()].sort((one, other) => compareNames(one.name, other.name));
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
