import * as vscode from "vscode";
import { activityOf, isEnding, stateText } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { actOnAll, containersFor, list, type Choice, type Target } from "../targets.ts";
import { showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.container.kill",
	title: "Kill Container…",
	icon: "error",
	needsTrust: true,
	menus: [
		onRows("containers", {
			rows: `^container (running|paused|restarting|busy ending)|${gathered("running|paused|restarting|ending")}`,
			orAmong: anyContainers,
			group: "1_state@6",
		}),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to kill"),
			suits: (container) => ["running", "paused", "restarting"].includes(activityOf(container)) || isEnding(container),
			none: vscode.l10n.t("No container is running."),
		});
		if (choice.chosen.length > 0 && (await confirm(choice))) await actOnAll(choice, docker.containers.kill);
	},
} satisfies Command;

async function confirm({ chosen }: Choice): Promise<boolean> {
	const { t } = vscode.l10n;
	const question = chosen.length === 1 ? t("Kill the container {0}?", chosen[0]?.name ?? "") : t("Kill {0} containers?", chosen.length);
	const lines = chosen.map((container) => `${container.name} (${stateText(container, t)}, ${container.image})`);
	const detail = `${list(lines)}\n\n${t("They end at once and cannot finish what they are doing; what they have not written down is lost. Stop asks them first.")}`;
	const kill = t("Kill");
	return (await showWarningMessage(question, { modal: true, detail }, kill)) === kill;
}
