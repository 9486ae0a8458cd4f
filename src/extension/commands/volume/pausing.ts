import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { VolumeNode } from "../../explorer/kinds/volume.ts";
import { list } from "../targets.ts";
import { showWarningMessage } from "../../window.ts";

type During = <Result>(run: () => Promise<Result>) => Promise<Result>;

/**
 * Names the running containers that may write into a volume while it is read, and lets the user have them paused meanwhile.
 * They go on in any case. Undefined where the user wants neither.
 */
export async function pausing<Result>(docker: Docker, users: VolumeNode["users"], run: (during: During) => Promise<Result>): Promise<Result | undefined> {
	const { t } = vscode.l10n;
	const ids = users.map(({ container }) => container.id);
	const writers = [...docker.model.containers.values()].filter(({ id, state }) => ids.includes(id) && state === "running");
	if (writers.length === 0) return run((each) => each());
	const names = writers.map(({ name }) => name);
	const [pause, goOn] = [t("Pause Meanwhile"), t("Go On Without Pausing")];
	const question = names.length === 1 ? t("{0} uses the volume and runs.", names[0] ?? "") : t("{0} containers use the volume and run.", names.length);
	const detail = t("What is written while it is read may be in the copy in part. Paused, they stand still and then go on.");
	const answer = await showWarningMessage(question, { modal: true, detail: `${list(names)}\n\n${detail}` }, pause, goOn);
	if (answer === goOn) return run((each) => each());
	if (answer !== pause) return undefined;
	return run(async (each) => {
		const paused: typeof writers = [];
		try {
			for (const container of writers) {
				await docker.containers.pause(container);
				paused.push(container);
			}
			return await each();
		} finally {
			for (const container of paused) await docker.containers.unpause(container);
		}
	});
}
