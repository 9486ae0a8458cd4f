import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { isDockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";

export default {
	id: "hullwright.chooseHost",
	title: "Choose Docker Host…",
	icon: "plug",
	menus: [onTitle("containers", "1_connection@1")],
	async run(services) {
		const docker = await services.docker();
		const choice = await choose(docker);
		if (!choice) return;
		await set("docker.context", choice.context);
		await set("docker.host", choice.host);
		await docker.connection.refresh();
	},
} satisfies Command;

type Choice = { readonly host: string; readonly context: string };

async function choose(docker: Docker): Promise<Choice | undefined> {
	const { t } = vscode.l10n;
	const { contexts, sockets } = await docker.choices();
	const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const usual = { label: t("As the Docker CLI"), description: t("DOCKER_HOST, DOCKER_CONTEXT, or the current context"), choice: { host: "", context: "" } };
	const other = { label: t("Another Host…"), description: "unix://, tcp://, ssh://, npipe://", choice: undefined };
	const ofContexts = contexts.map(({ name, host }) => ({ label: plainText(name), description: plainText(host), choice: { host: "", context: name } }));
	const ofSockets = sockets.map((host) => ({ label: plainText(host), description: "", choice: { host, context: "" } }));
	const items: (vscode.QuickPickItem & { choice?: Choice | undefined })[] = [
		usual,
		...(ofContexts.length > 0 ? [separator(t("Docker contexts")), ...ofContexts] : []),
		...(ofSockets.length > 0 ? [separator(t("Found on this machine")), ...ofSockets] : []),
		separator(""),
		other,
	];
	const item = await vscode.window.showQuickPick(items, {
		title: t("Docker Host"),
		placeHolder: t("The engine that Hullwright shows; the Docker CLI's own choice stays as it is"),
		matchOnDescription: true,
	});
	if (item !== other) return item?.choice;
	const host = await vscode.window.showInputBox({
		title: t("Docker Host"),
		prompt: t("Address of the engine"),
		placeHolder: "ssh://user@host",
		validateInput: (text) => whyNot(docker, text),
	});
	return host ? { host: host.trim(), context: "" } : undefined;
}

function whyNot(docker: Docker, text: string): string | undefined {
	if (!text.trim()) return undefined;
	try {
		docker.checkHost(text);
		return undefined;
	} catch (error) {
		return isDockerError(error) ? error.detail : String(error);
	}
}

/** Where the workspace has a value of its own it is changed there: elsewhere the change would not be seen. */
async function set(name: string, value: string): Promise<void> {
	const configuration = vscode.workspace.getConfiguration("hullwright");
	const { workspaceValue } = configuration.inspect<string>(name) ?? {};
	const target = workspaceValue !== undefined && vscode.workspace.isTrusted ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	if (configuration.get(name) !== value) await configuration.update(name, value || undefined, target);
	// Removing the workspace's value may uncover another one below.
	if (!value && configuration.get(name)) await configuration.update(name, "", target);
}
