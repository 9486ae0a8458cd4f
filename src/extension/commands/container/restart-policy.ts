import * as vscode from "vscode";
import type { RestartPolicy } from "../../../docker/actions/change.ts";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.restartPolicy",
	title: "Change Restart Policy…",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container (running|paused|restarting|stopped)", orAmong: "^container ", group: "2_setting@1", within: "change" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: t("Containers whose restart policy to change"),
			suits: canBeChanged,
			none: t("There is no container that could be changed."),
		});
		const [first] = choice.chosen;
		if (!first) return;
		const current = choice.chosen.length === 1 ? await docker.containers.restartPolicy(first.id) : undefined;
		const policy = await choose(choice.chosen.length === 1 ? first.name : t("{0} containers", choice.chosen.length), current);
		if (policy) await actOnAll(choice, (container) => docker.containers.setRestartPolicy(container, policy));
	},
} satisfies Command;

async function choose(name: string, current: RestartPolicy | undefined): Promise<RestartPolicy | undefined> {
	const { t } = vscode.l10n;
	const items = [
		{ label: "no", detail: t("Once it has ended it stays so."), policy: { name: "no", most: 0 } },
		{
			label: "on-failure",
			detail: t("Started again where it fails, as often as you say; after the engine starts, too."),
			policy: { name: "on-failure", most: 0 },
		},
		{
			label: "unless-stopped",
			detail: t("Started again whenever it ends, and with the engine, unless somebody has stopped it."),
			policy: { name: "unless-stopped", most: 0 },
		},
		{
			label: "always",
			detail: t("Started again whenever it ends, and with the engine, even where somebody has stopped it."),
			policy: { name: "always", most: 0 },
		},
	] as const;
	const marked = items.map((item) => ({ ...item, ...(item.label === current?.name && { description: t("as it is now") }) }));
	const chosen = await showQuickPick(marked, { title: t("Restart Policy of {0}", name) });
	if (chosen?.label !== "on-failure") return chosen?.policy;
	const most = await showInputBox({
		title: t("Restart Policy of {0}", name),
		prompt: t("How often at most it is started again; 0 is without end"),
		value: String(current?.name === "on-failure" ? current.most : 5),
		validateInput: (typed) => (/^\d{1,6}$/.test(typed) ? undefined : t("This has to be a number.")),
	});
	return most === undefined ? undefined : { name: "on-failure", most: Number(most) };
}
