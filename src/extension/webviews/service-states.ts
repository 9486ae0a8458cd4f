import type { Container } from "../../docker/resources/container.ts";
import type { Graph } from "../../engine/compose/graph/graph.ts";
import type { ServiceState } from "../../webviews/compose-graph/protocol.ts";
import { iconOf, stateText } from "../explorer/container-state.ts";
import type { Translate } from "../explorer/kind.ts";

/** Where the containers of each service stand, by Compose's own labels. */
export function serviceStates({ name, services }: Graph<unknown>, containers: Iterable<Container>, t: Translate): Readonly<Record<string, ServiceState>> {
	const byService = new Map<string, Container[]>();
	for (const container of containers) {
		if (container.project !== name || container.service === undefined || container.isOneOff) continue;
		if (!byService.get(container.service)?.push(container)) byService.set(container.service, [container]);
	}
	return Object.fromEntries(services.filter(({ isMissing }) => !isMissing).map((service) => [service.name, stateOf(byService.get(service.name) ?? [], t)]));
}

function stateOf(containers: readonly Container[], t: Translate): ServiceState {
	const [first] = containers;
	if (!first) return { text: t("not created"), colour: "stopped" };
	if (containers.length === 1) return { text: stateText(first, t), colour: iconOf(first).colour ?? "stopped" };
	const running = containers.filter(({ state }) => state === "running").length;
	const isFailed = containers.some((container) => iconOf(container).colour === "failed");
	return { text: t("{0} of {1} running", running, containers.length), colour: isFailed ? "failed" : running > 0 ? "running" : "stopped" };
}
