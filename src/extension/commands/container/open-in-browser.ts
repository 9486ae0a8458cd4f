import * as vscode from "vscode";
import { portText, urlOf } from "../../explorer/ports.ts";
import { portUrls, rememberedUrl, rememberUrl, usualUrls } from "../../published-ports.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";
import { showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.openInBrowser",
	title: "Open in Browser",
	icon: "globe",
	menus: [onRows("containers", { rows: "^container .*published", group: "2_look@1" })],
	/** Where several ports are published it is asked once; *Open Port…* asks again. */
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: vscode.l10n.t("Container whose published port to open"),
			suits: ({ ports }) => ports.some((port) => urlOf(port, docker.connection.status)),
			none: vscode.l10n.t("No container publishes a port."),
		});
		if (!container) return;
		const all = portUrls(container, docker.connection.status);
		const usual = usualUrls(all);
		if (usual.length === 0) throw new Error(vscode.l10n.t("{0} publishes no port that a browser could open.", container.name));
		const known = rememberedUrl(services.remembered, container, all) ?? (usual.length === 1 ? usual[0] : undefined);
		const items = usual.map((each) => ({ label: each.url, description: portText(each.port), each }));
		const chosen = known ?? (await showQuickPick(items, { placeHolder: vscode.l10n.t("Port to open, also from now on") }))?.each;
		if (!chosen) return;
		if (!known) await rememberUrl(services.remembered, container, chosen);
		await vscode.env.openExternal(vscode.Uri.parse(chosen.url));
	},
} satisfies Command;
