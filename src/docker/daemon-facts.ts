import type { DaemonFacts, HeldPort } from "../engine/compose/daemon-facts.ts";
import type { Connection } from "./connection/connection.ts";
import type { Model } from "./resources/index.ts";

/** What is known of the daemon and of what is on it without asking again; undefined while it is away. */
export function daemonFacts(status: Connection["status"], { containers, networks, volumes }: Model): DaemonFacts | undefined {
	if (status.kind !== "connected") return undefined;
	const isDockers = status.product === "Docker";
	const ports = [...containers.values()].flatMap(({ state, ports: held, name, project, service, isOneOff }): readonly HeldPort[] =>
		state !== "running" && state !== "paused" && state !== "restarting"
			? []
			: held.flatMap(({ host, ip = "0.0.0.0", protocol }) =>
					host === undefined ? [] : [{ port: host, protocol, ip, container: name, project, service: isOneOff ? undefined : service }],
				),
	);
	return {
		version: isDockers ? status.version : undefined,
		apiVersion: isDockers ? status.apiVersion : undefined,
		memory: status.machine?.memory,
		cpus: status.machine?.cpus,
		ports,
		networks: [...networks.values()].map(({ name }) => name),
		volumes: [...volumes.keys()],
	};
}
