import * as vscode from "vscode";
import { startInTerminal } from "../../terminals/started-terminal.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.runInteractively",
	title: "Run Image Interactively",
	icon: "terminal",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image ", group: "1_state@3" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const [target] = await imagesFor(docker, clicked, undefined, t("Image to run in a terminal"));
		if (!target) return;
		const container = docker.model.containers.get(await docker.images.create(target.reference, "interactive"));
		if (!container) return;
		const banner = t("{0}, in the new container {1}. It stays when its program has ended.", target.reference, container.name);
		await startInTerminal(docker, { id: container.id, name: container.name, banner }, () => docker.containers.start(container));
	},
} satisfies Command;
