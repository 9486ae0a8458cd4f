import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Status } from "../../docker/connection/connection.ts";
import { plainText } from "../../docker/plain-text.ts";
import { showConnectionInStatusBar } from "./status-item.ts";

/** Keeps what is said of the connection true, around the rows and in the status bar: the welcome text's cause (context key `hullwright.connection`), and who named it (`hullwright.connectionFrom`), and the host beside the title. */
export function showConnection(docker: Docker, view: Pick<vscode.TreeView<unknown>, "description">): vscode.Disposable {
	let shown = "";
	let from = "";
	const show = (): void => {
		const { status } = docker.connection;
		if (status.kind === "away" && status.source.by !== from) {
			from = status.source.by;
			void vscode.commands.executeCommand("setContext", "hullwright.connectionFrom", from);
		}
		const state = status.kind === "away" ? status.cause : status.kind;
		// Hidden views and a connection in the making keep what was there.
		if (state !== shown && state !== "idle" && !(state === "connecting" && shown)) {
			shown = state;
			void vscode.commands.executeCommand("setContext", "hullwright.connection", state);
		}
		view.description = hostText(status) ?? view.description ?? "";
	};
	show();
	return vscode.Disposable.from(new vscode.Disposable(docker.onChange(show)), showConnectionInStatusBar(docker));
}

/** Nothing for the usual engine of this machine; undefined while it is not known. */
function hostText(status: Status): string | undefined {
	if (status.kind === "idle" || status.kind === "connecting") return undefined;
	if (status.kind === "away") {
		const { kind, address, detail } = status.error;
		// No host to show: what is wrong with the text that should be one.
		return plainText(kind === "bad-host" ? [address, detail].filter(Boolean).join(": ") : address || status.endpoint?.url);
	}
	const { source, url, file } = status.endpoint;
	if (source.by === "default") return "";
	if (source.by === "found") return vscode.l10n.t("{0}, found here", source.name);
	// A context is known by its name, whoever has chosen it.
	return plainText(file === undefined ? url : source.name);
}
