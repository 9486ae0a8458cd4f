import * as vscode from "vscode";
import { isDockerError } from "../../../docker/errors.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { imageLine, imagesFor, list, type ImageTarget, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.remove",
	title: "Remove Image…",
	icon: "trash",
	needsTrust: true,
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const images = await imagesFor(docker, clicked, selected, vscode.l10n.t("Images to remove"));
		const used = images.filter(isLastTagInUse);
		const free = images.filter((target) => !isLastTagInUse(target));
		if (free.length === 0 && used.length > 0) throw new Error(used.map(inUse).join(" "));
		if (free.length === 0 || !(await confirm(free, used))) return;
		const failures: string[] = [];
		await vscode.window.withProgress({ location: { viewId: "hullwright.images" } }, async () => {
			// One after the other: removing an image's last tag while another is removed is a conflict.
			for (const target of free) await docker.images.remove(target.reference).catch((error: unknown) => failures.push(reasonOf(target, error)));
		});
		if (failures.length > 0) throw new Error(failures.join(" "));
	},
} satisfies Command;

/** Another tag may go from an image in use; the last may not. */
const isLastTagInUse = ({ image, users }: ImageTarget): boolean => users.length > 0 && image.tags.length <= 1;

function inUse(target: ImageTarget): string {
	const names = target.users.map(({ name }) => name).join(", ");
	return vscode.l10n.t("{0} is not removed: it is in use by {1}. Remove the containers first.", imageLine(target), names);
}

const reasonOf = (target: ImageTarget, error: unknown): string =>
	`${imageLine(target)}: ${isDockerError(error) && error.kind === "conflict" ? error.detail : explain(error)}`;

async function confirm(images: readonly ImageTarget[], used: readonly ImageTarget[]): Promise<boolean> {
	const { t } = vscode.l10n;
	const question = images.length === 1 && images[0] ? t("Remove the image {0}?", imageLine(images[0])) : t("Remove {0} images?", images.length);
	const lines = images.map((target) => (target.image.tags.length > 1 ? t("{0}: this tag only, the image has others", imageLine(target)) : imageLine(target)));
	const remove = t("Remove");
	const notes = [t("An image that is needed again has to be pulled or built again."), ...used.map(inUse)];
	const detail = `${list(lines)}\n\n${notes.join("\n\n")}`;
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}
