import * as vscode from "vscode";
import type { Words } from "../../webviews/stats/protocol.ts";

/** What pages with live numbers say. */
export function chartWords(): Words {
	const { t } = vscode.l10n;
	return {
		cpu: t("Processor (of one)"),
		memory: t("Memory"),
		network: t("Network"),
		disk: t("Disks"),
		received: t("Received"),
		sent: t("Sent"),
		read: t("Read"),
		written: t("Written"),
		limit: t("Limit"),
		perSecond: t("/s"),
		container: t("Container"),
		state: t("State"),
		now: t("Now"),
		mean: t("On average"),
		highest: t("At most"),
		total: t("Since its start"),
		processes: t("Processes and threads"),
		summary: t("Now, and in the last ten minutes"),
		values: t("Every ten seconds, the newest first"),
		showValues: t("Show Values"),
		hideValues: t("Hide Values"),
		export: t("Export as CSV…"),
		time: t("Time"),
		noLimit: t("none"),
	};
}
