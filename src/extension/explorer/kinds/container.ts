import type { Container } from "../../../docker/resources/container.ts";
import { containerFacts } from "../container-facts.ts";
import { activityOf, canJoinNetworks, hasFixedNetwork, iconOf, isEnding, stateText, troubleOf, troubleText } from "../container-state.ts";
import { compareNames, type ExplorerKind, type Look, type Node, type Translate } from "../kind.ts";
import type { UserNode } from "./user.ts";
import { exitText, lookOfEnd } from "./end.ts";
import { portText } from "../ports.ts";
import {
	type AnyNode,
	arrange,
	childrenOf,
	type ContainerNode,
	type GroupNode,
	groupings,
	orders,
	type ProjectNode,
	scopes,
	type ServiceNode,
} from "./container-groups.ts";

/** Projects of the workspace first, then other Compose projects, then the other containers, unless the user wants it otherwise. */
export const containersView: ExplorerKind<AnyNode> = {
	view: "hullwright.containers",
	resource: "containers",
	shows: ["containers"],
	nodeKinds: ["project", "group", "container", "service", "end"],
	empty: "There are no containers yet. Those that you run will show here.",
	showsFiles: true,
	showsEnds: true,
	orders,
	groupings,
	scopes,
	gathering: ["project", "group"],
	arrange,
	startsCollapsed: (node) => node.kind === "project" && !node.isOwn,
	children: childrenOf,
	parent: (node) => ("parent" in node ? node.parent : undefined),
	look,
	counted: (node) => (node.kind === "container" && ["running", "paused"].includes(node.container.state) ? node.container.id : undefined),
	identity(node) {
		if (node.kind === "container" || node.kind === "end") {
			const { name, id } = node.kind === "end" ? node.end : node.container;
			return { name, id };
		}
		return { name: node.name, id: node.name };
	},
	async tooltip(node, docker, t) {
		if (node.kind === "project") {
			const containers = node.containers.map((each) => [shortName(each.container), stateText(each.container, t)] as const);
			return { name: node.name, facts: [...containers, ...node.services.map((each) => [each.name, absentText(each, t)] as const)] };
		}
		if (node.kind === "end") {
			const { end } = node;
			const lines = end.output.trimEnd().split("\n").slice(-10).join("\n");
			return {
				name: end.name,
				facts: [
					[t("State"), t("removed itself, {0}", exitText(end, t))],
					[t("Image"), end.image],
					[t("Ended"), new Date(end.endedAt).toLocaleString()],
					[t("The last of its output"), { output: lines }],
				],
			};
		}
		if (node.kind === "group") return { name: lookOfGroup(node, t).label, facts: [] };
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
	if (known.kind === "project" || known.kind === "group") return known.containers.map(({ container }) => container);
	return known.kind === "container" || known.kind === "user" ? [known.container] : [];
}

/** The container's name, without its project's where it stands under it. */
function shortName({ name, project }: Container): string {
	const rest = project && name.startsWith(project) ? name.slice(project.length).replace(/^[-_]/, "") : "";
	return rest || name;
}

function look(node: AnyNode, t: Translate): Look {
	switch (node.kind) {
		case "project":
			return lookOfProject(node, t);
		case "group":
			return lookOfGroup(node, t);
		case "service":
			return lookOfService(node, t);
		case "container":
			return lookOfContainer(node, t);
		case "end":
			return lookOfEnd(node, t);
	}
}

function lookOfGroup({ by, name, containers, services }: GroupNode, t: Translate): Look {
	if (by === "absent") {
		const [label, count] = [t("Not Created"), services.length === 1 ? t("1 service") : t("{0} services", services.length)];
		return { label, description: count, icon: "list-tree", colour: "stopped", context: "group absent", spoken: `${label}, ${count}` };
	}
	const running = containers.filter(({ container }) => container.state === "running").length;
	const state = t("{0} of {1} running", running, containers.length);
	const colour = containers.some(({ container }) => troubleOf(container)) ? "failed" : running > 0 ? "running" : "stopped";
	return { label: name, description: state, icon: "list-tree", colour, context: contextOf("group", containers), spoken: `${name}, ${state}` };
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
		context: contextOf("project", containers),
		spoken: t("Compose project {0}, {1}", name, parts.join(", ")),
	};
}

/** What can be asked of one at least. */
function contextOf(kind: "project" | "group", nodes: readonly ContainerNode[]): string {
	const activities = new Set(nodes.map(({ container }) => activityOf(container)));
	const words = (["running", "paused", "restarting", "stopped", "dead", "busy"] as const).filter((activity) => activities.has(activity));
	const ending = nodes.some(({ container }) => isEnding(container)) ? ["ending"] : [];
	return [kind, ...(words.length > 0 ? words : ["absent"]), ...ending].join(" ");
}

function lookOfService(service: ServiceNode, t: Translate): Look {
	// Below its project the project needs no name.
	const state = [absentText(service, t), ...(service.parent?.kind === "project" ? [] : [service.project])].join(" · ");
	return { label: service.name, description: state, icon: "circle-outline", colour: "stopped", context: "service", spoken: `${service.name}, ${state}` };
}

const absentText = ({ profiles }: ServiceNode, t: Translate): string =>
	profiles.length > 0 ? t("not created, profile {0}", profiles.join(", ")) : t("not created");

function lookOfContainer({ container, parent }: ContainerNode, t: Translate): Look {
	const label = parent?.kind === "project" ? shortName(container) : container.name;
	const published = container.ports.filter(({ host }) => host).map(portText);
	const state = stateText(container, t);
	const ports = published.length > 3 ? [...published.slice(0, 3), "…"] : published;
	const parts = [state, ...(ports.length > 0 ? [ports.join(" ")] : []), container.image];
	const network = hasFixedNetwork(container) ? " fixed" : canJoinNetworks(container) ? "" : " alone";
	const spokenPorts = container.ports.filter(({ host }) => host).map(({ host = 0 }) => t("port {0}", host));
	return {
		label,
		description: parts.join(" · "),
		...iconOf(container),
		context: `container ${activityOf(container)}${isEnding(container) ? " ending" : ""}${published.length > 0 ? " published" : ""}${network}${container.service === undefined ? "" : " composed"}`,
		spoken: [container.name, state, ...spokenPorts, t("image {0}", container.image)].join(", "),
	};
}
