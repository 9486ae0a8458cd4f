import * as vscode from "vscode";
import type { Container } from "../../../docker/resources/container.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";
import { showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.copyAddress",
	title: "Copy IP Address",
	menus: [onRows("containers", { rows: "^container (running|paused)", orAmong: "^container ", group: "2_more@1", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const { chosen } = await containersFor(await services.docker(), clicked, selected, {
			placeholder: t("Containers whose IP address to copy"),
			suits: (container) => addressesOf(container).length > 0,
			none: t("None of them has an IP address of its own: it does not run, or it has the machine's network."),
		});
		const text = chosen.length === 1 && chosen[0] ? await choose(chosen[0]) : chosen.map((container) => addressesOf(container)[0]?.address ?? "").join("\n");
		if (text) await vscode.env.clipboard.writeText(text);
	},
} satisfies Command;

const addressesOf = ({ networks }: Container): readonly { readonly network: string; readonly address: string }[] =>
	networks.flatMap(({ name, addresses }) => addresses.map((address) => ({ network: name, address })));

async function choose(container: Container): Promise<string | undefined> {
	const all = addressesOf(container);
	if (all.length === 0) throw new Error(vscode.l10n.t("{0} has no IP address of its own: it does not run, or it has the machine's network.", container.name));
	if (all.length === 1) return all[0]?.address;
	const items = all.map(({ network, address }) => ({ label: address, description: network }));
	return (await showQuickPick(items, { placeHolder: vscode.l10n.t("Address to copy") }))?.label;
}
