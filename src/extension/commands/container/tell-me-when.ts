import * as vscode from "vscode";
import type { Notices } from "../../notices/notices.ts";
import { type What, wishFor } from "../../notices/wish.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.tellMeWhen",
	title: "Tell Me When…",
	menus: [onRows("containers", { rows: "^container ", group: "3_later@1", within: "show" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container that you want to be told of"),
		});
		const notices = await services.notices();
		const what = container && (await ask(container.name, notices));
		if (container && what) await notices.set(wishFor(container, what));
	},
} satisfies Command;

async function ask(name: string, { canFind }: Pick<Notices, "canFind">): Promise<What | undefined> {
	const { t } = vscode.l10n;
	const kinds = [
		{ label: t("It Is Healthy"), kindOf: "healthy" },
		{ label: t("It Has Exited"), detail: t("By itself: not where you stop it, here or elsewhere."), kindOf: "exited" },
		{ label: t("It Was Restarted More Often Than…"), kindOf: "restarts" },
		{ label: t("A Line of Its Log Matches…"), detail: t("Its log is followed while this is set."), kindOf: "line" },
	] as const;
	const chosen = await showQuickPick(kinds, {
		title: t("Tell me when, of {0}", name),
		placeHolder: t("Once for each change, until you take it away"),
	});
	if (!chosen) return undefined;
	const { kindOf } = chosen;
	switch (kindOf) {
		case "healthy":
		case "exited":
			return { kind: kindOf };
		case "restarts": {
			const most = await showInputBox({
				prompt: t("Restarts by its restart policy, more than"),
				value: "3",
				validateInput: (typed) => (/^\d{1,6}$/.test(typed.trim()) ? undefined : t("This has to be a number.")),
			});
			return most === undefined ? undefined : { kind: "restarts", most: Number(most) };
		}
		case "line": {
			const text = await showInputBox({
				prompt: t("A text, whatever the case of its letters, or /a pattern/"),
				validateInput: (typed) => (canFind(typed) ? undefined : t("This is no text and no pattern that can be looked for.")),
			});
			return text ? { kind: "line", text } : undefined;
		}
	}
}
