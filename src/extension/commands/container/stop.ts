import * as vscode from "vscode";
import { activityOf } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows, onTable } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.stop",
	title: "Stop Container",
	icon: "debug-stop",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container (running|restarting)", group: "inline@1" }),
		onRows("containers", {
			rows: `^container (running|paused|restarting)|${gathered("running|paused|restarting")}`,
			orAmong: anyContainers,
			group: "1_state@2",
		}),
		onTable("^(running|paused|restarting)$", "1_state@2"),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to stop"),
			suits: (container) => ["running", "paused", "restarting"].includes(activityOf(container)),
			none: vscode.l10n.t("No container is running."),
		});
		await actOnAll(choice, docker.containers.stop);
	},
} satisfies Command;
