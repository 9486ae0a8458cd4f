import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import type { Image } from "../../docker/resources/image.ts";
import { compareNames, type ExplorerKind, type Identity, type Node } from "../explorer/kind.ts";
import { iconOf, stateText } from "../explorer/container-state.ts";
import { explorerKinds } from "../explorer/kinds/index.ts";
import { containersOf } from "../explorer/kinds/container.ts";
import { membersOf } from "../explorer/kinds/gathering.ts";
import { explain } from "./explain.ts";
import { sizeText } from "../../engine/text/size.ts";
import { isImageNode, lookOfImage, nameOfImage, usersOf, type ImageNode } from "../explorer/kinds/image.ts";
import { createQuickPick, showInformationMessage, showQuickPick, withProgress } from "../window.ts";

/** What a command is called with: the row that was clicked and all that are selected, from a tree; a name or id, from a program; nothing, from the palette. */
export type Target = Node | string | undefined;

/** What is to be chosen: any container, unless it has to suit. `none` says that there is nothing that does. */
export type Question = { readonly placeholder: string } & (Suiting | { readonly suits?: never; readonly none?: never });
type Suiting = { readonly suits: (container: Container) => boolean; readonly none: string };

const suitingOf = ({ suits = () => true, none = vscode.l10n.t("There are no containers.") }: Question): Suiting => ({ suits, none });

/** `leftAlone` are those among the rows chosen by hand for which there is nothing to do. */
export type Choice = { readonly chosen: readonly Container[]; readonly leftAlone: readonly Container[] };

/**
 * The containers that a command is to act on; those of a project or group for its row. A row that does not suit takes nothing from the others.
 * Asks where it was not called with any. None chosen: the user wants none, or was told that there are none.
 */
export async function containersFor(docker: Docker, clicked: Target, selected: readonly Node[] | undefined, question: Question): Promise<Choice> {
	const all = await currentContainers(docker);
	const { suits, none } = suitingOf(question);
	if (typeof clicked === "string") return { chosen: [named(all, clicked)], leftAlone: [] };
	if (!clicked) return { chosen: await pick(all, question, true), leftAlone: [] };
	const nodes = selected?.some(({ id }) => id === clicked.id) ? selected : [clicked];
	const ids = new Set(nodes.flatMap(containersOf).map(({ id }) => id));
	if (ids.size === 0) {
		tellNone(clicked);
		return { chosen: [], leftAlone: [] };
	}
	const ofProjects = new Set(nodes.flatMap((node) => (node.kind === "project" || node.kind === "group" ? containersOf(node) : [])).map(({ id }) => id));
	const chosen = all.filter((container) => ids.has(container.id) && suits(container));
	const leftAlone = all.filter((container) => ids.has(container.id) && !ofProjects.has(container.id) && !suits(container));
	if (chosen.length === 0) void showInformationMessage([none, ...leftAloneText(leftAlone)].join(" "));
	return { chosen, leftAlone };
}

/** Of a row that no container stands for it would be wrong to say that there are none at all. */
function tellNone(clicked: Node): void {
	const kind: ExplorerKind | undefined = explorerKinds.find(({ nodeKinds }) => nodeKinds.includes(clicked.kind));
	void showInformationMessage(vscode.l10n.t("There is no container of “{0}”.", kind?.look(clicked, vscode.l10n.t).label ?? ""));
}

/** One sentence, or none. */
function leftAloneText(containers: readonly Container[]): readonly string[] {
	const { t } = vscode.l10n;
	return containers.length === 0 ? [] : [t("Left alone: {0}.", containers.map((container) => `${container.name} (${stateText(container, t)})`).join(", "))];
}

/** As `containersFor`, for a command that acts on one. */
export async function containerFor(docker: Docker, clicked: Target, question: Question): Promise<Container | undefined> {
	const all = await currentContainers(docker);
	if (typeof clicked === "string") return named(all, clicked);
	if (clicked) {
		const ofRow = containersOf(clicked).map((container) => all.find(({ id }) => id === container.id) ?? container);
		if (ofRow.length === 0) {
			tellNone(clicked);
			return undefined;
		}
		// Of a project's row it is asked which.
		return ofRow.length === 1 ? ofRow[0] : (await pick(ofRow, question, false))[0];
	}
	return (await pick(all, question, false))[0];
}

