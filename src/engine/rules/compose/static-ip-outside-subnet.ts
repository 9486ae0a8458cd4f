import { isWithin, parseAddress } from "../../compose/facts/subnets.ts";
import { subnetsOf } from "../../compose/facts/network-subnets.ts";
import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "static-ip-outside-subnet",
	category: "correctness",
	severity: "error",
	title: "A fixed address is in none of its network's subnets",
	why: [
		"`docker compose config` takes such a file, and `up` fails at the container: the engine gives out addresses of the subnets under `ipam` alone, and fixed ones only where there are such.",
	],
	fixes: { never: "Which address is free, only who runs the network knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      inner:
				        ipv4_address: 10.5.1.10
				networks:
				  inner:
				    ipam:
				      config:
				        - subnet: 10.5.0.0/24
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks:
				      inner:
				        ipv4_address: 10.5.0.10
				networks:
				  inner:
				    ipam:
				      config:
				        - subnet: 10.5.0.0/24
			`,
		},
	],
	needs: ["ipv4_address", "ipv6_address"],

	*check(file) {
		const networks = entryOf(file.project.model, "networks");
		for (const { value: service } of file.services) {
			const used = entryOf(service, "networks");
			if (used?.kind !== "mapping") continue;
			for (const [name, { value: own }] of used.entries) {
				for (const kind of ["ipv4_address", "ipv6_address"]) {
					const held = entryOf(own, kind);
					const at = rangeIn(file, held);
					const address = parseAddress(literalOf(held) ?? "");
					const subnets = at && address ? subnetsOf(entryOf(networks, name)) : undefined;
					if (!at || !address || !subnets || subnets.some(({ subnet }) => isWithin(address, subnet))) continue;
					const message =
						subnets.length === 0
							? say`the network \`${name}\` has no subnet of its own under \`ipam\`, from which the address could be`
							: say`the address is in none of the subnets of \`${name}\`: ${subnets.map(({ text }) => text).join(", ")}`;
					yield { at, message };
				}
			}
		}
	},
});
