import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { openProgramTerminal } from "./program-terminal.ts";

/**
 * Attaches a terminal to a container that is made and does not run yet, and then has it started, so that nothing that it writes is missed.
 * Resolves once it is started. Where it is not, the terminal is gone again.
 */
export function startInTerminal(
	{ containers }: Pick<Docker, "containers">,
	{ id, name, banner }: { readonly id: string; readonly name: string; readonly banner: string },
	startIt: () => Promise<void>,
): Promise<void> {
	const { t } = vscode.l10n;
	return new Promise((resolve, reject) => {
		const terminal = openProgramTerminal({
			name,
			icon: "terminal",
			banner,
			async start(size, output) {
				try {
					const attached = await containers.attach(id, size, output);
					await startIt().catch((error: unknown) => {
						attached.close();
						throw error;
					});
					attached.resize(size);
					resolve();
					return attached;
				} catch (error) {
					reject(error as Error);
					terminal.dispose();
					throw error;
				}
			},
			end: (exitCode) => (exitCode === undefined ? t("Detached. {0} goes on.", name) : t("{0} has ended, with exit code {1}.", name, exitCode)),
		});
	});
}
