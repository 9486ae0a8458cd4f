import * as vscode from "vscode";
import { activityOf } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.unpause",
	title: "Unpause Container",
	icon: "debug-continue",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container paused", group: "inline@1" }),
		onRows("containers", { rows: `^container paused|${gathered("paused")}`, orAmong: anyContainers, group: "1_state@5" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to unpause"),
			suits: (container) => activityOf(container) === "paused",
			none: vscode.l10n.t("No container is paused."),
		});
		await actOnAll(choice, docker.containers.unpause);
	},
} satisfies Command;
