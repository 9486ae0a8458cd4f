import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { isDockerError } from "../../docker/errors.ts";
import { explain } from "./explain.ts";

/** All that a command may reach. A command takes what it needs from here and nothing from anywhere else. */
export type Services = {
	/** Loads the client on first use. */
	readonly docker: () => Promise<Docker>;
	readonly log: vscode.LogOutputChannel;
	/** Starts the language server, or ends it and starts it anew. */
	readonly restartLanguage: () => Promise<void>;
	/** The packed folder with a page for each rule, `<id>.md`. */
	readonly rulePages: vscode.Uri;
};

/**
 * `id` must be declared in package.json; test/extension/manifest.test.ts compares the two lists. A command that changes anything
 * `needsTrust`: it does not run in a workspace that the user has not trusted.
 */
export type Command = { readonly id: string; readonly needsTrust?: true; readonly run: (services: Services, ...args: never[]) => Promise<void> };

/** Registers commands so that a failing one is logged and told to the user once, here, and needs no try/catch of its own. */
export function registerCommands(commands: readonly Command[], services: Services): vscode.Disposable {
	return vscode.Disposable.from(
		...commands.map(({ id, needsTrust, run }) =>
			vscode.commands.registerCommand(id, async (...args: never[]) => {
				try {
					if (needsTrust && !vscode.workspace.isTrusted) await askForTrust();
					else await run(services, ...args);
				} catch (error) {
					services.log.error(id, error instanceof Error && !isDockerError(error) ? error : String(error));
					// Not awaited: the command is over, the message stays until it is closed.
					void tell(error, services.log);
				}
			}),
		),
	);
}

async function askForTrust(): Promise<void> {
	const manage = vscode.l10n.t("Manage Workspace Trust");
	const message = vscode.l10n.t("Hullwright changes nothing in Restricted Mode. Trust this workspace to act on containers and images from here.");
	if ((await vscode.window.showWarningMessage(message, manage)) === manage) await vscode.commands.executeCommand("workbench.trust.manage");
}

async function tell(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
	const showLog = vscode.l10n.t("Show Log");
	if ((await vscode.window.showErrorMessage(explain(error), showLog)) === showLog) log.show();
}
