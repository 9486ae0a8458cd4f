import * as vscode from "vscode";
import { isDockerError } from "../../../docker/errors.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { plainText } from "../../../docker/plain-text.ts";
import type { Docker } from "../../../docker/docker.ts";
import type { Node } from "../../explorer/kind.ts";
import type { UserNode } from "../../explorer/kinds/user.ts";
import type { VolumeNode } from "../../explorer/kinds/volume.ts";
import type { Command, Services } from "../command.ts";
import { explain } from "../explain.ts";
import { onRows } from "../menus.ts";
import { volumesFor } from "../rows-for.ts";
import { saveVolumesFirst } from "../save-volumes-first.ts";
import { list, type Target } from "../targets.ts";
import { showInformationMessage, showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.volume.remove",
	title: "Remove Volume…",
	icon: "trash",
	needsTrust: true,
	menus: [onRows("volumes", { rows: "^(volume|gathering) ", orAmong: "^(volume|gathering) ", group: "9_remove@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		if (isMount(clicked)) return tellOfMount(clicked);
		const chosen = await volumesFor(docker, clicked, selected, { placeholder: t("Volumes to remove"), none: t("There are no volumes.") });
		const used = chosen.filter(({ users }) => users.length > 0);
		const free = chosen.filter(({ users }) => users.length === 0);
		if (free.length === 0 && used.length > 0) throw new Error(used.map(inUse).join(" "));
		if (free.length === 0 || !(await confirm(services, docker, free, used))) return;
		const failures: (readonly [VolumeNode, unknown])[] = [];
		await withProgress({ location: { viewId: "hullwright.volumes" } }, async () => {
			for (const node of free) await docker.volumes.remove(node.volume.id, false).catch((error: unknown) => failures.push([node, error]));
		});
		await forceThose(docker, failures);
	},
} satisfies Command;

const isMount = (target: Target): target is UserNode<VolumeNode> => typeof target === "object" && target.kind === "user";

/** The key for removing was pressed on a container below a volume: it is not the volume that is meant, and a volume is not taken from a container. */
async function tellOfMount({ container, parent }: UserNode<VolumeNode>): Promise<void> {
	const { t } = vscode.l10n;
	const remove = t("Remove Container…");
	const text = t("{0} mounts {1}, and does so as long as it is there.", container.name, plainText(parent.volume.id));
	if ((await showInformationMessage(text, remove)) === remove) await vscode.commands.executeCommand("hullwright.container.remove", container.id);
}

const nameOf = ({ volume }: VolumeNode): string => plainText(volume.id);
const lineOf = (node: VolumeNode): string => (node.volume.size === undefined ? nameOf(node) : `${nameOf(node)} (${sizeText(node.volume.size)})`);

const inUse = (node: VolumeNode): string =>
	vscode.l10n.t(
		"{0} is not removed: it is in use by {1}. Remove the containers first.",
		nameOf(node),
		node.users.map(({ container }) => container.name).join(", "),
	);

async function confirm(services: Services, docker: Docker, free: readonly VolumeNode[], used: readonly VolumeNode[]): Promise<boolean> {
	const { t } = vscode.l10n;
	// How much goes is known only once it is measured.
	await docker.volumes.measure(AbortSignal.timeout(20_000)).catch(() => {});
	const measured = free.map((node) => ({ ...node, volume: docker.model.volumes.get(node.volume.id) ?? node.volume }));
	const [first] = measured;
	const question = measured.length === 1 && first ? t("Remove the volume {0}?", lineOf(first)) : t("Remove {0} volumes?", measured.length);
	const notes = [t("What is in it is lost: nothing makes it again."), ...used.map(inUse)];
	const [remove, saveFirst] = [t("Remove"), t("Save to a File First…")];
	const detail = `${list(measured.map(lineOf))}\n\n${notes.join("\n\n")}`;
	const answer = await showWarningMessage(question, { modal: true, detail }, remove, saveFirst);
	if (answer !== saveFirst) return answer === remove;
	return saveVolumesFirst(
		services,
		docker,
		free.map(({ volume }) => volume.id),
	);
}

/** Force helps where the volume's driver does not work any more; one in use stays in any case. */
async function forceThose(docker: Docker, failures: readonly (readonly [VolumeNode, unknown])[]): Promise<void> {
	const { t } = vscode.l10n;
	if (failures.length === 0) return;
	const said = failures.map(([node, error]) => `${nameOf(node)}: ${explain(error)}`).join(" ");
	const forced = failures.filter(([, error]) => isDockerError(error) && error.kind === "rejected").map(([node]) => node);
	if (forced.length === 0) throw new Error(said);
	const force = t("Remove by Force");
	if ((await showWarningMessage(said, { modal: true, detail: list(forced.map(nameOf)) }, force)) !== force) return;
	for (const { volume } of forced) await docker.volumes.remove(volume.id, true);
}
