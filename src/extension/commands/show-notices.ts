import * as vscode from "vscode";
import type { Wish } from "../notices/wish.ts";
import type { Command } from "./command.ts";
import { onTitle } from "./menus.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

export default {
	id: "hullwright.showNotices",
	title: "Show What I Am Told Of…",
	menus: [onTitle("containers", "2_show@3")],
	async run(services) {
		const { t } = vscode.l10n;
		const notices = await services.notices();
		if (notices.wishes.length === 0) {
			void showInformationMessage(t("You are told of nothing. “Tell Me When…” on a container's row changes that."));
			return;
		}
		const items = notices.wishes.map((wish) => ({ label: wish.name, description: textOf(wish), id: wish.id }));
		const chosen = await showQuickPick(items, { canPickMany: true, placeHolder: t("Those that you choose are taken away") });
		if (chosen && chosen.length > 0) await notices.remove(new Set(chosen.map(({ id }) => id)));
	},
} satisfies Command;

function textOf(wish: Wish): string {
	const { t } = vscode.l10n;
	switch (wish.kind) {
		case "healthy":
			return t("when it is healthy");
		case "exited":
			return t("when it has exited");
		case "restarts":
			return t("when it was restarted more than {0} times", wish.most);
		case "line":
			return t("when a line matches {0}", wish.text);
	}
}
