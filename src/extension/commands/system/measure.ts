import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.system.measure",
	title: "Measure Disk Usage",
	icon: "refresh",
	menus: [onTitle("disk", "navigation@2")],
	async run({ disk }) {
		// From the palette: the view is opened, and measures.
		await vscode.commands.executeCommand("hullwright.disk.focus");
		await disk.measure();
	},
} satisfies Command;
