import * as vscode from "vscode";
import { openProgramTerminal } from "../../terminals/program-terminal.ts";
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
		openProgramTerminal({
			name: container.name,
			icon: "terminal",
			banner: t("{0}, in the new container {1}. It stays when its program has ended.", target.reference, container.name),
			async start(size, output) {
				// Before it is started, so that nothing that it writes is missed.
				const attached = await docker.containers.attach(container.id, size, output);
				await docker.containers.start(container).catch((error: unknown) => {
					attached.close();
					throw error;
				});
				attached.resize(size);
				return attached;
			},
			end: (exitCode) =>
				exitCode === undefined ? t("Detached. {0} goes on.", container.name) : t("{0} has ended, with exit code {1}.", container.name, exitCode),
		});
	},
} satisfies Command;
