import * as vscode from "vscode";
import { activityOf } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.pause",
	title: "Pause Container",
	icon: "debug-pause",
	needsTrust: true,
	menus: [onRows("containers", { rows: `^container running|${gathered("running")}`, orAmong: anyContainers, group: "1_state@4" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to pause"),
			suits: (container) => activityOf(container) === "running",
			none: vscode.l10n.t("No container is running."),
		});
		await actOnAll(choice, docker.containers.pause);
	},
} satisfies Command;
