import * as vscode from "vscode";
import { isDockerError } from "../../../docker/errors.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { explain } from "../explain.ts";
import { imageLine, imagesFor, list, type ImageTarget, type Target } from "../targets.ts";
import { showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.image.remove",
	title: "Remove Image…",
	icon: "trash",
	needsTrust: true,
	menus: [onRows("images", { rows: "^(image|gathering) ", orAmong: "^(image|gathering) ", group: "9_remove@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const images = await imagesFor(docker, clicked, selected, vscode.l10n.t("Images to remove"));
		const used = images.filter((target) => isLastTagInUse(target, images));
		const free = images.filter((target) => !used.includes(target));
		if (free.length === 0 && used.length > 0) throw new Error(used.map(inUse).join(" "));
		if (free.length === 0 || !(await confirm(free, used))) return;
		const remove = (): Promise<readonly string[]> => removeAll(free, docker.images.remove);
		const failures = await withProgress({ location: { viewId: "hullwright.images" } }, remove);
		if (failures.length > 0) throw new Error(failures.join(" "));
	},
} satisfies Command;

/** One after the other: removing an image's last tag while another is removed is a conflict. Resolves to what is to be said of those that stay. */
async function removeAll(targets: readonly ImageTarget[], remove: (reference: string) => Promise<void>): Promise<readonly string[]> {
	const failures: { readonly target: ImageTarget; readonly error: unknown }[] = [];
	for (const target of targets) await remove(target.reference).catch((error: unknown) => isMissing(error) || failures.push({ target, error }));
	// One that others are built on may go once they have gone.
	if (failures.length > 0 && failures.length < targets.length)
		return removeAll(
			failures.map(({ target }) => target),
			remove,
		);
	return failures.map(({ target, error }) => reasonOf(target, error));
}

/** With an image the engine removes those without a tag that only it was built on. */
const isMissing = (error: unknown): boolean => isDockerError(error) && error.kind === "missing";

/** Of an image in use all tags but one may go; the one that stays is one that a container was made from. */
function isLastTagInUse({ reference, image }: ImageTarget, chosen: readonly ImageTarget[]): boolean {
	const ofImage = chosen.filter((target) => target.image.id === image.id);
	if (ofImage.length < image.tags.length) return false;
	return ofImage.find(({ users }) => users.length > 0)?.reference === reference;
}

function inUse(target: ImageTarget): string {
	const names = target.users.map(({ name }) => name).join(", ");
	return vscode.l10n.t("{0} is not removed: it is in use by {1}. Remove the containers first.", imageLine(target), names);
}

function reasonOf(target: ImageTarget, error: unknown): string {
	const { t } = vscode.l10n;
	const words = isDockerError(error) && error.kind === "conflict" ? error.detail : "";
	if (/dependent child images/.test(words)) return t("{0} is not removed: other images are built on it. Remove those first.", imageLine(target));
	// One that came to be since it was asked.
	if (/container \w+/.test(words)) return t("{0} is not removed: a container uses it. Remove the container first.", imageLine(target));
	return `${imageLine(target)}: ${explain(error)}`;
}

async function confirm(images: readonly ImageTarget[], used: readonly ImageTarget[]): Promise<boolean> {
	const { t } = vscode.l10n;
	const question = images.length === 1 && images[0] ? t("Remove the image {0}?", imageLine(images[0])) : t("Remove {0} images?", images.length);
	const isPart = ({ image }: ImageTarget): boolean => images.filter((target) => target.image.id === image.id).length < image.tags.length;
	const lines = images.map((target) => (isPart(target) ? t("{0}: this tag only, the image has others", imageLine(target)) : imageLine(target)));
	const remove = t("Remove");
	const notes = [t("An image that is needed again has to be pulled or built again."), ...used.map(inUse)];
	const detail = `${list(lines)}\n\n${notes.join("\n\n")}`;
	return (await showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}
