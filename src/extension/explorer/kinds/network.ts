import type { Model } from "../../../docker/resources/index.ts";
import type { Network } from "../../../docker/resources/network.ts";
import { compareNames, forgetOthers, knownNode, shortId, type ExplorerKind, type Look, type Nodes, type Translate } from "../kind.ts";
import { lookOfUser, usersBelow, usersByName, type UserNode } from "./user.ts";

export type NetworkNode = { readonly kind: "network"; readonly id: string; network: Network; users: readonly UserNode<NetworkNode>[] };

/** By name, the engine's own last, for everybody has them; below each the containers in it, with their addresses there. */
export const networksView: ExplorerKind<NetworkNode | UserNode<NetworkNode>> = {
	view: "hullwright.networks",
	resource: "networks",
	shows: ["networks", "containers"],
	nodeKinds: ["network", "user"],
	empty: "There are no networks.",
	orders: [{ id: "name", title: (t) => t("By Name") }],
	arrange,
	startsCollapsed: () => true,
	children: (node) => (node.kind === "network" ? node.users : []),
	parent: (node) => (node.kind === "user" ? node.parent : undefined),
	look: (node, t) => (node.kind === "user" ? lookOfUser(node, t) : look(node, t)),
	identity: (node) => (node.kind === "user" ? { name: node.container.name, id: node.container.id } : { name: node.network.name, id: node.network.id }),
	async tooltip(node, _docker, t) {
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

function arrange({ networks, containers }: Model, known: Nodes): readonly NetworkNode[] {
	const joined = usersByName(containers.values(), (container) => container.networks.map(({ name, addresses }) => [name, addresses.join(", ")] as const));
	const nodes = [...networks.values()].map((network) => {
		const node = knownNode<NetworkNode>(known, { kind: "network", id: `network:${network.id}`, network, users: [] });
		node.network = network;
		node.users = usersBelow(known, node, joined.get(network.name) ?? []);
		return node;
	});
	forgetOthers(known, [...nodes, ...nodes.flatMap(({ users }) => users)]);
	return nodes.sort(
		(a, b) => Number(isPredefined(a.network)) - Number(isPredefined(b.network)) || compareNames(a.network.name, b.network.name) || compareNames(a.id, b.id),
	);
}

function look({ network, users }: NetworkNode, t: Translate): Look {
	const { name, driver, subnets, isInternal } = network;
	// The network `none` has the driver `null`, and the two say the same.
	const parts = [
		...(driver === name || driver === "null" ? [] : [driver]),
		...subnets.slice(0, 2),
		...(isInternal ? [t("internal")] : []),
		...(users.length === 0 ? [] : [users.length === 1 ? t("1 container") : t("{0} containers", users.length)]),
	];
	const context = `network ${isPredefined(network) ? "predefined" : "own"} ${users.length > 0 ? "used" : "unused"}`;
	return { label: name, description: parts.join(" · "), icon: "type-hierarchy", context, spoken: [name, ...parts].join(", ") };
}

/** https://docs.docker.com/engine/network/#drivers: these cannot be removed. */
const isPredefined = ({ name }: Network): boolean => ["bridge", "host", "none", "podman"].includes(name);
