import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.copyDigest",
	title: "Copy Digest",
	menus: [onRows("images", { rows: "^image .*pulled", group: "2_more@2", within: "copy" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const [target] = await imagesFor(docker, clicked, undefined, t("Image whose digest to copy"));
		if (!target) return;
		const { reference } = target;
		const digests = await docker.images.digests(target.image.id);
		const repository = reference.replace(/:[^:/]*$/, "");
		const digest = digests.find((each) => each.startsWith(`${repository}@`)) ?? digests[0];
		// https://docs.docker.com/reference/cli/docker/image/ls/#digests
		if (!digest)
			throw new Error(t("{0} has no digest: it gets one from the registry that it is pulled from or pushed to. Copy ID gives what is its own.", reference));
		await vscode.env.clipboard.writeText(digest);
	},
} satisfies Command;
