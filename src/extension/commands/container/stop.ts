import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.stop",
	title: "Stop Container",
	icon: "debug-stop",
	needsTrust: true,
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const containers = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to stop"),
			suits: ({ state }) => ["running", "paused", "restarting"].includes(state),
			none: vscode.l10n.t("No container is running."),
		});
		await actOnAll(containers, docker.containers.stop, explain);
	},
} satisfies Command;