/** As `containerFor`, for a command that needs one that runs. */
export async function runningContainerFor(docker: Docker, clicked: Target, placeholder: string): Promise<Container | undefined> {
	const { t } = vscode.l10n;
	const container = await containerFor(docker, clicked, { placeholder, suits: ({ state }) => state === "running", none: t("No container is running.") });
	if (container && container.state !== "running") throw new Error(t("{0} is not running: start it first.", container.name));
	return container;
}

/** An image by the tag or id under which it was chosen. */
export type ImageTarget = Pick<ImageNode, "reference" | "image" | "users">;

export async function imagesFor(docker: Docker, clicked: Target, selected: readonly Node[] | undefined, placeholder: string): Promise<readonly ImageTarget[]> {
	const all = await currentImages(docker);
	if (typeof clicked === "string") {
		const found = all.filter(({ reference, image }) => reference === clicked || reference === `${clicked}:latest` || image.id === clicked);
		if (found.length === 0) throw new Error(vscode.l10n.t("There is no image “{0}”.", clicked));
		return found.slice(0, 1);
	}
	if (clicked) {
		const nodes = selected?.some(({ id }) => id === clicked.id) ? selected : [clicked];
		const references = new Set(
			nodes
				.flatMap(membersOf)
				.filter(isImageNode)
				.map(({ reference }) => reference),
		);
		return all.filter(({ reference }) => references.has(reference));
	}
	if (all.length === 0) {
		void showInformationMessage(vscode.l10n.t("There are no images."));
		return [];
	}
	return (
		(await showQuickPick(all.map(imageItem), { placeHolder: placeholder, canPickMany: true, matchOnDescription: true }))?.map(({ target }) => target) ?? []
	);
}

type ImageItem = vscode.QuickPickItem & { readonly target?: ImageTarget };

function imageItem(target: ImageTarget): ImageItem & { readonly target: ImageTarget } {
	const { label, description, icon } = lookOfImage({ kind: "image", id: "", ...target }, vscode.l10n.t);
	return { label, description, iconPath: new vscode.ThemeIcon(icon), target };
}

