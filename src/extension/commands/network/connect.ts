import * as vscode from "vscode";
import type { Container } from "../../../docker/resources/container.ts";
import type { Network } from "../../../docker/resources/network.ts";
import type { Docker } from "../../../docker/docker.ts";
import { canJoinNetworks } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { onEachPair, type Pair } from "./each-pair.ts";
import { networksFor } from "../rows-for.ts";
import { containerFor, containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.network.connect",
	title: "Connect Container to Network…",
	icon: "plug",
	needsTrust: true,
	menus: [
		onRows("networks", { rows: "^network own (?!closed)", group: "3_change@7" }),
		onRows("containers", {
			rows: "^container (running|paused|restarting|stopped)(?!.* (fixed|alone))",
			orAmong: "^container ",
			group: "3_network@1",
			within: "change",
		}),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		await onEachPair(await pairsFor(docker, clicked, selected), (network, container) => docker.networks.connect(network, container));
	},
} satisfies Command;

/** From a network's row its containers are asked for; from rows of containers, and from the palette, the networks. */
async function pairsFor(docker: Docker, clicked: Target, selected: readonly Node[] | undefined): Promise<readonly Pair[]> {
	const { t } = vscode.l10n;
	const isIn = (network: Network, container: Container): boolean => container.networks.some(({ name }) => name === network.name);
	if (typeof clicked === "object" && clicked.kind === "network") {
		const [node] = await networksFor(docker, clicked, undefined, { placeholder: "", none: t("There are no networks.") });
		if (!node) return [];
		const { chosen } = await containersFor(docker, undefined, undefined, {
			placeholder: t("Containers that are to join {0}", node.network.name),
			suits: (container) => canJoinNetworks(container) && !isIn(node.network, container),
			none: t("There is no container that could join it."),
		});
		return chosen.map((container) => [node.network, container]);
	}
	const question = {
		placeholder: t("Container that is to join a network"),
		suits: canJoinNetworks,
		none: t("There is no container that could join a network."),
	};
	const isSeveral = clicked !== undefined && (selected?.length ?? 0) > 1;
	const one = isSeveral ? undefined : await containerFor(docker, clicked, question);
	const containers = isSeveral ? (await containersFor(docker, clicked, selected, question)).chosen : one ? [one] : [];
	if (containers.length === 0) return [];
	const nodes = await networksFor(docker, undefined, undefined, {
		placeholder: t("Networks that {0} is to join", containers.map(({ name }) => name).join(", ")),
		suits: ({ network }) => !network.isClosed && !["host", "none"].includes(network.name) && containers.some((container) => !isIn(network, container)),
		none: t("There is no network that it could join."),
	});
	return nodes.flatMap(({ network }) => containers.filter((container) => !isIn(network, container)).map((container) => [network, container] as const));
}
