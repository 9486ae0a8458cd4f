import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.runDetached",
	title: "Run Image as It Is",
	icon: "play",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image ", orAmong: "^image ", group: "1_state@2" })],
	/** With its ports on free ones of the host. It stays when it ends, for its logs and exit code. */
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		for (const { reference } of await imagesFor(docker, clicked, selected, vscode.l10n.t("Images to run"))) {
			const container = docker.model.containers.get(await docker.images.create(reference, "detached"));
			if (container) await docker.containers.start(container);
		}
		await vscode.commands.executeCommand("hullwright.containers.focus");
	},
} satisfies Command;
