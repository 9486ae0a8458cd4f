import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import type { Docker } from "../../../docker/docker.ts";
import { sizeText } from "../../../engine/text/size.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { longTask } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";
import { showInformationMessage, showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.image.copyToEngine",
	title: "Copy Image to Another Engine…",
	icon: "server",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image ", orAmong: "^image ", group: "4_files@2" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const targets = await imagesFor(docker, clicked, selected, t("Images to copy to another engine"));
		if (targets.length === 0) return;
		const engine = await chooseEngine(docker);
		if (!engine) return;
		const said: string[] = [];
		for (const { reference, image } of targets) {
			const copied = await longTask(t("Copying {0} to {1}", reference, engine.label), (signal, report) =>
				docker.images.copyTo(engine.settings, reference, signal, (bytes) => report(sizeText(bytes), bytes, image.size)),
			);
			if (!copied) return;
			if (copied.outcome === "present") said.push(t("{0} has {1} already.", engine.label, reference));
			else if (copied.isSame) said.push(t("{0} has the same {1} now.", engine.label, reference));
			else throw new Error(t("{0} has an image named {1} now, but another one than was sent.", engine.label, reference));
		}
		void showInformationMessage(said.join(" "));
	},
} satisfies Command;

type Engine = { readonly label: string; readonly settings: { readonly host: string; readonly context: string } };

async function chooseEngine(docker: Docker): Promise<Engine | undefined> {
	const { t } = vscode.l10n;
	const { contexts, sockets } = await docker.choices();
	const { status } = docker.connection;
	const own = status.kind === "connected" ? status.endpoint.url : "";
	const other = { label: t("Enter a Host…"), description: "unix://, tcp://, ssh://, npipe://" };
	const items: (vscode.QuickPickItem & { readonly settings?: Engine["settings"] })[] = [
		...contexts
			.filter(({ host }) => host !== own)
			.map(({ name, host }) => ({ label: plainText(name), description: plainText(host), settings: { host: "", context: name } })),
		...sockets
			.filter(({ url }) => url !== own)
			.map(({ url, product }) => ({ label: plainText(url), description: product, settings: { host: url, context: "" } })),
		other,
	];
	const item = await showQuickPick(items, { placeHolder: t("Engine to copy to"), matchOnDescription: true });
	if (item?.settings) return { label: item.label, settings: item.settings };
	if (!item) return undefined;
	const host = (await showInputBox({ prompt: t("Address of the engine"), placeHolder: "ssh://user@host" }))?.trim();
	if (!host) return undefined;
	docker.checkHost(host);
	return { label: host, settings: { host, context: "" } };
}
