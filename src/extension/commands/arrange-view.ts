import * as vscode from "vscode";
import type { Arrangement, Choice } from "../explorer/kind.ts";
import type { Command } from "./command.ts";
import { onTitle, type View } from "./menus.ts";
import { createQuickPick } from "../window.ts";

type Item = vscode.QuickPickItem & { readonly change?: Partial<Arrangement> };

/** How a view is sorted and grouped, and by what words it is filtered: what is typed filters at once. */
export const arrangeView = (view: Exclude<View, "disk">, title: string): Command => ({
	id: `hullwright.arrange.${view}`,
	title,
	icon: "list-filter",
	menus: [onTitle(view, "navigation@0")],
	async run({ explorer }) {
		const shown = await explorer(`hullwright.${view}`)?.explorer();
		if (!shown) return;
		await vscode.commands.executeCommand(`hullwright.${view}.focus`);
		const picker = createQuickPick<Item>();
		const show = (): void => {
			const { order, grouping, scope, filter } = shown.arrangement;
			picker.items = [
				...(filter
					? [{ label: vscode.l10n.t("Clear the Filter"), iconPath: new vscode.ThemeIcon("clear-all"), alwaysShow: true, change: { filter: "" } }]
					: []),
				...choices(vscode.l10n.t("Sort"), shown.kind.orders, order, (id) => ({ order: id })),
				...choices(vscode.l10n.t("Group"), shown.kind.groupings ?? [], grouping, (id) => ({ grouping: id })),
				...choices(vscode.l10n.t("Show"), shown.kind.scopes ?? [], scope, (id) => ({ scope: id })),
			];
		};
		picker.placeholder = vscode.l10n.t("Type words to filter by; Enter keeps them");
		picker.value = shown.arrangement.filter ?? "";
		show();
		await new Promise<void>((resolve) => {
			picker.onDidChangeValue((filter) => {
				shown.setArrangement({ ...shown.arrangement, filter });
				show();
				// What is chosen with Enter is the filter, not the first way to sort.
				picker.activeItems = [];
			});
			picker.onDidAccept(() => {
				const [item] = picker.activeItems;
				if (!item?.change) return picker.hide();
				shown.setArrangement({ ...shown.arrangement, ...item.change });
				if (item.change.filter === "") picker.value = "";
				show();
			});
			picker.onDidHide(() => resolve());
			picker.show();
			picker.activeItems = [];
		});
		picker.dispose();
	},
});

function choices(group: string, of: readonly Choice[], chosen: string | undefined, change: (id: string) => Partial<Arrangement>): readonly Item[] {
	if (of.length < 2) return [];
	const isChosen = (id: string): boolean => (of.some((each) => each.id === chosen) ? id === chosen : id === of[0]?.id);
	return [
		{ label: group, kind: vscode.QuickPickItemKind.Separator },
		...of.map(({ id, title }) => ({
			label: title(vscode.l10n.t),
			iconPath: new vscode.ThemeIcon(isChosen(id) ? "check" : "blank"),
			alwaysShow: true,
			change: change(id),
		})),
	];
}
