import * as vscode from "vscode";
import type { FilePlace } from "../../webviews/compose-graph/protocol.ts";
import { type Labelled, notedFiles } from "../compose/files-of-container.ts";
import type { Node } from "../explorer/kind.ts";
import type { ContainerNode, ProjectNode, ServiceNode } from "../explorer/kinds/container-groups.ts";
import { containersOf } from "../explorer/kinds/container.ts";
import { showPlace } from "../show-place.ts";
import type { Command, Services } from "./command.ts";
import { onRows } from "./menus.ts";
import { containerFor, type Target } from "./targets.ts";
import { showInformationMessage } from "../window.ts";

/** Shows where a service, a container's service or a project is written, in the Compose file that it was made by or that the workspace has. */
export default {
	id: "hullwright.goToDefinition",
	title: "Go to Definition",
	icon: "go-to-file",
	menus: [onRows("containers", { rows: "^service$", group: "inline@1" }), onRows("containers", { rows: "composed$|^(project|service)", group: "2_look@9" })],
	async run(services, clicked?: Target) {
		const place = await placeFor(services, clicked);
		if (place === "none") return;
		if (place) await showPlace(place);
		else void showInformationMessage(vscode.l10n.t("No Compose file that can be read here says so."));
	},
} satisfies Command;

async function placeFor(services: Services, clicked: Target): Promise<FilePlace | "none" | undefined> {
	const node = typeof clicked === "object" ? (clicked as Node as ContainerNode | ProjectNode | ServiceNode) : undefined;
	if (node?.kind === "service") return node.at;
	if (node?.kind === "project") {
		const [service] = node.services;
		const first = service?.at ?? (await placeOfContainer(services, containersOf(node)[0]));
		return first && { uri: first.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
	}
	const docker = await services.docker();
	const container = await containerFor(docker, clicked, {
		placeholder: vscode.l10n.t("Container whose service to show"),
		suits: ({ service }) => service !== undefined,
		none: vscode.l10n.t("There are no containers of Compose projects."),
	});
	return container ? placeOfContainer(services, container) : "none";
}

/** By the files that Compose has noted at the container, where they are here; else by those of the workspace. */
async function placeOfContainer(
	{ docker, language, workspaceProjects }: Services,
	container: { readonly id: string; readonly project?: string; readonly service?: string } | undefined,
): Promise<FilePlace | undefined> {
	if (!container?.service) return undefined;
	const { id, project, service } = container;
	const files = notedFiles((await (await docker()).containers.inspect(id)) as Labelled);
	const started = await language.start();
	for (const file of files) {
		const found = (await started.composeGraph(vscode.Uri.file(file)))?.graph?.services.find(({ name }) => name === service)?.at;
		if (found) return found;
	}
	const known = (await workspaceProjects()).current.find(({ name }) => name === project);
	return known?.services.find(({ name }) => name === service)?.at;
}
