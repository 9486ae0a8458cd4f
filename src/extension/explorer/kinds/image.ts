import type { Container } from "../../../docker/resources/container.ts";
import type { Image } from "../../../docker/resources/image.ts";
import type { Model } from "../../../docker/resources/index.ts";
import { sizeText } from "../../../engine/text/size.ts";
import {
	type Arrangement,
	compareNames,
	forgetOthers,
	knownNode,
	shortId,
	type ExplorerKind,
	type Fact,
	type Look,
	type Node,
	type Nodes,
	type Translate,
} from "../kind.ts";
import { gather, type GatheringNode, lookOfGathering } from "./gathering.ts";

/** One for each tag; `reference` is what the daemon is asked for. `users` are the containers made from the image. */
export type ImageNode = {
	readonly kind: "image";
	readonly id: string;
	readonly reference: string;
	image: Image;
	users: readonly Container[];
	parent?: GatheringNode<ImageNode> | undefined;
};
type AnyNode = ImageNode | GatheringNode<ImageNode>;

/** A row for each tag by name, then those without one, the newest first. */
export const imagesView: ExplorerKind<AnyNode> = {
	view: "hullwright.images",
	resource: "images",
	shows: ["images", "containers"],
	nodeKinds: ["image", "gathering"],
	empty: "There are no images yet. Those that you build or pull will show here.",
	orders: [
		{ id: "name", title: (t) => t("By Name") },
		{ id: "size", title: (t) => t("Largest First") },
		{ id: "newest", title: (t) => t("Newest First") },
	],
	groupings: [
		{ id: "none", title: (t) => t("Not Grouped") },
		{ id: "repository", title: (t) => t("By Repository") },
	],
	scopes: [
		{ id: "all", title: (t) => t("All Images") },
		{ id: "unused", title: (t) => t("Only What Is Not in Use") },
	],
	gathering: ["gathering"],
	arrange,
	startsCollapsed: ({ kind }) => kind === "gathering",
	children: (node) => (node.kind === "gathering" ? node.members : []),
	parent: (node) => (node.kind === "image" ? node.parent : undefined),
	look: (node, t) => (node.kind === "image" ? lookOfImage(node, t) : lookOfGathering(node, ({ users }) => users.length > 0, t("Untagged"), t)),
	identity: (node) =>
		node.kind === "image"
			? { name: (isTagged(node) ? undefined : node.image.digest) ?? nameOfImage(node), id: node.image.id }
			: { name: node.name, id: node.name },
	tooltip: async (node, _docker, t) =>
		node.kind === "image" ? { name: nameOfImage(node), facts: factsOf(node, t) } : { name: node.name || t("Untagged"), facts: [] },
};

export const isImageNode = (node: Node): node is ImageNode => node.kind === "image";

function arrange({ images, containers }: Model, known: Nodes, { order, grouping, scope, hidesUntagged = false }: Arrangement = {}): readonly AnyNode[] {
	const users = new Map<string, Container[]>();
	for (const container of containers.values()) users.set(container.imageId, [...(users.get(container.imageId) ?? []), container]);
	const wanted = [...images.values()].filter(({ tags }) => tags.length > 0 || !hidesUntagged);
	const rows = wanted.flatMap((image) => {
		const references = image.tags.length > 0 ? image.tags : [image.id];
		return references.map((reference) => {
			const node = knownNode<ImageNode>(known, { kind: "image", id: `image:${reference}`, reference, image, users: [] });
			node.image = image;
			node.users = usersOf(reference, image, users.get(image.id) ?? []);
			return node;
		});
	});
	const shown = scope === "unused" ? rows.filter((node) => node.users.length === 0) : rows;
	const sorted = shown.sort(comparisons[order ?? ""] ?? byName);
	const roots = gather(known, sorted, { by: grouping === "repository" ? repositoryOf : undefined, order });
	forgetOthers(known, [...sorted, ...roots]);
	return roots;
}

/** As it is written, with its registry. */
const repositoryOf = (node: ImageNode): string => (isTagged(node) ? node.reference.replace(/:[^:/]*$/, "") : "");

/** As rows show it: one without a tag by the name under which a registry has it, where it came from one. */
export const nameOfImage = ({ reference, image }: Pick<ImageNode, "reference" | "image">): string =>
	image.tags.length > 0 ? reference : (image.digest?.replace(/@sha256:(.{12}).*$/, "@$1") ?? shortId(image.id));

const isTagged = ({ image }: ImageNode): boolean => image.tags.length > 0;
const byName = (one: ImageNode, other: ImageNode): number =>
	Number(isTagged(other)) - Number(isTagged(one)) ||
	(isTagged(one) ? 0 : other.image.created - one.image.created) ||
	compareNames(one.reference, other.reference);
const comparisons: Readonly<Record<string, (one: ImageNode, other: ImageNode) => number>> = {
	size: (one, other) => other.image.size - one.image.size || byName(one, other),
	newest: (one, other) => other.image.created - one.image.created || byName(one, other),
};

/** Of an image with several tags each container belongs to the tag that it was made from, where that is still there. */
export function usersOf(reference: string, { tags }: Image, users: readonly Container[]): readonly Container[] {
	const named = ({ image }: Container): string | undefined => tags.find((tag) => tag === image || tag === `${image}:latest`);
	return users.filter((container) => (named(container) ?? reference) === reference);
}

export function lookOfImage({ image, reference, users, parent }: ImageNode, t: Translate): Look {
	const isTagged = image.tags.length > 0;
	const name = nameOfImage({ image, reference });
	// Below its repository the tag is enough.
	const label = parent && isTagged ? reference.slice(parent.name.length + 1) : name;
	const inUse = users.length === 0 ? [] : [users.length === 1 ? t("in use by {0}", users[0]?.name ?? "") : t("in use by {0} containers", users.length)];
	const parts = [...(isTagged ? [] : [t("untagged")]), sizeText(image.size), ...inUse];
	return {
		label,
		description: parts.join(" · "),
		icon: users.length > 0 ? "package" : "archive",
		context: `image ${users.length > 0 ? "used" : "unused"} ${isTagged ? "tagged" : "nameless"}${image.digest ? " pulled" : ""}`,
		spoken: [name, ...parts].join(", "),
	};
}

function factsOf({ image, users }: ImageNode, t: Translate): readonly Fact[] {
	return [
		[t("Tags"), image.tags.join(", ")],
		[t("Size"), sizeText(image.size)],
		[t("Created"), image.created > 0 ? new Date(image.created * 1000).toLocaleString() : ""],
		[t("Used by"), users.map(({ name }) => name).join(", ")],
		[t("Id"), shortId(image.id)],
	];
}
