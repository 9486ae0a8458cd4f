import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { hasFixedNetwork } from "../../explorer/container-state.ts";
import type { Node } from "../../explorer/kind.ts";
import type { NetworkNode } from "../../explorer/kinds/network.ts";
import type { UserNode } from "../../explorer/kinds/user.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { onEachPair } from "./each-pair.ts";
import { networksFor } from "../rows-for.ts";
import { containerFor, containersFor, type Target } from "../targets.ts";
import { showInformationMessage, showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.network.disconnect",
	title: "Disconnect Container from Network…",
	icon: "debug-disconnect",
	needsTrust: true,
	menus: [
		onRows("networks", { rows: "^user$", orAmong: "^user$", group: "3_change@8" }),
		onRows("networks", { rows: "^network .* used$", group: "3_change@8" }),
		onRows("containers", { rows: "^container (running|paused|restarting|stopped)(?!.* fixed)", group: "3_network@2", within: "change" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const pairs = await pairsFor(docker, clicked, selected);
		if (pairs.length === 0) return;
		const disconnect = t("Disconnect");
		const [[network, container] = []] = pairs;
		const question =
			pairs.length === 1 ? t("Disconnect {0} from {1}?", container?.name ?? "", network?.network.name ?? "") : t("Disconnect {0} times?", pairs.length);
		const detail = t("Connections over the network are cut; others there do not find it by its name any more.");
		if ((await showWarningMessage(question, { modal: true, detail }, disconnect)) !== disconnect) return;
		await onEachPair(
			pairs.map(([from, who]) => [from.network, who] as const),
			docker.networks.disconnect,
		);
	},
} satisfies Command;

async function pairsFor(docker: Docker, clicked: Target, selected: readonly Node[] | undefined): Promise<readonly (readonly [NetworkNode, Container])[]> {
	const { t } = vscode.l10n;
	if (isMember(clicked)) {
		const members = selected?.some(({ id }) => id === clicked.id) ? selected.filter(isMember) : [clicked];
		const free = members.filter((member) => !hasFixedNetwork(member.container));
		if (free.length === 0)
			void showInformationMessage(t("{0} has the network of its host, and leaves it only where it is made again.", clicked.container.name));
		return free.map(({ parent, container }) => [parent, container]);
	}
	if (typeof clicked === "object" && clicked.kind === "network") {
		const [node] = await networksFor(docker, clicked, undefined, { placeholder: "", none: t("There are no networks.") });
		if (!node) return [];
		const members = node.users.map(({ container }) => container.id);
		const { chosen } = await containersFor(docker, undefined, undefined, {
			placeholder: t("Containers that are to leave {0}", node.network.name),
			suits: (each) => members.includes(each.id) && !hasFixedNetwork(each),
			none: t("No container is in it."),
		});
		return chosen.map((container) => [node, container]);
	}
	const container = await containerFor(docker, clicked, {
		placeholder: t("Container that is to leave a network"),
		suits: (each) => each.networks.length > 0 && !hasFixedNetwork(each),
		none: t("No container is in a network."),
	});
	if (!container) return [];
	const nodes = await networksFor(docker, undefined, undefined, {
		placeholder: t("Networks that {0} is to leave", container.name),
		suits: ({ users }) => users.some((user) => user.container.id === container.id),
		none: t("It is in no network."),
	});
	return nodes.map((node) => [node, container]);
}

const isMember = (target: Target): target is UserNode<NetworkNode> =>
	typeof target === "object" && target.kind === "user" && (target as UserNode<Node>).parent.kind === "network";
