import * as vscode from "vscode";
import type { Choice, ConnectionSettings } from "../../docker/connection/endpoint.ts";
import type { Docker } from "../../docker/docker.ts";
import { isDockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";
import { showInputBox, showQuickPick } from "../window.ts";

export default {
	id: "hullwright.selectContext",
	title: "Select Context…",
	icon: "plug",
	menus: [onTitle("containers", "1_connection@1")],
	async run({ docker, engine }, given?: Choice) {
		const client = await docker();
		const answer = given ? { choice: given } : await ask(client, engine.settings());
		if (!answer) return;
		await engine.select(answer.choice);
		client.connection.reconnect();
		await client.connection.refresh();
	},
} satisfies Command;

/** `choice` is undefined where it is left to the settings. */
type Answer = { readonly choice: Choice | undefined };
type Item = vscode.QuickPickItem & { readonly answer?: Answer };

async function ask(docker: Docker, settings: ConnectionSettings): Promise<Answer | undefined> {
	const { t } = vscode.l10n;
	const { contexts, sockets } = await docker.choices();
	const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const item = (label: string, description: string, choice: Choice | undefined): Item => {
		const isCurrent = JSON.stringify(choice) === JSON.stringify(settings.window);
		return { label: plainText(label), description: plainText(description), answer: { choice }, ...(isCurrent && { iconPath: new vscode.ThemeIcon("check") }) };
	};
	const isSet = settings.host !== "" || settings.context !== "";
	const other: Item = { label: t("Enter a Host…"), description: "unix://, tcp://, ssh://, npipe://" };
	const items = [
		...(isSet ? [item(t("As the Settings Say"), settings.host || settings.context, undefined)] : []),
		item(t("As the Docker CLI"), t("DOCKER_HOST, DOCKER_CONTEXT, or the current context"), isSet ? { host: "", context: "" } : undefined),
		separator(t("Docker contexts")),
		item("default", t("this machine's own engine"), { host: "", context: "default" }),
		...contexts.map(({ name, host }) => item(name, host, { host: "", context: name })),
		...(sockets.length > 0 ? [separator(t("Found on this machine"))] : []),
		...sockets.map(({ url, product }) => item(product, url, { host: url, context: "" })),
		separator(""),
		other,
	];
	const picked = await showQuickPick(items, {
		title: t("Select Context"),
		placeHolder: t("The engine that this window shows; the Docker CLI's own choice stays as it is"),
		matchOnDescription: true,
	});
	return picked === other ? enterHost(docker) : picked?.answer;
}

async function enterHost(docker: Docker): Promise<Answer | undefined> {
	const { t } = vscode.l10n;
	const host = await showInputBox({
		title: t("Docker Host"),
		prompt: t("Address of the engine"),
		placeHolder: "ssh://user@host",
		validateInput: (text) => whyNot(docker, text),
	});
	return host?.trim() ? { choice: { host: host.trim(), context: "" } } : undefined;
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
