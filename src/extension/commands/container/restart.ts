import * as vscode from "vscode";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows, onTable } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.restart",
	title: "Restart Container",
	icon: "debug-restart",
	needsTrust: true,
	menus: [
		onRows("containers", {
			rows: `^container (running|paused|restarting)|${gathered("running|paused|restarting")}`,
			orAmong: anyContainers,
			group: "1_state@3",
		}),
		onTable("^(running|paused|restarting)$", "1_state@3"),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to restart"),
			suits: canBeChanged,
			none: vscode.l10n.t("There are no containers that could be restarted."),
		});
		await actOnAll(choice, docker.containers.restart);
	},
} satisfies Command;
