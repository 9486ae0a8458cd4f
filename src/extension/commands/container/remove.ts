import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import { plainText } from "../../../docker/plain-text.ts";
import type { Container } from "../../../docker/resources/container.ts";
import type { Network } from "../../../docker/resources/network.ts";
import type { Volume } from "../../../docker/resources/volume.ts";
import type { Node } from "../../explorer/kind.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { activityOf, stateText } from "../../explorer/container-state.ts";
import type { ProjectNode } from "../../explorer/kinds/container-groups.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { anyContainers, gathered, onRows } from "../menus.ts";
import { saveVolumesFirst } from "../save-volumes-first.ts";
import { actOnAll, containersFor, list, type Target } from "../targets.ts";
import { showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.container.remove",
	title: "Remove Container…",
	icon: "trash",
	needsTrust: true,
	menus: [
		onRows("containers", {
			rows: `^container (running|paused|restarting|stopped|dead)|${gathered("running|paused|restarting|stopped|dead")}`,
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
		if (choice.chosen.length === 0) return;
		const left = await leftBy(docker, clicked, selected, choice.chosen);
		const answer = await confirm(docker, choice.chosen, left);
		if (answer === "none") return;
		const removeThem = (): Promise<void> => actOnAll(choice, docker.containers.remove);
		if (answer === "save") {
			const names = left.volumes.map(({ id }) => id);
			let isBegun = false;
			const begin = (): Promise<void> => ((isBegun = true), removeThem());
			const isSaved = await saveVolumesFirst(services, docker, names, begin);
			if (isBegun) await removeLeft(docker, { networks: left.networks, volumes: isSaved ? left.volumes : [] });
			return;
		}
		await removeThem();
		await removeLeft(docker, { networks: left.networks, volumes: answer === "volumes" ? left.volumes : [] });
	},
} satisfies Command;

/** So long is looked for how much goes, in milliseconds, and of so many. */
const [patience, mostMeasured] = [1_500, 20];

/** What Compose has made for whole projects, and nobody else uses. */
type Left = { readonly networks: readonly Network[]; readonly volumes: readonly Volume[] };

async function leftBy(docker: Docker, clicked: Target, selected: readonly Node[] | undefined, chosen: readonly Container[]): Promise<Left> {
	const nodes = typeof clicked !== "object" ? [] : selected?.some(({ id }) => id === clicked.id) ? selected : [clicked];
	const projects = new Set(nodes.flatMap((node) => (node.kind === "project" ? [(node as ProjectNode).name] : [])));
	if (projects.size === 0) return { networks: [], volumes: [] };
	await docker.connection.use(() => Promise.all([docker.settled("networks"), docker.settled("volumes")]));
	const going = new Set(chosen.map(({ id }) => id));
	const others = [...docker.model.containers.values()].filter(({ id }) => !going.has(id));
	const used = {
		networks: new Set(others.flatMap(({ networks }) => networks.map(({ name }) => name))),
		volumes: new Set(others.flatMap(({ volumes }) => volumes.map(({ name }) => name))),
	};
	return {
		networks: [...docker.model.networks.values()].filter(({ name, project = "" }) => projects.has(project) && !used.networks.has(name)),
		volumes: [...docker.model.volumes.values()].filter(({ id, project = "" }) => projects.has(project) && !used.volumes.has(plainText(id))),
	};
}

/** Once their containers are gone. Each that stays is named, with the reason. */
async function removeLeft(docker: Docker, { networks, volumes }: Left): Promise<void> {
	const jobs = [
		...networks.map(({ name, id }) => [name, () => docker.networks.remove(id)] as const),
		...volumes.map(({ id }) => [plainText(id), () => docker.volumes.remove(id, false)] as const),
	];
	const results = await Promise.allSettled(jobs.map(([, remove]) => remove()));
	const failures = results.flatMap((result, index) => (result.status === "rejected" ? [`${jobs[index]?.[0]}: ${explain(result.reason)}`] : []));
	if (failures.length > 0) throw new Error(failures.join(" "));
}

async function confirm(docker: Docker, containers: readonly Container[], { networks, volumes }: Left): Promise<"none" | "containers" | "volumes" | "save"> {
	const { t } = vscode.l10n;
	const active = containers.filter(({ state }) => ["running", "paused", "restarting"].includes(state)).length;
	const question = containers.length === 1 ? t("Remove the container {0}?", containers[0]?.name ?? "") : t("Remove {0} containers?", containers.length);
	const notes = [
		...(active === 0
			? []
			: [active === 1 ? t("One of them is running and will be stopped first.") : t("{0} of them are running and will be stopped first.", active)]),
		t("What was written inside goes with them; their volumes and images stay."),
	];
	const alsoNetworks = networks.length === 0 ? [] : [t("With them go the networks of the project: {0}", list(networks.map(({ name }) => name)))];
	const alsoVolumes =
		volumes.length === 0 ? [] : [t("Only if you want it, its volumes, with all that is in them: {0}", list(volumes.map(({ id }) => plainText(id))))];
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
	const [withVolumes, saveFirst] = [t("Remove with Volumes"), t("Remove, Volumes Saved First…")];
	const options = { modal: true, detail: [detail, ...alsoNetworks, ...alsoVolumes].join("\n\n") };
	const answer = await showWarningMessage(question, options, verb, ...(volumes.length > 0 ? [withVolumes, saveFirst] : []));
	return answer === verb ? "containers" : answer === withVolumes ? "volumes" : answer === saveFirst ? "save" : "none";
}
