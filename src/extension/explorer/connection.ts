import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Status } from "../../docker/live.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Explorer } from "./explorer.ts";

/** Keeps what stands around the rows true: the welcome text's cause (context key `hullwright.connection`), the host beside the title, the badge. */
export function showConnection({ live }: Docker, containers: Explorer): vscode.Disposable {
	let shown = "";
	const show = (): void => {
		const { status } = live;
		const state = status.kind === "away" ? status.error.kind : status.kind;
		// Hidden views and a connection in the making keep what was there.
		if (state !== shown && state !== "idle" && !(state === "connecting" && shown)) {
			shown = state;
			void vscode.commands.executeCommand("setContext", "hullwright.connection", state);
		}
		containers.view.description = hostText(status) ?? containers.view.description ?? "";
		const unhealthy = status.kind === "away" ? 0 : [...live.model.containers.values()].filter(({ health }) => health === "unhealthy").length;
		const tooltip = unhealthy === 1 ? vscode.l10n.t("1 unhealthy container") : vscode.l10n.t("{0} unhealthy containers", unhealthy);
		if ((containers.view.badge?.value ?? 0) !== unhealthy) containers.view.badge = unhealthy > 0 ? { value: unhealthy, tooltip } : undefined;
	};
	show();
	return new vscode.Disposable(live.onChange(show));
}

/** Nothing for the usual engine of this machine; undefined while it is not known. */
function hostText(status: Status): string | undefined {
	if (status.kind === "idle" || status.kind === "connecting") return undefined;
	if (status.kind === "away") {
		const { kind, address, detail } = status.error;
		// No host to show: what is wrong with the text that should be one.
		return plainText(kind === "bad-host" ? [address, detail].filter(Boolean).join(": ") : address || status.endpoint?.url);
	}
	const { source, url } = status.endpoint;
	if (source.by === "default") return "";
	return plainText(source.by === "context" ? source.name || url : url);
}
