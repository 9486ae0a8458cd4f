import { literalOf } from "../linted.ts";
import { entryOf, textOf, type Value } from "../value.ts";
import { parseSubnet, type Subnet } from "./subnets.ts";

export type NetworkSubnet = { readonly value: Value; readonly text: string; readonly subnet: Subnet };

/** The subnets that are written for a network that Compose makes with a driver of Docker's; undefined where they are another's affair, or come of variables. */
export function subnetsOf(network: Value | undefined): readonly NetworkSubnet[] | undefined {
	const driver = entryOf(network, "driver");
	if (!network || isExternal(network) || (driver && !/^(?:bridge|macvlan|ipvlan)?$/.test(literalOf(driver) ?? "?"))) return undefined;
	const ipam = entryOf(network, "ipam");
	const ipamDriver = entryOf(ipam, "driver");
	if (ipamDriver && !/^(?:default)?$/.test(textOf(ipamDriver) ?? "")) return undefined;
	const configurations = entryOf(ipam, "config");
	const found: NetworkSubnet[] = [];
	for (const each of configurations?.kind === "sequence" ? configurations.items : []) {
		const value = entryOf(each, "subnet");
		if (!value) continue;
		const text = literalOf(value);
		const subnet = text === undefined ? undefined : parseSubnet(text);
		if (text === undefined || !subnet) return undefined;
		found.push({ value, text, subnet });
	}
	return found;
}

function isExternal(resource: Value): boolean {
	const external = entryOf(resource, "external");
	return external !== undefined && !(external.kind === "boolean" && !external.value);
}
