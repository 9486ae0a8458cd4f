import { subnetsOf, type NetworkSubnet } from "../../compose/facts/network-subnets.ts";
import { type LintedCompose, literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "subnet-overlap",
	category: "correctness",
	severity: "warning",
	title: "Two networks have addresses in common",
	why: ["`docker compose config` takes such a file, and `up` fails at the second of the networks: “Pool overlaps with other one on this address space”."],
	fixes: { never: "Which addresses are free, only who runs the host knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [front, back]
				networks:
				  front:
				    ipam:
				      config:
				        - subnet: 172.28.0.0/16
				  back:
				    ipam:
				      config:
				        - subnet: 172.28.5.0/24
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [front, back]
				networks:
				  front:
				    ipam:
				      config:
				        - subnet: 172.28.0.0/16
				  back:
				    ipam:
				      config:
				        - subnet: 172.29.5.0/24
			`,
		},
	],
	needs: ["subnet"],

	*check(file) {
		const subnets = bridgesIn(file);
		let open: typeof subnets = [];
		for (const own of subnets) {
			open = open.filter(({ subnet }) => subnet.bits === own.subnet.bits && subnet.last >= own.subnet.first);
			const other = open[0];
			open = [...open.slice(0, 10), own];
			if (!other || other.network === own.network) continue;
			const [first, second] = other.order < own.order ? [other, own] : [own, other];
			const [before, at] = [rangeIn(file, first.value), rangeIn(file, second.value)];
			if (!at) continue;
			yield {
				at,
				message: say`the network \`${first.network}\` has addresses of this subnet, too`,
				...(before && { related: [{ at: before, message: say`its subnet is here` }] }),
			};
		}
	},
});

/** Of networks that are made with the services that start, by their addresses. Those of other drivers may share them. */
function bridgesIn({ project, allServices }: LintedCompose): readonly (NetworkSubnet & { readonly network: string; readonly order: number })[] {
	const networks = entryOf(project.model, "networks");
	if (networks?.kind !== "mapping") return [];
	const used = new Set<string>();
	for (const [name, service] of allServices) {
		const own = project.enabled.has(name) ? entryOf(service, "networks") : undefined;
		if (own?.kind === "mapping") for (const network of own.entries.keys()) used.add(network);
	}
	const found = [...networks.entries].flatMap(([network, { value }]) => {
		const isBridge = /^(?:bridge)?$/.test(literalOf(entryOf(value, "driver")) ?? "");
		return used.has(network) && isBridge ? (subnetsOf(value) ?? []).map((each) => ({ ...each, network })) : [];
	});
	const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);
	return found
		.map((each, order) => ({ ...each, order }))
		.sort((one, other) => one.subnet.bits - other.subnet.bits || compare(one.subnet.first, other.subnet.first) || one.order - other.order);
}
