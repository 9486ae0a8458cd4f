import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { NetworkNode } from "../../explorer/kinds/network.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { onRows } from "../menus.ts";
import { networksFor } from "../rows-for.ts";
import { list, type Target } from "../targets.ts";
import { showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.network.remove",
	title: "Remove Network…",
	icon: "trash",
	needsTrust: true,
	menus: [onRows("networks", { rows: "^(network own|gathering )", orAmong: "^(network|gathering) ", group: "9_remove@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const chosen = await networksFor(docker, clicked, selected, {
			placeholder: t("Networks to remove"),
			suits: ({ network }) => !["bridge", "host", "none", "podman"].includes(network.name),
			none: t("There are no networks that could be removed."),
		});
		const used = chosen.filter(({ users }) => users.length > 0);
		const free = chosen.filter(({ users }) => users.length === 0);
		if (free.length === 0 && used.length > 0) throw new Error(used.map(inUse).join(" "));
		const [first] = free;
		if (!first) return;
		const question = free.length === 1 ? t("Remove the network {0}?", first.network.name) : t("Remove {0} networks?", free.length);
		const detail = [list(free.map(({ network }) => network.name)), ...used.map(inUse)].join("\n\n");
		const remove = t("Remove");
		if ((await showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return;
		const run = (): Promise<PromiseSettledResult<void>[]> => Promise.allSettled(free.map(({ network }) => docker.networks.remove(network.id)));
		const results = await withProgress({ location: { viewId: "hullwright.networks" } }, run);
		const failures = results.flatMap((result, index) => (result.status === "rejected" ? [`${free[index]?.network.name}: ${explain(result.reason)}`] : []));
		if (failures.length > 0) throw new Error(failures.join(" "));
	},
} satisfies Command;

const inUse = ({ network, users }: NetworkNode): string =>
	vscode.l10n.t("{0} is not removed: {1} is in it. Disconnect the containers first.", network.name, users.map(({ container }) => container.name).join(", "));
