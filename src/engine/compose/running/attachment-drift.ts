import { type Difference, fieldsIn, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

/** As what a container is known in networks that it is in anyway, and at which ports others there may expect it. */
export function attachmentDrift({ service, networks }: Wanted, { container }: Made): readonly Difference[] {
	const there = container.NetworkSettings?.Networks ?? {};
	const joined = Object.entries(fieldsIn(service["networks"])).flatMap(([key, value]): readonly Difference[] => {
		const endpoint = there[networks.get(key) ?? key];
		if (!endpoint) return [];
		const said = fieldsIn(value);
		const aliases = itemsIn(said["aliases"]).map(String);
		const own = endpoint.Aliases ?? [];
		const missing = aliases.filter((alias) => !own.includes(alias));
		const { IPv4Address = "", IPv6Address = "" } = endpoint.IPAMConfig ?? {};
		return [
			...ifOther("aliases", "", missing.join(", ")),
			...ifOther("ipv4_address", IPv4Address, textIn(said["ipv4_address"]) ?? ""),
			...ifOther("ipv6_address", IPv6Address, textIn(said["ipv6_address"]) ?? ""),
		].map(({ message }) => ({ key: "networks", message }));
	});
	return [...joined, ...exposedDrift(service["expose"], container.Config?.ExposedPorts)];
}

function exposedDrift(expose: Wanted["service"][string] | undefined, there: Readonly<Record<string, unknown>> | null | undefined): readonly Difference[] {
	const own = Object.keys(there ?? {}).map(withProtocol);
	const here = itemsIn(expose).map((port) => withProtocol(textIn(port) ?? ""));
	// Of a range each port is exposed by itself, and not every engine tells of any.
	const missing = there ? here.filter((port) => /^\d+\//.test(port) && !own.includes(port)) : [];
	return ifOther("expose", "", missing.map((port) => port.replace(/\/tcp$/, "")).join(", "));
}

/** Compose may leave it out where it asks the engine. */
const withProtocol = (port: string): string => (port.includes("/") ? port : `${port}/tcp`);
