import { type Difference, fieldsIn, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

/** As what a container is known in networks that it is in anyway, and at which ports others there may expect it. */
export function attachmentDrift({ service, networks }: Wanted, made: Made): readonly Difference[] {
	const { container } = made;
	const there = container.NetworkSettings?.Networks ?? {};
	const wanted = Object.entries(fieldsIn(service["networks"]));
	// Compose 2 leaves out some of what is said here, and asks for no address that is said of the service.
	const isOfOldCompose = /^v?2\./.test(container.Config?.Labels?.["com.docker.compose.version"] ?? "");
	const address = isOfOldCompose && container.Config?.MacAddress === undefined ? undefined : textIn(service["mac_address"]);
	const joined = wanted.flatMap(([key, value]): readonly Difference[] => {
		const endpoint = there[networks.get(key) ?? key];
		if (!endpoint) return [];
		const said = fieldsIn(value);
		const aliases = itemsIn(said["aliases"]).map(String);
		const own = endpoint.Aliases ?? [];
		const missing = aliases.filter((alias) => !own.includes(alias));
		const gone = own.filter((alias) => !aliases.includes(alias) && !isGiven(alias, made));
		const { IPv4Address = "", IPv6Address = "", LinkLocalIPs } = endpoint.IPAMConfig ?? {};
		return [
			...ifOther("aliases", gone.join(", "), missing.join(", ")),
			...ifOther("ipv4_address", IPv4Address, textIn(said["ipv4_address"]) ?? ""),
			...ifOther("ipv6_address", IPv6Address, textIn(said["ipv6_address"]) ?? ""),
			...ifOther("link_local_ips", (LinkLocalIPs ?? []).join(", "), itemsIn(said["link_local_ips"]).map(String).join(", ")),
			...(isOfOldCompose && !endpoint.DriverOpts ? [] : ifOther("driver_opts", optionsIn(endpoint.DriverOpts ?? {}), optionsIn(fieldsIn(said["driver_opts"])))),
			...addressDrift(endpoint.MacAddress, textIn(said["mac_address"]) ?? (wanted.length === 1 ? address : undefined)),
		].map(({ message }) => ({ key: "networks", message }));
	});
	const isAnyAddress = service["mac_address"] === undefined && wanted.every(([, value]) => fieldsIn(value)["mac_address"] === undefined);
	return [...joined, ...(isAnyAddress ? ifOther("mac_address", container.Config?.MacAddress ?? "", "") : []), ...exposedDrift({ service }, made)];
}

/** Names that Compose and the engine give by themselves. */
function isGiven(alias: string, { container: { Id = "", Name = "", Config } }: Made): boolean {
	const service = Config?.Labels?.["com.docker.compose.service"] ?? alias;
	return [service, Name.replace(/^\//, ""), Id.slice(0, 12)].includes(alias) || (/[-_]\d+$/.test(alias) && alias.replace(/[-_]\d+$/, "").endsWith(service));
}

/** The name that the interface is to have is one of them, too. */
const optionsIn = (options: Readonly<Record<string, unknown>>): string =>
	Object.entries(options)
		.filter(([name]) => name !== "com.docker.network.endpoint.ifname")
		.map(([name, value]) => `${name}=${String(value)}`)
		.toSorted()
		.join(", ");

/** None is told of what does not run. */
function addressDrift(there = "", here = ""): readonly Difference[] {
	const inOneWay = (address: string): string => address.toLowerCase().replaceAll("-", ":");
	return there === "" || here === "" ? [] : ifOther("mac_address", inOneWay(there), inOneWay(here));
}

function exposedDrift({ service }: Pick<Wanted, "service">, { container, image }: Made): readonly Difference[] {
	const there = container.Config?.ExposedPorts;
	const own = Object.keys(there ?? {}).flatMap((port) => eachPort(withProtocol(port)));
	const here = itemsIn(service["expose"]).flatMap((port) => eachPort(withProtocol(textIn(port) ?? "")));
	const published = itemsIn(service["ports"]).map((port) => `${textIn(fieldsIn(port)["target"]) ?? ""}/${textIn(fieldsIn(port)["protocol"]) ?? "tcp"}`);
	const known = new Set([
		...here,
		...published,
		...Object.keys(image?.Config?.ExposedPorts ?? {}).map(withProtocol),
		...Object.keys(container.HostConfig?.PortBindings ?? {}),
	]);
	// Not every engine tells of any.
	const missing = there ? here.filter((port) => /^\d+\//.test(port) && !own.includes(port)) : [];
	const gone = image ? own.filter((port) => !known.has(port)) : [];
	const inShort = (ports: readonly string[]): string => ports.map((port) => port.replace(/\/tcp$/, "")).join(", ");
	return ifOther("expose", inShort(gone), inShort(missing));
}

/** Compose may leave it out where it asks the engine. */
const withProtocol = (port: string): string => (port.includes("/") ? port : `${port}/tcp`);

/** Of a range each port is exposed by itself. */
function eachPort(port: string): readonly string[] {
	const [, first = "", last = "", protocol = ""] = /^(\d+)-(\d+)\/(\w+)$/.exec(port) ?? [];
	const length = Number(last) - Number(first) + 1;
	return first === "" || length < 1 || length > 65_536 ? [port] : Array.from({ length }, (_, index) => `${Number(first) + index}/${protocol}`);
}
