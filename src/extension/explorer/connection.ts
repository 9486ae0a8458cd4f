import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Status } from "../../docker/connection/connection.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Explorer } from "./explorer.ts";

/** Keeps what stands around the rows true: the welcome text's cause (context key `hullwright.connection`), and the host beside the title. */
export function showConnection(docker: Docker, first: Explorer): vscode.Disposable {
	let shown = "";
	const show = (): void => {
		const { status } = docker.connection;
		const state = status.kind === "away" ? status.error.kind : status.kind;
		// Hidden views and a connection in the making keep what was there.
		if (state !== shown && state !== "idle" && !(state === "connecting" && shown)) {
			shown = state;
			void vscode.commands.executeCommand("setContext", "hullwright.connection", state);
		}
		first.view.description = hostText(status) ?? first.view.description ?? "";
	};
	show();
	return new vscode.Disposable(docker.onChange(show));
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
