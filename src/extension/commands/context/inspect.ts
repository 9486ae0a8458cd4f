import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";
import { contextFor } from "./context-for.ts";

export default {
	id: "hullwright.context.inspect",
	title: "Inspect Context…",
	icon: "json",
	menus: [onTitle("containers", "1_connection@3")],
	async run(services, given?: string) {
		const { contexts } = await services.docker();
		const here = [{ name: "default", host: vscode.l10n.t("this machine's own engine") }, ...(await contexts.list())];
		const name = await contextFor(here, given, vscode.l10n.t("Context to inspect"));
		if (name !== undefined) await services.inspections.show("context", name, name);
	},
} satisfies Command;
