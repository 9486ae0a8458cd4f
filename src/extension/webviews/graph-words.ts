import * as vscode from "vscode";
import type { Words } from "../../webviews/compose-graph/protocol.ts";

/** What the page of a file's graph says. */
export function graphWords(file: string): Words {
	const { t } = vscode.l10n;
	return {
		picture: t("Services of {0}, with what they depend on", file),
		zoomIn: t("Larger"),
		zoomOut: t("Smaller"),
		fit: t("Show all"),
		copy: t("Copy…"),
		export: t("Export…"),
		noEngine: t("No engine is connected, so nothing is known of containers."),
		empty: t("There are no services yet."),
		service: t("Service"),
		state: t("State"),
		dependsOn: t("Depends on"),
		networks: t("Networks"),
		volumes: t("Volumes"),
		ports: t("Ports"),
		profiles: t("Profiles"),
		missing: t("not defined"),
		external: t("made elsewhere"),
		circle: t("in a circle"),
		optional: t("can be left out"),
		readOnly: t("read-only"),
		started: t("started"),
		healthy: t("healthy"),
		completed: t("completed"),
	};
}
