import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { shownIn } from "../long-task.ts";
import { onTitle } from "../menus.ts";
import { whyNoName } from "../resource-names.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.volume.create",
	title: "Create Volume…",
	icon: "add",
	needsTrust: true,
	menus: [onTitle("volumes", "navigation@2")],
	async run(services) {
		const { t } = vscode.l10n;
		const { volumes } = await services.docker();
		const title = t("Create Volume");
		const name = await showInputBox({ title, prompt: t("Name; empty lets the engine choose one"), validateInput: whyNoName });
		if (name === undefined) return;
		const drivers = await volumes.drivers();
		const driver = drivers.length > 1 ? await showQuickPick(drivers, { title, placeHolder: t("Driver") }) : drivers[0];
		if (driver === undefined) return;
		const text = await showInputBox({ title, prompt: t("Labels, with commas between; empty for none"), placeHolder: "team=shop, tier=db" });
		if (text === undefined) return;
		await shownIn("volumes", () => volumes.create({ name: name.trim(), driver, labels: labelsOf(text) }));
	},
} satisfies Command;

const labelsOf = (text: string): Readonly<Record<string, string>> =>
	Object.fromEntries(
		text
			.split(",")
			.map((label) => label.trim())
			.filter(Boolean)
			.map((label) => [label.replace(/=.*$/s, ""), label.includes("=") ? label.slice(label.indexOf("=") + 1) : ""]),
	);
