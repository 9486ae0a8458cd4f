import * as vscode from "vscode";
import { isName } from "../../../engine/run/problems.ts";
import type { Docker } from "../../../docker/docker.ts";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { actOn, containerFor, type Target } from "../targets.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.container.rename",
	title: "Rename Container…",
	icon: "edit",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container (running|paused|restarting|stopped)", group: "1_whole@1", within: "change" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container to rename"),
			suits: canBeChanged,
			none: t("There is no container that could be renamed."),
		});
		if (!container) return;
		const name = await showInputBox({
			title: t("Rename {0}", container.name),
			prompt:
				container.service === undefined
					? t("Other containers of its networks find it by the new name, too.")
					: t("It stays a container of the service {0}; Compose gives the next one the usual name again.", container.service),
			value: container.name,
			validateInput: (typed) => problemOf(typed, docker, container.id),
		});
		if (name && name !== container.name) await actOn(container, (each) => docker.containers.rename(each, name));
	},
} satisfies Command;

function problemOf(name: string, { model }: Docker, id: string): string | undefined {
	if (!isName(name)) return vscode.l10n.t("A name has two characters at least: letters, digits, “_”, “.” and “-”, and begins with a letter or a digit.");
	const taken = [...model.containers.values()].some((other) => other.name === name && other.id !== id);
	return taken ? vscode.l10n.t("Another container has this name.") : undefined;
}
