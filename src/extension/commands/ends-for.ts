import * as vscode from "vscode";
import type { End } from "../../docker/actions/ends.ts";
import type { Ends } from "../ends.ts";
import type { Node } from "../explorer/kind.ts";
import { exitText } from "../explorer/kinds/end.ts";
import type { Target } from "./targets.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** Of containers that removed themselves: those of the rows, of this name or id, or those that are chosen. */
export async function endsFor(
	{ current }: Ends,
	clicked: Target,
	selected: readonly Node[] | undefined,
	{ placeholder, isMany }: { readonly placeholder: string; readonly isMany: boolean },
): Promise<readonly End[]> {
	const { t } = vscode.l10n;
	if (typeof clicked === "string") return current.filter(({ id, name }) => id === clicked || name === clicked).slice(0, 1);
	if (clicked) {
		const rows = new Set((selected?.some(({ id }) => id === clicked.id) ? selected : [clicked]).map(({ id }) => id));
		return current.filter(({ id }) => rows.has(`end:${id}`));
	}
	if (current.length === 0) {
		void showInformationMessage(t("Nothing is left of a container that was run from here and removed itself."));
		return [];
	}
	const items = current.map((end) => ({ label: end.name, description: `${exitText(end, t)} · ${new Date(end.endedAt).toLocaleString()}`, end }));
	const options = { placeHolder: placeholder };
	const chosen = isMany
		? await showQuickPick(items, { ...options, canPickMany: true })
		: [await showQuickPick(items, options)].filter((item) => item !== undefined);
	return (chosen ?? []).map(({ end }) => end);
}
