import * as vscode from "vscode";
import type { Container } from "../../../docker/resources/container.ts";
import { activityOf, troubleOf } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows, onTable } from "../menus.ts";
import { actOnAll, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.start",
	title: "Start Container",
	icon: "debug-start",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container stopped", group: "inline@1" }),
		onRows("containers", { rows: `^container stopped|${gathered("stopped")}`, orAmong: anyContainers, group: "1_state@1" }),
		onTable("^stopped$", "1_state@1"),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to start"),
			suits: (container) => activityOf(container) === "stopped",
			none: vscode.l10n.t("There is no container that could be started."),
		});
		// A row that can be seen says itself why its container has not started.
		const isSaid = ({ id, name }: Container, error: unknown): boolean => {
			const row = docker.model.containers.get(id);
			const isRead = services.explorer("hullwright.containers")?.view.visible === true && row !== undefined && troubleOf(row) === "failed-start";
			if (isRead) services.log.error(`${name} has not started: ${String(error)}`);
			return isRead;
		};
		await actOnAll(choice, docker.containers.start, isSaid);
	},
} satisfies Command;
