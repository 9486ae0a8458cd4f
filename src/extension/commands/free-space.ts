import * as vscode from "vscode";
import type { Candidate, Cleared, Removable } from "../../docker/actions/system.ts";
import type { Docker } from "../../docker/docker.ts";
import { sizeText } from "../../engine/text/size.ts";
import type { Services } from "./command.ts";
import { explain } from "./explain.ts";
import { longTask } from "./long-task.ts";
import { saveVolumesFirst } from "./save-volumes-first.ts";
import { list } from "./targets.ts";
import { createQuickPick, showInformationMessage, showWarningMessage } from "../window.ts";

type Item = vscode.QuickPickItem & { readonly candidate?: Candidate };

/** Shows all that nothing needs, of these classes, with its bytes; removes what is chosen of it, and says what that has really freed. */
export async function freeSpace(services: Services, of: readonly Removable[]): Promise<void> {
	const { t } = vscode.l10n;
	const docker = await services.docker();
	const chosen = await choose(docker, of);
	if (chosen.length === 0 || !(await confirm(services, docker, chosen))) return;
	const cleared = await longTask(t("Freeing disk space"), async (signal, report) => {
		let done = 0;
		return docker.system.clear(chosen, signal, ({ name }) => report(name, ++done, chosen.length));
	});
	try {
		if (cleared) tell(cleared);
	} finally {
		await services.disk.measure();
	}
}

/** Those that cost nothing to lose are chosen beforehand. What is in a volume cannot be made again, and an image with a name may be meant to be there. */
const isHarmless = ({ of, isNameless }: Candidate): boolean => (of === "images" ? isNameless === true : of !== "volumes");

/** The list is there at once, and filled when the engine has looked; it may be left before. */
async function choose(docker: Docker, of: readonly Removable[]): Promise<readonly Candidate[]> {
	const { t } = vscode.l10n;
	const picker = createQuickPick<Item>();
	const looking = new AbortController();
	const chosen = (): readonly Candidate[] => picker.selectedItems.flatMap(({ candidate }) => candidate ?? []);
	const show = (): void => {
		picker.title = chosen().length === 0 ? t("Nothing is removed") : t("{0} to be removed: {1}", chosen().length, bytesOf(chosen()));
	};
	Object.assign(picker, { canSelectMany: true, matchOnDescription: true, busy: true, placeholder: t("Looking for what is not needed") });
	try {
		const left = new Promise<readonly Candidate[]>((resolve) => {
			picker.onDidAccept(() => resolve(chosen()));
			picker.onDidHide(() => resolve([]));
		});
		picker.show();
		const looked = docker.system.candidates(of, looking.signal);
		// Its failure is told below, unless nobody waits for it any more.
		looked.catch(() => {});
		const candidates = await Promise.race([looked, left.then(() => undefined)]);
		if (!candidates) return [];
		if (candidates.length === 0) {
			void showInformationMessage(t("There is nothing that could be removed: everything is in use."));
			return [];
		}
		const items = inGroups(candidates);
		Object.assign(picker, { busy: false, placeholder: of.length > 1 ? t("What is to go; volumes only where you choose them") : t("What is to go"), items });
		picker.selectedItems = items.filter(({ candidate }) => candidate && isHarmless(candidate));
		show();
		picker.onDidChangeSelection(show);
		return await left;
	} finally {
		looking.abort();
		picker.dispose();
	}
}

function inGroups(candidates: readonly Candidate[]): readonly Item[] {
	const { t } = vscode.l10n;
	const groups: readonly (readonly [string, (candidate: Candidate) => boolean])[] = [
		[t("Containers that do not run"), (each) => each.of === "containers"],
		[t("Images without a tag"), (each) => each.of === "images" && each.isNameless === true],
		[t("Networks that no container is in"), (each) => each.of === "networks"],
		[t("Build cache"), (each) => each.of === "buildCache"],
		[t("Images that no container uses"), (each) => each.of === "images" && each.isNameless !== true],
		[t("Volumes that no container mounts: what is in them is lost"), (each) => each.of === "volumes"],
	];
	return groups.flatMap(([label, belongs]) => {
		const members = candidates.filter(belongs);
		return members.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...members.map(itemOf)];
	});
}

const itemOf = (candidate: Candidate): Item => ({
	label: nameOf(candidate),
	description: candidate.of === "networks" ? "" : sizeText(candidate.size),
	candidate,
});

function nameOf({ of, name }: Candidate): string {
	if (of !== "buildCache") return name;
	return name === "1" ? vscode.l10n.t("1 record of earlier builds") : vscode.l10n.t("{0} records of earlier builds", name);
}

/** Layers that only images to be removed share are in none of their sizes. */
function bytesOf(candidates: readonly Candidate[]): string {
	const bytes = sizeText(candidates.reduce((total, { size }) => total + size, 0));
	return candidates.filter(({ of }) => of === "images").length > 1 ? vscode.l10n.t("at least {0}", bytes) : bytes;
}

async function confirm(services: Services, docker: Docker, chosen: readonly Candidate[]): Promise<boolean> {
	const { t } = vscode.l10n;
	const bytes = bytesOf(chosen);
	const [first] = chosen;
	const question = chosen.length === 1 && first ? t("Remove {0} ({1})?", nameOf(first), bytes) : t("Remove {0} items ({1})?", chosen.length, bytes);
	const volumes = chosen.filter(({ of }) => of === "volumes").map(({ id }) => id);
	const lines = chosen.map((candidate) => (candidate.of === "networks" ? nameOf(candidate) : `${nameOf(candidate)} (${sizeText(candidate.size)})`));
	const note =
		volumes.length > 0
			? t("What is in the volumes is lost: {0}.", volumes.slice(0, 10).join(", "))
			: t("Images and build cache that are needed again have to be pulled or built again.");
	const [remove, saveFirst] = [t("Remove"), t("Save the Volumes First…")];
	const buttons = volumes.length > 0 ? [remove, saveFirst] : [remove];
	const answer = await showWarningMessage(question, { modal: true, detail: `${list(lines)}\n\n${note}` }, ...buttons);
	if (answer === saveFirst) return saveVolumesFirst(services, docker, volumes);
	return answer === remove;
}

function tell({ removed, freed, failures }: Cleared): void {
	const { t } = vscode.l10n;
	const done =
		removed.length === 1
			? t("1 item is removed; that has freed {0}.", sizeText(freed))
			: t("{0} items are removed; that has freed {1}.", removed.length, sizeText(freed));
	if (failures.length === 0) return void showInformationMessage(done);
	throw new Error([...(removed.length > 0 ? [done] : []), ...failures.map(({ candidate, error }) => `${nameOf(candidate)}: ${explain(error)}`)].join(" "));
}
