import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import { isImageNode } from "../../explorer/kinds/image.ts";
import type { Command } from "../command.ts";
import { onRows, onTitle } from "../menus.ts";
import { registryTask } from "../registry-task.ts";
import { whyNoReference } from "./reference-input.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.image.pull",
	title: "Pull Image…",
	icon: "cloud-download",
	needsTrust: true,
	menus: [onTitle("images", "navigation@2"), onRows("images", { rows: "^image .*tagged", orAmong: "^image ", group: "3_change@1" })],
	async run(services, clicked?: Node | string, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const { images, connection } = await services.docker();
		const title = t("Pull Image");
		const several = (clicked !== undefined && selected?.includes(clicked as Node) ? selected : [])
			.filter(isImageNode)
			.filter(({ image }) => image.tags.length > 0);
		if (several.length > 1) return pullAll(several.map(({ reference }) => reference));
		const known = typeof clicked === "string" ? clicked : clicked && isImageNode(clicked) ? clicked.reference : "";
		const prompt = t("Name of the image, with its registry where that is not Docker Hub");
		const reference = await showInputBox({ title, prompt, value: known, placeHolder: "debian:13-slim", validateInput: whyNoReference });
		if (!reference) return;
		return pullAll([reference.trim()]);

		async function pullAll(references: readonly string[]): Promise<void> {
			const platform = await choosePlatform(title);
			if (platform === undefined) return;
			for (const each of references) {
				const done = await registryTask(t("Pulling {0}", each), each, (signal, progress) => images.pull(each, platform, signal, progress));
				if (!done) return;
				// Of one that is there already no event tells.
				await connection.check();
			}
		}
	},
} satisfies Command;

/** Empty for the engine's own. */
async function choosePlatform(title: string): Promise<string | undefined> {
	const { t } = vscode.l10n;
	const own = { label: t("The engine's own platform"), platform: "" };
	const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "linux/ppc64le", "linux/s390x", "linux/riscv64", "windows/amd64"];
	const items = [own, ...platforms.map((platform) => ({ label: platform, platform }))];
	return (await showQuickPick(items, { title, placeHolder: t("Platform of the image") }))?.platform;
}
