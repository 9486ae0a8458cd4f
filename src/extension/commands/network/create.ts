import { isIP } from "node:net";
import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { shownIn } from "../long-task.ts";
import { onTitle } from "../menus.ts";
import { whyNoName } from "../resource-names.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.network.create",
	title: "Create Network…",
	icon: "add",
	needsTrust: true,
	menus: [onTitle("networks", "navigation@2")],
	async run(services) {
		const { t } = vscode.l10n;
		const { networks } = await services.docker();
		const title = t("Create Network");
		const name = await showInputBox({ title, prompt: t("Name"), validateInput: whyNoName });
		if (!name?.trim()) return;
		const driver = await showQuickPick(await networks.drivers(), { title, placeHolder: t("Driver") });
		if (driver === undefined) return;
		const subnet = await showInputBox({
			title,
			prompt: t("Subnet; empty lets the engine choose one"),
			placeHolder: "172.30.0.0/16",
			validateInput: (text) => (!text.trim() || isSubnet(text.trim()) ? undefined : t("A subnet looks like 172.30.0.0/16")),
		});
		if (subnet === undefined) return;
		const internal = { label: t("Internal"), description: t("without a way to the outside") };
		const attachable = { label: t("Attachable"), description: t("containers may join one that is made for a swarm") };
		const options = await showQuickPick([internal, attachable], { title, placeHolder: t("Options; none is usual"), canPickMany: true });
		if (!options) return;
		const [isInternal, isAttachable] = [options.includes(internal), options.includes(attachable)];
		await shownIn("networks", () => networks.create({ name: name.trim(), driver, subnet: subnet.trim(), isInternal, isAttachable }));
	},
} satisfies Command;

function isSubnet(text: string): boolean {
	const [address = "", length = ""] = text.split("/");
	const version = isIP(address);
	return version !== 0 && /^\d+$/.test(length) && Number(length) <= (version === 4 ? 32 : 128);
}
