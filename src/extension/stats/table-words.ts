import * as vscode from "vscode";
import type { ColumnId } from "../../engine/stats/table.ts";
import type { Words } from "../../webviews/table/protocol.ts";

export function columnTitles(): Readonly<Record<ColumnId, string>> {
	const { t } = vscode.l10n;
	return {
		name: t("Container"),
		project: t("Project"),
		state: t("State"),
		health: t("Health"),
		cpu: t("Processor"),
		memory: t("Memory"),
		network: t("Network (received / sent)"),
		disk: t("Disks (read / written)"),
		restarts: t("Restarts"),
		uptime: t("Up"),
		ports: t("Ports"),
		image: t("Image"),
		created: t("Age"),
	};
}

/** What the table of containers says besides. */
export function tableWords(): Words {
	const { t } = vscode.l10n;
	return {
		table: t("Containers, with what they use"),
		filter: t("Filter"),
		grouped: t("By project"),
		columns: t("Columns"),
		earlier: t("Move to the front"),
		later: t("Move to the back"),
		markdown: t("Copy as Markdown"),
		csv: t("Copy as CSV"),
		copied: t("{0} rows are in the clipboard.", "{0}"),
		sortAgain: t("Rows stay where they are while you are in the table: sort again"),
		project: t("Project {0}", "{0}"),
		noProject: t("In no project"),
		all: t("All"),
		running: t("{0} of {1} running", "{0}", "{1}"),
	};
}
