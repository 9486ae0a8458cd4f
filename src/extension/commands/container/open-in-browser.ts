import * as vscode from "vscode";
import { portText, urlOf } from "../../explorer/ports.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.openInBrowser",
	title: "Open in Browser",
	icon: "globe",
	menus: [onRows("containers", { rows: "^container .*published", group: "2_look@0" })],
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: vscode.l10n.t("Container whose published port to open"),
			suits: ({ ports }) => ports.some((port) => urlOf(port, docker.connection.status)),
			none: vscode.l10n.t("No container publishes a port."),
		});
		if (!container) return;
		const choices = container.ports.flatMap((port) => {
			const url = urlOf(port, docker.connection.status);
			return url ? [{ label: url, description: portText(port), url }] : [];
		});
		if (choices.length === 0) throw new Error(vscode.l10n.t("{0} publishes no port that a browser could open.", container.name));
		const choice = choices.length === 1 ? choices[0] : await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t("Port to open") });
		if (choice) await vscode.env.openExternal(vscode.Uri.parse(choice.url));
	},
} satisfies Command;
