import * as vscode from "vscode";
import { registryOf } from "../../../docker/registry/credentials.ts";
import { fullReference } from "../../../engine/image/reference.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { registryName, registryTask } from "../registry-task.ts";
import { imagesFor, type Target } from "../targets.ts";
import { showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.image.push",
	title: "Push Image…",
	icon: "cloud-upload",
	needsTrust: true,
	menus: [onRows("images", { rows: "^image .*tagged", orAmong: "^image ", group: "3_change@2" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const targets = (await imagesFor(docker, clicked, selected, t("Images to push"))).filter(({ image }) => image.tags.length > 0);
		for (const { reference } of targets) {
			const registry = registryName(registryOf(reference));
			const push = t("Push");
			const question = t("Push {0} to {1}?", reference, registry);
			const detail = t("Who may read there can pull it then: {0}", fullReference(reference));
			if ((await showWarningMessage(question, { modal: true, detail }, push)) !== push) return;
			const run = (signal: AbortSignal, progress: Parameters<typeof docker.images.push>[2]): Promise<unknown> =>
				docker.images.push(reference, signal, progress);
			if (await registryTask(t("Pushing {0}", reference), reference, run)) services.log.info(`pushed ${reference}`);
			else return;
		}
	},
} satisfies Command;
