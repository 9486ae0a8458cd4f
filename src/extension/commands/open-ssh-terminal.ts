import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { showInformationMessage } from "../window.ts";

export default {
	id: "hullwright.openSshTerminal",
	title: "Open ssh to the Engine's Host",
	button: "Open ssh in a Terminal",
	needsTrust: true,
	enablement: "hullwright.connection =~ /^ssh/",
	async run({ docker }) {
		const { status } = (await docker()).connection;
		const address = status.kind === "away" || status.kind === "connected" ? status.endpoint?.address : undefined;
		if (address?.kind !== "ssh") {
			await showInformationMessage(vscode.l10n.t("The engine of this window is not reached by ssh."));
			return;
		}
		const { host, user, port } = address;
		// The program itself, no shell: the host is not ours. Here ssh may ask: for a passphrase, or whether the host is the right one.
		const shellArgs = ["-t", ...(user ? ["-l", user] : []), ...(port ? ["-p", String(port)] : []), "--", host, "docker", "version"];
		vscode.window.createTerminal({ name: `ssh ${host}`, shellPath: "ssh", shellArgs }).show();
	},
} satisfies Command;
