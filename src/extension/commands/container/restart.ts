import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.restart",
	title: "Restart Container",
	icon: "debug-restart",
	needsTrust: true,
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const containers = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to restart"),
			suits: ({ state }) => state !== "removing",
			none: vscode.l10n.t("There are no containers."),
		});
		await actOnAll(containers, docker.containers.restart, explain);
	},
} satisfies Command;
