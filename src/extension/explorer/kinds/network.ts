import type { Network } from "../../../docker/resources/network.ts";
import { compareNames, forgetOthers, knownNode, shortId, type ExplorerKind, type Look, type Translate } from "../kind.ts";

type NetworkNode = { readonly kind: "network"; readonly id: string; network: Network };

/** A plain list, by name; the engine's own last, for everybody has them. */
export const networksView: ExplorerKind<NetworkNode> = {
	view: "hullwright.networks",
	resource: "networks",
	shows: ["networks"],
	nodeKinds: ["network"],
	hasLevels: false,
	empty: "There are no networks.",
	arrange({ networks }, known) {
		const nodes = [...networks.values()].map((network) => {
			const node = knownNode<NetworkNode>(known, { kind: "network", id: `network:${network.id}`, network });
			node.network = network;
			return node;
		});
		forgetOthers(known, nodes);
		return nodes.sort(
			(a, b) => Number(isPredefined(a.network)) - Number(isPredefined(b.network)) || compareNames(a.network.name, b.network.name) || compareNames(a.id, b.id),
		);
	},
	children: () => [],
	parent: () => undefined,
	look,
	identity: ({ network }) => ({ name: network.name, id: network.id }),
	tooltip: async ({ network }, _docker, t) => ({
		name: network.name,
		facts: [
			[t("Driver"), network.driver],
			[t("Scope"), network.scope],
			[t("Subnets"), network.subnets.join(", ")],
			[t("Project"), network.project ?? ""],
			[t("Created"), network.created > 0 ? new Date(network.created * 1000).toLocaleString() : ""],
			[t("Id"), shortId(network.id)],
		],
	}),
};

function look({ network }: NetworkNode, t: Translate): Look {
	const { name, driver, subnets, isInternal } = network;
	// The network `none` has the driver `null`, and the two say the same.
	const parts = [...(driver === name || driver === "null" ? [] : [driver]), ...subnets.slice(0, 2), ...(isInternal ? [t("internal")] : [])];
	const context = `network ${isPredefined(network) ? "predefined" : "own"}`;
	return { label: name, description: parts.join(" · "), icon: "type-hierarchy", context, spoken: [name, ...parts].join(", ") };
}

/** https://docs.docker.com/engine/network/#drivers: these cannot be removed. */
const isPredefined = ({ name }: Network): boolean => ["bridge", "host", "none", "podman"].includes(name);
