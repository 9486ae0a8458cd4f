import { plainText } from "../plain-text.ts";
import type { Kind } from "./kind.ts";

/** One network. `created` is in seconds since 1970; `subnets` are in CIDR notation; `project` is Compose's. */
export type Network = {
	readonly id: string;
	readonly name: string;
	readonly driver: string;
	readonly scope: string;
	/** Without a way to the outside. */
	readonly isInternal: boolean;
	readonly subnets: readonly string[];
	readonly created: number;
	readonly project?: string;
	/** No container can be connected to it by hand: it holds the configuration of others, or is for services of a swarm. */
	readonly isClosed?: true;
};

/** What of `GET /networks` is read. Every field may be missing: daemons and their versions differ. */
type ListedNetwork = {
	readonly Id?: string;
	readonly Name?: string;
	readonly Driver?: string;
	readonly Scope?: string;
	readonly Internal?: boolean;
	readonly Attachable?: boolean;
	readonly ConfigOnly?: boolean;
	readonly Created?: string;
	readonly IPAM?: { readonly Config?: readonly { readonly Subnet?: string }[] | null } | null;
	readonly Labels?: Readonly<Record<string, string>> | null;
};

export const networks: Kind<Network> = {
	events: ["network"],
	async list(api, abortSignal, ids) {
		return ((await api.listNetworks({ ...(ids && { filters: { id: [...ids] } }), abortSignal })) as readonly ListedNetwork[]).map(toNetwork);
	},
	reduce(before, { action }) {
		if (action === "destroy") return { after: undefined };
		// What is connected to a network is not in its row.
		return action === "create" || action === "update" ? { after: before, ask: "row" } : undefined;
	},
	facts: () => [],
};

function toNetwork(listed: ListedNetwork): Network {
	const labels = listed.Labels ?? {};
	const project = plainText(labels["com.docker.compose.project"] ?? labels["io.podman.compose.project"]);
	return {
		id: listed.Id ?? "",
		name: plainText(listed.Name),
		driver: plainText(listed.Driver),
		scope: plainText(listed.Scope),
		isInternal: listed.Internal ?? false,
		subnets: (listed.IPAM?.Config ?? []).flatMap(({ Subnet }) => (Subnet ? [plainText(Subnet)] : [])),
		created: Math.floor(Date.parse(listed.Created ?? "") / 1000) || 0,
		...(project && { project }),
		...((listed.ConfigOnly || (listed.Scope === "swarm" && listed.Attachable === false)) && { isClosed: true as const }),
	};
}
