import type { Model } from "../../../docker/resources/index.ts";
import type { Volume } from "../../../docker/resources/volume.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { type Arrangement, compareNames, forgetOthers, knownNode, shortId, type ExplorerKind, type Look, type Nodes, type Translate } from "../kind.ts";
import { gather, type GatheringNode, lookOfGathering } from "./gathering.ts";
import { lookOfUser, usersBelow, usersByName, type UserNode } from "./user.ts";

export type VolumeNode = {
	readonly kind: "volume";
	readonly id: string;
	volume: Volume;
	users: readonly UserNode<VolumeNode>[];
	parent?: GatheringNode<VolumeNode> | undefined;
};
type AnyNode = VolumeNode | UserNode<VolumeNode> | GatheringNode<VolumeNode>;

/** By name, those without one last; below each the containers that mount it. */
export const volumesView: ExplorerKind<AnyNode> = {
	view: "hullwright.volumes",
	resource: "volumes",
	shows: ["volumes", "containers"],
	nodeKinds: ["volume", "user", "gathering"],
	empty: "There are no volumes yet. Those that your containers make will show here.",
	orders: [
		{ id: "name", title: (t) => t("By Name") },
		{ id: "used", title: (t) => t("In Use First") },
		{ id: "unused", title: (t) => t("Not in Use First") },
		{ id: "size", title: (t) => t("Largest First") },
		{ id: "newest", title: (t) => t("Newest First") },
	],
	arrange,
	groupings: [
		{ id: "none", title: (t) => t("Not Grouped") },
		{ id: "project", title: (t) => t("By Project") },
	],
	scopes: [
		{ id: "all", title: (t) => t("All Volumes") },
		{ id: "unused", title: (t) => t("Only What Is Not in Use") },
	],
	gathering: ["gathering"],
	startsCollapsed: ({ kind }) => kind === "volume",
	children: (node) => (node.kind === "gathering" ? node.members : node.kind === "volume" ? node.users : []),
	parent: (node) => (node.kind === "gathering" ? undefined : node.parent),
	look,
	identity: (node) =>
		node.kind === "gathering"
			? { name: node.name, id: node.name }
			: node.kind === "user"
				? { name: node.container.name, id: node.container.id }
				: { name: node.volume.id, id: node.volume.id },
	async tooltip(node, _docker, t) {
		if (node.kind === "gathering") return { name: look(node, t).label, facts: [] };
		if (node.kind === "user") return { name: node.container.name, facts: [[t("Mounted at"), node.detail]] };
		const { volume, users } = node;
		return {
			name: plainText(volume.id),
			facts: [
				[t("Driver"), volume.driver],
				[t("Size"), sizeOf(volume).join("")],
				[t("Project"), volume.project ?? ""],
				[t("Used by"), users.map(({ container }) => container.name).join(", ")],
				[t("Created"), volume.created > 0 ? new Date(volume.created * 1000).toLocaleString() : ""],
			],
		};
	},
};

function look(node: AnyNode, t: Translate): Look {
	if (node.kind === "gathering") return lookOfGathering(node, ({ users }) => users.length > 0, t("Without a Project"), t);
	return node.kind === "user" ? lookOfUser(node, t) : lookOfVolume(node, t);
}

function arrange({ volumes, containers }: Model, known: Nodes, { order, grouping, scope }: Arrangement = {}): readonly AnyNode[] {
	const mounts = usersByName(containers.values(), (container) =>
		container.volumes.map(({ name, target, isReadOnly }) => [name, isReadOnly ? `${target}:ro` : target] as const),
	);
	const nodes = [...volumes.values()].map((volume) => {
		const node = knownNode<VolumeNode>(known, { kind: "volume", id: `volume:${volume.id}`, volume, users: [] });
		node.volume = volume;
		node.users = usersBelow(known, node, mounts.get(plainText(volume.id)) ?? []);
		return node;
	});
	const shown = scope === "unused" ? nodes.filter(({ users }) => users.length === 0) : nodes;
	const sorted = shown.sort(comparisons[order ?? ""] ?? byName);
	const roots = gather(known, sorted, { by: grouping === "project" ? ({ volume }) => volume.project ?? "" : undefined, order });
	forgetOthers(known, [...roots, ...shown, ...shown.flatMap(({ users }) => users)]);
	return roots;
}

const byName = (one: VolumeNode, other: VolumeNode): number =>
	Number(one.volume.isAnonymous) - Number(other.volume.isAnonymous) || compareNames(one.volume.id, other.volume.id);
const comparisons: Readonly<Record<string, (one: VolumeNode, other: VolumeNode) => number>> = {
	used: (one, other) => Math.min(1, other.users.length) - Math.min(1, one.users.length) || byName(one, other),
	unused: (one, other) => Math.min(1, one.users.length) - Math.min(1, other.users.length) || byName(one, other),
	size: (one, other) => (other.volume.size ?? -1) - (one.volume.size ?? -1) || byName(one, other),
	newest: (one, other) => other.volume.created - one.volume.created || byName(one, other),
};

const sizeOf = ({ size }: Volume): readonly string[] => (size === undefined ? [] : [sizeText(size)]);

function lookOfVolume({ volume, users }: VolumeNode, t: Translate): Look {
	const label = volume.isAnonymous ? shortId(plainText(volume.id)) : plainText(volume.id);
	const inUse =
		users.length === 0
			? t("not in use")
			: users.length === 1
				? t("in use by {0}", users[0]?.container.name ?? "")
				: t("in use by {0} containers", users.length);
	const parts = [...(volume.isAnonymous ? [t("without a name")] : []), ...(volume.driver === "local" ? [] : [volume.driver]), ...sizeOf(volume), inUse];
	return {
		label,
		description: parts.join(" · "),
		icon: "database",
		context: `volume ${users.length > 0 ? "used" : "unused"}`,
		spoken: [label, ...parts].join(", "),
	};
}
