import * as vscode from "vscode";
import { activityOf } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.start",
	title: "Start Container",
	icon: "debug-start",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container stopped", group: "inline@1" }),
		onRows("containers", { rows: "^container stopped|^project$", orAmong: "^(container|project|service)", group: "1_state@1" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to start"),
			suits: (container) => activityOf(container) === "stopped",
			none: vscode.l10n.t("There is no container that could be started."),
		});
		await actOnAll(choice, docker.containers.start);
	},
} satisfies Command;
