import * as vscode from "vscode";
import type { DebuggedPlace, DebugPlan } from "../../../docker/files/debug-shell.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { openProgramTerminal } from "../../terminals/program-terminal.ts";
import type { Command } from "../command.ts";
import { placeFor } from "../files/browse.ts";
import { onRows } from "../menus.ts";
import type { Target } from "../targets.ts";
import { showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.container.debugShell",
	title: "Debug Shell…",
	icon: "debug-console",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container (stopped|restarting)", group: "2_look@5" }),
		onRows("containers", { rows: "^container (?!stopped|restarting|dead)", group: "4_debug@1", within: "terminal" }),
		onRows("images", { rows: "^image ", group: "2_look@6" }),
	],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const found = await placeFor(services, clicked, t("Container to debug"));
		if (!found || found.place.of === "volume") return;
		const { name } = found;
		const place: DebuggedPlace = { ...found.place, of: found.place.of };
		const viewId = place.of === "image" ? "hullwright.images" : "hullwright.containers";
		const plan = await withProgress({ location: { viewId } }, () => docker.files.planDebugShell(place));
		if (plan.image === undefined)
			throw new Error(t("No image on this engine has a shell, and none is downloaded unasked: pull a small one, such as busybox, and try again."));
		if (plan.how === "copy" && plan.bytes > large && !(await agreesToCopy(place, name, plan))) return;
		const introduction =
			place.of === "image"
				? t(
						"A container of {0}, with the environment of {1} and a copy of its files where the shell starts. What you change here goes with it.",
						plan.image,
						name,
					)
				: plan.how === "beside"
					? t(
							"A container of {0}, in the processes and the network of {1}; its files are where the shell starts. Nothing of it is changed unless you do.",
							plan.image,
							name,
						)
					: t(
							"{0} does not run: this is a container of {1} with a copy of its files where the shell starts. What you change here goes with it.",
							name,
							plan.image,
						);
		openProgramTerminal({
			name: t("debug {0}", name),
			icon: "debug-console",
			banner: introduction,
			start: (size, output) => docker.files.openDebugShell(place, plan, size, output),
			end: () => undefined,
		});
	},
} satisfies Command;

/** So many bytes are copied without a question. */
const large = 500_000_000;

async function agreesToCopy({ of }: DebuggedPlace, name: string, { bytes }: DebugPlan): Promise<boolean> {
	const { t } = vscode.l10n;
	const copy = t("Copy");
	const question = t("Copy the files of {0} into a container for the shell?", name);
	const detail =
		of === "image"
			? t("Its files are copied: {0}. The copy is removed with the shell.", sizeText(bytes))
			: t("It does not run, so its files are copied: {0}. The copy is removed with the shell.", sizeText(bytes));
	return (await showWarningMessage(question, { modal: true, detail }, copy)) === copy;
}
