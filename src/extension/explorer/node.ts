import type { Container, Health, Image, Port } from "../../docker/model.ts";

/** Nodes stay the same objects while what they stand for changes: VS Code keeps selection and expansion by them. `id` never contains state. */
export type ProjectNode = { readonly kind: "project"; readonly id: string; readonly name: string; containers: readonly ContainerNode[] };
export type ContainerNode = { readonly kind: "container"; readonly id: string; container: Container; parent: ProjectNode | undefined };
/** One for each tag; `reference` is what the engine is asked for. `users` are the containers made from the image. */
export type ImageNode = { readonly kind: "image"; readonly id: string; readonly reference: string; image: Image; users: readonly Container[] };
export type Node = ProjectNode | ContainerNode | ImageNode;

export type Model = { readonly containers: ReadonlyMap<string, Container>; readonly images: ReadonlyMap<string, Image> };
export type Nodes = Map<string, Node>;

/** `vscode.l10n.t`. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export type Colour = "running" | "paused" | "failed" | "stopped";

/** What a node looks like, free of VS Code so that a test can read it. `context` is what `when` clauses match, `spoken` what a screen reader says. */
export type Look = {
	readonly label: string;
	readonly description: string;
	readonly icon: string;
	readonly colour?: Colour;
	readonly context: string;
	readonly spoken: string;
};

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** The containers view: Compose projects first, then the other containers, each by name. Nodes of `known` are used again. */
export function arrangeContainers({ containers }: Model, known: Nodes): readonly Node[] {
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
	const roots = [...groups.sort((a, b) => compare(a.name, b.name)), ...single.sort(byName)];
	forgetOthers(known, new Set([...groups, ...single, ...groups.flatMap((group) => group.containers)].map(({ id }) => id)));
	return roots;
}

/** The images view: a row for each tag by name, then those without one, the newest first. */
export function arrangeImages({ images, containers }: Model, known: Nodes): readonly Node[] {
	const users = new Map<string, Container[]>();
	for (const container of containers.values()) users.set(container.imageId, [...(users.get(container.imageId) ?? []), container]);
	const rows = [...images.values()].flatMap((image) => {
		const references = image.tags.length > 0 ? image.tags : [image.id];
		return references.map((reference) => {
			const node = knownNode<ImageNode>(known, { kind: "image", id: `image:${reference}`, reference, image, users: [] });
			node.image = image;
			node.users = usersOf(reference, image, users.get(image.id) ?? []);
			return node;
		});
	});
	forgetOthers(known, new Set(rows.map(({ id }) => id)));
	const isTagged = ({ image }: ImageNode): boolean => image.tags.length > 0;
	return rows.sort(
		(a, b) => Number(isTagged(b)) - Number(isTagged(a)) || (isTagged(a) ? 0 : b.image.created - a.image.created) || compare(a.reference, b.reference),
	);
}

/** Of an image with several tags each container belongs to the tag that it was made from, where that is still there. */
export function usersOf(reference: string, { tags }: Image, users: readonly Container[]): readonly Container[] {
	const named = ({ image }: Container): string | undefined => tags.find((tag) => tag === image || tag === `${image}:latest`);
	return users.filter((container) => (named(container) ?? reference) === reference);
}

export const childrenOf = (node: Node): readonly Node[] => (node.kind === "project" ? node.containers : []);
export const parentOf = (node: Node): Node | undefined => (node.kind === "container" ? node.parent : undefined);

export function look(node: Node, t: Translate): Look {
	switch (node.kind) {
		case "project":
			return lookOfProject(node, t);
		case "container":
			return lookOfContainer(node, t);
		case "image":
			return lookOfImage(node, t);
	}
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
export const portText = ({ container, host, protocol }: Port): string => `${host ? `${host}→` : ""}${container}${protocol === "tcp" ? "" : `/${protocol}`}`;

export function sizeText(bytes: number): string {
	const units = ["B", "kB", "MB", "GB", "TB"];
	const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	const value = bytes / 1000 ** power;
	return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

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

function lookOfImage({ image, reference, users }: ImageNode, t: Translate): Look {
	const isTagged = image.tags.length > 0;
	const label = isTagged ? reference : shortId(image.id);
	const inUse = users.length === 0 ? [] : [users.length === 1 ? t("in use by {0}", users[0]?.name ?? "") : t("in use by {0} containers", users.length)];
	const parts = [...(isTagged ? [] : [t("untagged")]), sizeText(image.size), ...inUse];
	return {
		label,
		description: parts.join(" · "),
		icon: users.length > 0 ? "package" : "archive",
		context: `image ${users.length > 0 ? "used" : "unused"}`,
		spoken: [label, ...parts].join(", "),
	};
}

/** Ends that a stop leads to (SIGINT, SIGKILL, SIGTERM) are no failures. */
const isFailure = (exitCode: number | undefined): boolean => exitCode !== undefined && ![0, 130, 137, 143].includes(exitCode);
export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);
const byName = (a: ContainerNode, b: ContainerNode): number => compare(a.container.name, b.container.name);

function knownNode<Kind extends Node>(known: Nodes, fresh: Kind): Kind {
	const node = known.get(fresh.id);
	if (node?.kind === fresh.kind) return node as Kind;
	known.set(fresh.id, fresh);
	return fresh;
}

function forgetOthers(known: Nodes, ids: ReadonlySet<string>): void {
	for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
}
