import type { Model } from "../../../docker/resources/index.ts";
import type { Network } from "../../../docker/resources/network.ts";
import { type Arrangement, compareNames, forgetOthers, knownNode, shortId, type ExplorerKind, type Look, type Nodes, type Translate } from "../kind.ts";
import { gather, type GatheringNode, lookOfGathering } from "./gathering.ts";
import { lookOfUser, usersBelow, usersByName, type UserNode } from "./user.ts";

export type NetworkNode = {
	readonly kind: "network";
	readonly id: string;
	network: Network;
	users: readonly UserNode<NetworkNode>[];
	parent?: GatheringNode<NetworkNode> | undefined;
};
type AnyNode = NetworkNode | UserNode<NetworkNode> | GatheringNode<NetworkNode>;

/** By name, the engine's own last, for everybody has them; below each the containers in it, with their addresses there. */
export const networksView: ExplorerKind<AnyNode> = {
	view: "hullwright.networks",
	resource: "networks",
	shows: ["networks", "containers"],
	nodeKinds: ["network", "user", "gathering"],
	empty: "There are no networks.",
	orders: [
		{ id: "name", title: (t) => t("By Name") },
		{ id: "used", title: (t) => t("In Use First") },
		{ id: "unused", title: (t) => t("Not in Use First") },
		{ id: "newest", title: (t) => t("Newest First") },
	],
	arrange,
	groupings: [
		{ id: "none", title: (t) => t("Not Grouped") },
		{ id: "project", title: (t) => t("By Project") },
	],
	scopes: [
		{ id: "all", title: (t) => t("All Networks") },
		{ id: "unused", title: (t) => t("Only What Is Not in Use") },
	],
	gathering: ["gathering"],
	startsCollapsed: ({ kind }) => kind === "network",
	children: (node) => (node.kind === "gathering" ? node.members : node.kind === "network" ? node.users : []),
	parent: (node) => (node.kind === "gathering" ? undefined : node.parent),
	look,
	identity: (node) =>
		node.kind === "gathering"
			? { name: node.name, id: node.name }
			: node.kind === "user"
				? { name: node.container.name, id: node.container.id }
				: { name: node.network.name, id: node.network.id },
	async tooltip(node, _docker, t) {
		if (node.kind === "gathering") return { name: look(node, t).label, facts: [] };
		if (node.kind === "user") return { name: node.container.name, facts: [[t("Addresses"), node.detail]] };
		const { network, users } = node;
		return {
			name: network.name,
			facts: [
				[t("Driver"), network.driver],
				[t("Scope"), network.scope],
				[t("Subnets"), network.subnets.join(", ")],
				[t("Used by"), users.map(({ container }) => container.name).join(", ")],
				[t("Project"), network.project ?? ""],
				[t("Created"), network.created > 0 ? new Date(network.created * 1000).toLocaleString() : ""],
				[t("Id"), shortId(network.id)],
			],
		};
	},
};

function arrange({ networks, containers }: Model, known: Nodes, { order, grouping, scope }: Arrangement = {}): readonly AnyNode[] {
	const joined = usersByName(containers.values(), (container) => container.networks.map(({ name, addresses }) => [name, addresses.join(", ")] as const));
	const nodes = [...networks.values()].map((network) => {
		const node = knownNode<NetworkNode>(known, { kind: "network", id: `network:${network.id}`, network, users: [] });
		node.network = network;
		node.users = usersBelow(known, node, joined.get(network.name) ?? []);
		return node;
	});
	const shown = scope === "unused" ? nodes.filter(({ users }) => users.length === 0) : nodes;
	const sorted = shown.sort(comparisons[order ?? ""] ?? byName);
	const roots = gather(known, sorted, { by: grouping === "project" ? ({ network }) => network.project ?? "" : undefined, order });
	forgetOthers(known, [...roots, ...shown, ...shown.flatMap(({ users }) => users)]);
	return roots;
}

type Compare = (one: NetworkNode, other: NetworkNode) => number;
const predefinedLast: Compare = (one, other) => Number(isPredefined(one.network)) - Number(isPredefined(other.network));
const byName: Compare = (one, other) => predefinedLast(one, other) || compareNames(one.network.name, other.network.name) || compareNames(one.id, other.id);
const comparisons: Readonly<Record<string, Compare>> = {
	used: (one, other) => Math.min(1, other.users.length) - Math.min(1, one.users.length) || byName(one, other),
	unused: (one, other) => predefinedLast(one, other) || Math.min(1, one.users.length) - Math.min(1, other.users.length) || byName(one, other),
	newest: (one, other) => predefinedLast(one, other) || other.network.created - one.network.created || byName(one, other),
};

function look(node: AnyNode, t: Translate): Look {
	if (node.kind === "gathering") return lookOfGathering(node, ({ users }) => users.length > 0, t("Without a Project"), t);
	return node.kind === "user" ? { ...lookOfUser(node, t), context: `user${fixed(node.parent.network)}` } : lookOfNetwork(node, t);
}

function lookOfNetwork({ network, users }: NetworkNode, t: Translate): Look {
	const { name, driver, subnets, isInternal } = network;
	// The network `none` has the driver `null`, and the two say the same.
	const parts = [
		...(driver === name || driver === "null" ? [] : [driver]),
		...subnets.slice(0, 2),
		...(isInternal ? [t("internal")] : []),
		...(users.length === 0 ? [] : [users.length === 1 ? t("1 container") : t("{0} containers", users.length)]),
	];
	const context = `network ${isPredefined(network) ? "predefined" : network.isClosed ? "own closed" : "own"} ${users.length > 0 ? "used" : "unused"}${fixed(network)}`;
	return { label: name, description: parts.join(" · "), icon: "type-hierarchy", context, spoken: [name, ...parts].join(", ") };
}

/** Nobody leaves the host's network. */
const fixed = ({ name }: Network): string => (name === "host" ? " fixed" : "");

/** https://docs.docker.com/engine/network/#drivers: these cannot be removed. */
const isPredefined = ({ name }: Network): boolean => ["bridge", "host", "none", "podman"].includes(name);
