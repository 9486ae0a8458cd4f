import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Container } from "../../../docker/resources/container.ts";
import type { Node } from "../../explorer/kind.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { activityOf, stateText } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { actOnAll, containersFor, list, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.remove",
	title: "Remove Container…",
	icon: "trash",
	needsTrust: true,
	menus: [
		onRows("containers", {
			rows: `^container (running|paused|restarting|stopped)|${gathered("running|paused|restarting|stopped")}`,
			orAmong: anyContainers,
			group: "9_remove@1",
		}),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const choice = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to remove"),
			suits: (container) => activityOf(container) !== "busy",
			none: vscode.l10n.t("There are no containers that could be removed."),
		});
		if (choice.chosen.length > 0 && (await confirm(docker, choice.chosen))) await actOnAll(choice, docker.containers.remove);
	},
} satisfies Command;

/** So long is looked for how much goes, in milliseconds, and of so many. */
const [patience, mostMeasured] = [1_500, 20];

async function confirm(docker: Docker, containers: readonly Container[]): Promise<boolean> {
	const { t } = vscode.l10n;
	const active = containers.filter(({ state }) => ["running", "paused", "restarting"].includes(state)).length;
	const question = containers.length === 1 ? t("Remove the container {0}?", containers[0]?.name ?? "") : t("Remove {0} containers?", containers.length);
	const notes = [
		...(active === 0
			? []
			: [active === 1 ? t("One of them is running and will be stopped first.") : t("{0} of them are running and will be stopped first.", active)]),
		t("What was written inside goes with them; their volumes and images stay."),
	];
	const signal = AbortSignal.timeout(patience);
	const measured = containers.slice(0, mostMeasured).map(async ({ id }) => [id, await docker.containers.written(id, signal).catch(() => 0)] as const);
	const written = new Map(await Promise.all(measured));
	const lines = containers.map((container) => {
		const bytes = written.get(container.id) ?? 0;
		const facts = [stateText(container, t), container.image, ...(bytes > 0 ? [t("{0} written inside", sizeText(bytes))] : [])];
		return `${container.name} (${facts.join(", ")})`;
	});
	const verb = active > 0 ? t("Stop and Remove") : t("Remove");
	const detail = `${list(lines)}\n\n${(containers.length === 1 && active === 1 ? [t("It is running and will be stopped first."), notes.at(-1)] : notes).join(" ")}`;
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, verb)) === verb;
}
