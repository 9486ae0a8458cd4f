import * as vscode from "vscode";
import type { DebugPlan } from "../../../docker/files/debug-shell.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { openProgramTerminal } from "../../terminals/program-terminal.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.debugShell",
	title: "Debug Shell…",
	icon: "debug-console",
	needsTrust: true,
	menus: [
		onRows("containers", { rows: "^container (stopped|restarting)", group: "2_look@5" }),
		onRows("containers", { rows: "^container (?!stopped|restarting)", group: "4_debug@1", within: "terminal" }),
	],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container to debug"),
		});
		if (!container) return;
		const plan = await vscode.window.withProgress({ location: { viewId: "hullwright.containers" } }, () => docker.files.planDebugShell(container.id));
		if (plan.image === undefined)
			throw new Error(t("No image on this engine has a shell, and none is downloaded unasked: pull a small one, such as busybox, and try again."));
		if (plan.how === "copy" && plan.bytes > large && !(await agreesToCopy(container, plan))) return;
		const introduction =
			plan.how === "beside"
				? t(
						"A container of {0}, in the processes and the network of {1}; its files are where the shell starts. Nothing of it is changed unless you do.",
						plan.image,
						container.name,
					)
				: t(
						"{0} does not run: this is a container of {1} with a copy of its files where the shell starts. What you change here goes with it.",
						container.name,
						plan.image,
					);
		openProgramTerminal({
			name: t("debug {0}", container.name),
			icon: "debug-console",
			banner: introduction,
			start: (size, output) => docker.files.openDebugShell(container.id, plan, size, output),
			end: () => undefined,
		});
	},
} satisfies Command;

/** So many bytes are copied without a question. */
const large = 500_000_000;

async function agreesToCopy({ name }: Container, { bytes }: DebugPlan): Promise<boolean> {
	const { t } = vscode.l10n;
	const copy = t("Copy");
	const question = t("Copy the files of {0} into a container for the shell?", name);
	const detail = t("It does not run, so its files are copied: {0}. The copy is removed with the shell.", sizeText(bytes));
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, copy)) === copy;
}