/** One image that is here, or the name that is typed of one that is not. Undefined: the user wants none. */
export async function imageNameFor(docker: Docker, placeholder: string): Promise<string | undefined> {
	const items = (await currentImages(docker)).map(imageItem);
	const pick = createQuickPick<ImageItem>();
	pick.placeholder = placeholder;
	pick.matchOnDescription = true;
	pick.items = items;
	pick.onDidChangeValue((typed) => {
		const isKnown = typed.trim() === "" || items.some(({ label }) => label === typed.trim());
		pick.items = isKnown
			? items
			: [...items, { label: typed.trim(), description: vscode.l10n.t("not here yet"), iconPath: new vscode.ThemeIcon("cloud-download") }];
	});
	return new Promise((resolve) => {
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			resolve(chosen?.target?.reference ?? chosen?.label);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}

/** Names and ids of whatever rows there are, of any kind; without a row, of containers. */
export async function identitiesFor(docker: Docker, clicked: Target, selected: readonly Node[] | undefined, placeholder: string): Promise<readonly Identity[]> {
	if (clicked && typeof clicked !== "string") {
		const nodes = selected?.some(({ id }) => id === clicked.id) ? selected : [clicked];
		return nodes.flatMap((node) => {
			const kind = explorerKinds.find(({ nodeKinds }) => nodeKinds.includes(node.kind));
			return kind ? [kind.identity(node)] : [];
		});
	}
	const { chosen } = await containersFor(docker, clicked, selected, { placeholder });
	return chosen.map(({ name, id }) => ({ name, id }));
}

/** `3 items` below a question: one line each, the first twenty. */
export function list(lines: readonly string[]): string {
	const shown = lines.slice(0, 20).map((line) => `• ${line}`);
	return [...shown, ...(lines.length > 20 ? [vscode.l10n.t("… and {0} more", lines.length - 20)] : [])].join("\n");
}

/**
 * Acts on all at once; where some fail, the rest go on, and the error names each that failed, but for those of which `isSaid` knows that it is read elsewhere.
 * Says what was left alone.
 */
export async function actOnAll(
	{ chosen, leftAlone }: Choice,
	act: (container: Container) => Promise<void>,
	isSaid: (container: Container, error: unknown) => boolean = () => false,
): Promise<void> {
	if (chosen.length === 0) return;
	const run = (): Promise<PromiseSettledResult<void>[]> => Promise.allSettled(chosen.map(act));
	const results = await withProgress({ location: { viewId: "hullwright.containers" } }, run);
	const failures = results.flatMap((result, index) => {
		const container = chosen[index];
		if (result.status !== "rejected" || !container) return [];
		const error: unknown = result.reason;
		return isSaid(container, error) ? [] : [{ name: container.name, error }];
	});
	const [left] = leftAloneText(leftAlone);
	if (left && failures.length === 0) void showInformationMessage(left);
	if (failures.length > 0) throw new Error([...failures.map(({ name, error }) => `${name}: ${explain(error)}`), ...(left ? [left] : [])].join(" "));
}

/** As `actOnAll`, for one. */
export const actOn = (container: Container, act: (container: Container) => Promise<void>): Promise<void> =>
	actOnAll({ chosen: [container], leftAlone: [] }, act);

async function currentContainers({ connection, settled, model }: Docker): Promise<readonly Container[]> {
	await connection.use(() => settled("containers"));
	return [...model.containers.values()].sort((a, b) => compareNames(a.name, b.name));
}

async function currentImages(docker: Docker): Promise<readonly ImageTarget[]> {
	await docker.connection.use(() => docker.settled("images"));
	const containers = await currentContainers(docker);
	const targets = (image: Image): ImageTarget[] => {
		const users = containers.filter(({ imageId }) => imageId === image.id);
		const references = image.tags.length > 0 ? image.tags : [image.id];
		return references.map((reference) => ({ reference, image, users: usersOf(reference, image, users) }));
	};
	return [...docker.model.images.values()].flatMap(targets).sort((a, b) => a.reference.localeCompare(b.reference));
}

function named(containers: readonly Container[], text: string): Container {
	const found = containers.find(({ id, name }) => id === text || name === text) ?? containers.find(({ id }) => text.length >= 4 && id.startsWith(text));
	if (!found) throw new Error(vscode.l10n.t("There is no container “{0}”.", text));
	return found;
}

/** Of those that suit. */
async function pick(all: readonly Container[], question: Question, isMany: boolean): Promise<readonly Container[]> {
	const { suits, none } = suitingOf(question);
	const containers = all.filter(suits);
	if (containers.length === 0) {
		void showInformationMessage(none);
		return [];
	}
	const items = containers
		.sort((a, b) => Number(b.state === "running") - Number(a.state === "running") || a.name.localeCompare(b.name))
		.map((container) => {
			const { icon, colour } = iconOf(container);
			const iconPath = new vscode.ThemeIcon(icon, colour && new vscode.ThemeColor(`hullwright.${colour}Foreground`));
			return { label: container.name, description: `${stateText(container, vscode.l10n.t)} · ${container.image}`, iconPath, container };
		});
	const options = { placeHolder: question.placeholder, matchOnDescription: true };
	if (!isMany) {
		const item = await showQuickPick(items, options);
		return item ? [item.container] : [];
	}
	return (await showQuickPick(items, { ...options, canPickMany: true }))?.map(({ container }) => container) ?? [];
}

export const imageLine = (target: ImageTarget): string => `${nameOfImage(target)} (${sizeText(target.image.size)})`;
