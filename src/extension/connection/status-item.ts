import * as vscode from "vscode";
import type { Status } from "../../docker/connection/connection.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText, withoutIcons } from "../../docker/plain-text.ts";

/** In the status bar, where there is something to say: another engine than this machine's usual one is shown, or one that was there has gone. */
export function showConnectionInStatusBar(docker: Docker): vscode.Disposable {
	const item = vscode.window.createStatusBarItem("hullwright.connection", vscode.StatusBarAlignment.Left, 0);
	item.name = vscode.l10n.t("Hullwright: Docker Engine");
	let hasBeenThere = false;
	const show = (): void => {
		const { status } = docker.connection;
		hasBeenThere ||= status.kind === "connected";
		const saying = sayingOf(status, hasBeenThere);
		// While it is tried again what was said stands.
		if (saying === "as before") return;
		if (!saying) return item.hide();
		item.text = saying.text;
		item.tooltip = saying.tooltip;
		item.command = saying.command;
		item.accessibilityInformation = { label: saying.spoken };
		item.show();
	};
	show();
	return vscode.Disposable.from(item, new vscode.Disposable(docker.onChange(({ of }) => of === "connection" && show())));
}

type Saying = { readonly text: string; readonly spoken: string; readonly tooltip: string; readonly command: string };

function sayingOf(status: Status, hasBeenThere: boolean): Saying | undefined | "as before" {
	const { t } = vscode.l10n;
	switch (status.kind) {
		case "connecting":
			return "as before";
		case "idle":
			return undefined;
		case "away": {
			if (!hasBeenThere) return undefined;
			const text = t("No Docker Engine");
			const tooltip = [t("{0} is away; it is tried again by itself.", plainText(status.endpoint?.url ?? status.error.address)), t("Click to find out why.")];
			return { text: `$(debug-disconnect) ${text}`, spoken: text, tooltip: tooltip.join("\n"), command: "hullwright.diagnoseConnection" };
		}
		case "connected": {
			const { source, url } = status.endpoint;
			if (source.by === "default") return undefined;
			const isNamed = source.name !== "" && !/^(?:DOCKER_HOST|hullwright\.docker\.host)$/.test(source.name);
			const name = plainText(isNamed ? source.name : url, 40);
			const why = source.by === "found" ? t("Nothing is at the usual place; this engine was found on this machine and is used.") : "";
			const tooltip = [t("Docker engine of this window: {0}", plainText(url)), why, t("Click to select another one.")].filter(Boolean).join("\n");
			return { text: `$(plug) ${withoutIcons(name)}`, spoken: t("Docker engine of this window: {0}", name), tooltip, command: "hullwright.selectContext" };
		}
	}
}
