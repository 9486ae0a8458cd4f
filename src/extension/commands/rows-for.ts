import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ExplorerKind, Node } from "../explorer/kind.ts";
import { networksView, type NetworkNode } from "../explorer/kinds/network.ts";
import { volumesView, type VolumeNode } from "../explorer/kinds/volume.ts";
import { membersOf } from "../explorer/kinds/gathering.ts";
import type { Target } from "./targets.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** What is to be chosen. `none` says that there is nothing that suits. */
type Question<Of> = { readonly placeholder: string; readonly none: string; readonly suits?: (node: Of) => boolean };

/** The volumes that a command is to act on: the rows, or what the user picks where it was not called with any. */
export const volumesFor = (
	docker: Docker,
	clicked: Target,
	selected: readonly Node[] | undefined,
	question: Question<VolumeNode>,
): Promise<readonly VolumeNode[]> => rowsFor(docker, volumesView, isVolumeNode, clicked, selected, question);

export const networksFor = (
	docker: Docker,
	clicked: Target,
	selected: readonly Node[] | undefined,
	question: Question<NetworkNode>,
): Promise<readonly NetworkNode[]> => rowsFor(docker, networksView, isNetworkNode, clicked, selected, question);

const isVolumeNode = (node: Node): node is VolumeNode => node.kind === "volume";
const isNetworkNode = (node: Node): node is NetworkNode => node.kind === "network";

async function rowsFor<Of extends Node>(
	docker: Docker,
	kind: ExplorerKind<Node>,
	isOfKind: (node: Node) => node is Of,
	clicked: Target,
	selected: readonly Node[] | undefined,
	{ placeholder, none, suits = () => true }: Question<Of>,
): Promise<readonly Of[]> {
	const { t } = vscode.l10n;
	await docker.connection.use(() => docker.settled(kind.resource));
	const all = kind.arrange(docker.model, new Map()).filter(isOfKind);
	if (typeof clicked === "string") {
		const found = all.filter((node) => Object.values(kind.identity(node)).includes(clicked));
		if (found.length === 0) throw new Error(t("There is nothing named “{0}”.", clicked));
		return found;
	}
	if (clicked) {
		const nodes = (selected?.some(({ id }) => id === clicked.id) ? selected : [clicked]).flatMap(membersOf);
		const [first] = nodes;
		if (first && !nodes.some(isOfKind)) {
			// A container below what it uses.
			void showInformationMessage(t("{0} is a container: choose the row above it.", kind.look(first, t).label));
			return [];
		}
		const ids = new Set(nodes.map(({ id }) => id));
		const chosen = all.filter((node) => ids.has(node.id) && suits(node));
		if (chosen.length === 0) void showInformationMessage(none);
		return chosen;
	}
	const fitting = all.filter(suits);
	if (fitting.length === 0) {
		void showInformationMessage(none);
		return [];
	}
	const items = fitting.map((node) => {
		const { label, description, icon } = kind.look(node, t);
		return { label, description, iconPath: new vscode.ThemeIcon(icon), node };
	});
	const options = { placeHolder: placeholder, canPickMany: true as const, matchOnDescription: true };
	return (await showQuickPick(items, options))?.map(({ node }) => node) ?? [];
}
