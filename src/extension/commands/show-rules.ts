import * as vscode from "vscode";
import type { RuleRow } from "../../server/protocol.ts";
import { findListed } from "../rule-list.ts";
import type { Command } from "./command.ts";
import showRule from "./show-rule.ts";
import { createQuickPick } from "../window.ts";

/** Lists all rules as they are for the file in front, or else in the first folder; the chosen one's page is shown. */
export default {
	id: "hullwright.showRules",
	title: "Show Rules…",
	async run(services) {
		const uri = vscode.window.activeTextEditor?.document.uri ?? folderFile();
		const rows = await (await services.language.start()).rules(uri ?? vscode.Uri.parse("untitled:Dockerfile"));
		const placeHolder = vscode.l10n.t("Search rules by id, title, reason, or another linter's id; Enter shows the page");
		const chosen = await choose(rows.toSorted(byUse), placeHolder);
		if (chosen !== undefined) await showRule.run(services, chosen);
	},
} satisfies Command;

/** A Dockerfile as it would be linted in the first folder. */
function folderFile(): vscode.Uri | undefined {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	return folder && vscode.Uri.joinPath(folder.uri, "Dockerfile");
}

/** First what finds something, then what is on. */
function byUse(one: RuleRow, other: RuleRow): number {
	const isOff = ({ severity }: RuleRow): number => (severity === "off" ? 1 : 0);
	return other.count - one.count || isOff(one) - isOff(other) || (one.id < other.id ? -1 : 1);
}

/** The id of the rule that is chosen. Who types a whole name of a rule gets that alone, and not all in which its letters occur. */
function choose(rows: readonly RuleRow[], placeholder: string): Promise<string | undefined> {
	const picker = createQuickPick<ReturnType<typeof toItem>>();
	const all = rows.map(toItem);
	Object.assign(picker, { items: all, placeholder, matchOnDescription: true, matchOnDetail: true });
	picker.onDidChangeValue((value) => {
		const named = findListed(rows, value.trim());
		picker.items = named.length > 0 ? all.filter(({ id }) => named.some((row) => row.id === id)) : all;
	});
	picker.show();
	return new Promise((done) => {
		picker.onDidAccept(() => {
			done(picker.selectedItems[0]?.id);
			picker.hide();
		});
		picker.onDidHide(() => {
			done(undefined);
			picker.dispose();
		});
	});
}

const icons = { error: "error", warning: "warning", info: "info", off: "circle-slash" } as const;

function toItem({ id, title, why, names, severity, reason, count }: RuleRow) {
	const states = { error: vscode.l10n.t("error"), warning: vscode.l10n.t("warning"), info: vscode.l10n.t("info"), off: vscode.l10n.t("off") };
	const here = count > 0 ? [vscode.l10n.t("{0} here", count)] : [];
	return {
		label: id,
		iconPath: new vscode.ThemeIcon(icons[severity]),
		description: [`${states[severity]}: ${reason}`, ...here, names.join(", ")].filter(Boolean).join(" · "),
		detail: `${title}. ${why}`,
		id,
	};
}
