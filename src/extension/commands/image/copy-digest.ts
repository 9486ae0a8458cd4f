import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type ImageTarget, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.copyDigest",
	title: "Copy Digest",
	menus: [onRows("images", { rows: "^image .*pulled", orAmong: "^image ", group: "2_more@2", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const targets = await imagesFor(docker, clicked, selected, t("Images whose digest to copy"));
		const digests = await Promise.all(targets.map((target) => digestOf(docker, target)));
		const found = digests.filter((digest) => digest !== undefined);
		if (found.length > 0) await vscode.env.clipboard.writeText(found.join("\n"));
		const without = targets.filter((_, index) => digests[index] === undefined).map(({ reference }) => reference);
		if (without.length > 0) {
			const names = without.join(", ");
			throw new Error(t("{0} has no digest: it gets one from the registry that it is pulled from or pushed to. Copy ID gives what is its own.", names));
		}
	},
} satisfies Command;

/** https://docs.docker.com/reference/cli/docker/image/ls/#digests */
async function digestOf(docker: Docker, { reference, image }: ImageTarget): Promise<string | undefined> {
	const digests = await docker.images.digests(image.id);
	const repository = reference.replace(/:[^:/]*$/, "");
	return digests.find((each) => each.startsWith(`${repository}@`)) ?? digests[0];
}
