import * as vscode from "vscode";
import { isConnectionError, isDockerError } from "../../docker/errors.ts";
import type { LayerProgress } from "../../docker/layer-progress.ts";
import { dockerHub, registryOf } from "../../docker/registry/credentials.ts";
import { sizeText } from "../../engine/text/size.ts";
import { registryFailure } from "../registry-error.ts";
import { longTask } from "./long-task.ts";
import { showErrorMessage } from "../window.ts";

/** As people call it. */
export const registryName = (registry: string): string => (registry === dockerHub ? "Docker Hub" : registry);

/** Pulls or pushes, showing how far each is. False where it was cancelled, or has failed for a reason that is told here, with the way to a login. */
export async function registryTask(
	title: string,
	reference: string,
	run: (signal: AbortSignal, progress: (state: LayerProgress) => void) => Promise<unknown>,
): Promise<boolean> {
	const registry = registryOf(reference);
	try {
		const outcome = await longTask(title, async (signal, report) => {
			await run(signal, (state) => report(layersText(state), state.current, state.total));
			return true;
		});
		return outcome ?? false;
	} catch (error) {
		if (!isDockerError(error) || isConnectionError(error)) throw error;
		const { text, wantsLogin } = registryFailure(error.detail, reference, registryName(registry), vscode.l10n.t);
		if (!wantsLogin) throw new Error(text, { cause: error });
		const logIn = vscode.l10n.t("Log In…");
		void Promise.resolve(showErrorMessage(text, logIn)).then((answer) => {
			if (answer === logIn) void vscode.commands.executeCommand("hullwright.registry.logIn", registry);
		});
		return false;
	}
}

export function layersText({ layers, done, current, total }: LayerProgress): string {
	const { t } = vscode.l10n;
	if (layers === 0) return "";
	const text = layers === 1 ? t("{0} of 1 layer", done) : t("{0} of {1} layers", done, layers);
	return total > 0 ? `${text} · ${t("{0} of {1}", sizeText(current), sizeText(total))}` : text;
}
