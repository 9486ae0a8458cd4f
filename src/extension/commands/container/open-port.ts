import * as vscode from "vscode";
import { portText, urlOf } from "../../explorer/ports.ts";
import { portUrls, rememberedUrl, rememberUrl } from "../../published-ports.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";
import { showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.openPort",
	title: "Open Port…",
	menus: [onRows("containers", { rows: "^container .*published", group: "2_look@2" })],
	/** What is chosen is what *Open in Browser* opens from now on. */
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container whose published port to open"),
			suits: ({ ports }) => ports.some((port) => urlOf(port, docker.connection.status)),
			none: t("No container publishes a port."),
		});
		if (!container) return;
		const urls = portUrls(container, docker.connection.status);
		if (urls.length === 0) throw new Error(t("{0} publishes no port that a browser could open.", container.name));
		const before = rememberedUrl(services.remembered, container, urls);
		const items = urls.map((each) => ({
			label: each.url,
			description: each.url === before?.url ? `${portText(each.port)} · ${t("as last")}` : portText(each.port),
			each,
		}));
		const chosen = (await showQuickPick(items, { placeHolder: t("Port to open, also from now on") }))?.each;
		if (!chosen) return;
		await rememberUrl(services.remembered, container, chosen);
		await vscode.env.openExternal(vscode.Uri.parse(chosen.url));
	},
} satisfies Command;
