import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.start",
	title: "Start Container",
	icon: "debug-start",
	needsTrust: true,
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const containers = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to start"),
			suits: ({ state }) => state !== "running" && state !== "removing",
			none: vscode.l10n.t("There is no container that could be started."),
		});
		await actOnAll(containers, docker.containers.start, explain);
	},
} satisfies Command;
