import * as vscode from "vscode";
import { isConnectionError, isDockerError } from "../../docker/errors.ts";
import type { Services } from "./command.ts";
import { explain } from "./explain.ts";
import { commands } from "./index.ts";
import { showErrorMessage, showWarningMessage } from "../window.ts";

/** Runs a command so that a failing one is logged and told to the user once, here, and needs no try/catch of its own. */
export async function runCommand(id: string, services: Services, args: never[]): Promise<void> {
	try {
		const wanted = wantedBy(id, args, services);
		if (!wanted) return;
		const command = commands.find((each) => each.id === wanted.id);
		if (!command) throw new Error(`There is no command ${wanted.id}`);
		if (command.needsTrust && !vscode.workspace.isTrusted) await askForTrust();
		else await command.run(services, ...wanted.args);
	} catch (error) {
		services.log.error(id, error instanceof Error && !isDockerError(error) ? error : String(error));
		// Not awaited: the command is over, the message stays until it is closed.
		void tell(error, services);
	}
}

/** What a key is pressed with: the view whose selected rows are meant, and the commands of those kinds of rows that want another one, or none (VS Code's own). */
type Key = { readonly selectionOf: string; readonly byKind?: Readonly<Record<string, string | null>> };

/** A menu gives the rows themselves, or, in the table of containers, an id. Nothing selected: as from the palette. Undefined: nothing is to be done. */
function wantedBy(id: string, args: never[], { selectionIn }: Services): { readonly id: string; readonly args: never[] } | undefined {
	const { selectionOf, byKind = {}, containerId } = (args[0] ?? {}) as Partial<Key> & { readonly containerId?: string };
	if (containerId) return { id, args: [containerId] as never[] };
	if (selectionOf === undefined) return { id, args };
	const selected = selectionIn(selectionOf);
	const [first] = selected;
	if (!first) return { id, args: [] };
	const other = byKind[first.kind];
	return other === null ? undefined : { id: other ?? id, args: [first, selected] as never[] };
}

async function askForTrust(): Promise<void> {
	const manage = vscode.l10n.t("Manage Workspace Trust");
	const message = vscode.l10n.t("Hullwright changes nothing in Restricted Mode. Trust this workspace to act on containers and images from here.");
	if ((await showWarningMessage(message, manage)) === manage) await vscode.commands.executeCommand("workbench.trust.manage");
}

async function tell(error: unknown, { log, connectionReport }: Services): Promise<void> {
	const showLog = vscode.l10n.t("Show Log");
	const diagnose = vscode.l10n.t("Diagnose Connection");
	const isConnection = isDockerError(error) && isConnectionError(error);
	const chosen = await showErrorMessage(explain(error), ...(isConnection ? [diagnose] : []), showLog);
	if (chosen === showLog) log.show();
	if (chosen === diagnose) await connectionReport.show();
}
