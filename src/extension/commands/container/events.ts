import * as vscode from "vscode";
import { openEventTerminal } from "../../events/event-terminal.ts";
import type { Node } from "../../explorer/kind.ts";
import { subjectFor, titleOf } from "../../logs/log-sources.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.events",
	title: "Show Events",
	icon: "pulse",
	menus: [
		onRows("containers", { rows: "^container ", orAmong: anyContainers, group: "1_now@4", within: "show" }),
		onRows("containers", { rows: gathered(), group: "2_look@5" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers whose events to show"),
		});
		if (chosen.length === 0) return;
		const subject = subjectFor(clicked, selected, chosen);
		const of =
			subject.kind === "project" ? ({ kind: "project", name: subject.project } as const) : ({ kind: "containers", ids: chosen.map(({ id }) => id) } as const);
		openEventTerminal(docker, of, titleOf(subject)).terminal.show();
	},
} satisfies Command;
