import { fact } from "../../text/fact.ts";
import type { Range } from "../../text/text.ts";
import { type LintedCompose, rangeIn, type Service } from "../linted.ts";
import { parseAddress } from "./subnets.ts";
import { entryOf, type Mapping, textOf, type Value } from "../value.ts";

export type PortRange = { readonly first: number; readonly last: number };

/** What one item of `ports` says, however it is written. */
export type PublishedPort = {
	readonly item: Mapping;
	readonly isShort: boolean;
	/** Undefined: on all addresses of the host, those of both kinds. */
	readonly hostIp: string | undefined;
	/** Undefined: one that the engine chooses. As many as in the container, or several of which any is taken. */
	readonly host: PortRange | undefined;
	readonly target: PortRange;
	readonly protocol: string;
};

/** Of a merged service. What nobody can make ports of, because a variable is not set, is left out. */
export const publishedPorts = fact((service: Mapping): readonly PublishedPort[] => {
	const list = entryOf(service, "ports");
	if (list?.kind !== "sequence") return [];
	const ports: PublishedPort[] = [];
	for (const item of list.items) {
		const port = item.kind === "mapping" ? publishedPort(item) : undefined;
		const before = ports.at(-1);
		// A short form with ranges has been made an item for each port.
		if (port && before && port.isShort && before.item.origin === item.origin && port.target.first === before.target.last + 1) {
			const host = before.host && port.host && { first: before.host.first, last: port.host.last };
			ports[ports.length - 1] = { ...before, host, target: { first: before.target.first, last: port.target.last } };
		} else if (port) ports.push(port);
	}
	return ports;
});

function publishedPort(item: Mapping): PublishedPort | undefined {
	const target = portRange(entryOf(item, "target"));
	if (!target) return undefined;
	const published = entryOf(item, "published");
	const host = portRange(published);
	if (!host && published && textOf(published) !== "") return undefined;
	return {
		item,
		isShort: item.entries.get("target")?.key === item.origin,
		hostIp: textOf(entryOf(item, "host_ip")) || undefined,
		// Docker takes none to mean any.
		host: host?.first === 0 && host.last === 0 ? undefined : host,
		target,
		protocol: textOf(entryOf(item, "protocol")) ?? "tcp",
	};
}

/** Whether two addresses of the host share one; undefined is all of them, and one of zeros all of its kind. */
export function addressesMeet(one: string | undefined, other: string | undefined): boolean {
	if (one === undefined || other === undefined || one === other) return true;
	const [here, there] = [parseAddress(one), parseAddress(other)];
	return here?.bits === there?.bits && [here, there].some((address) => address?.value === 0n || (address && here?.value === there?.value));
}

/** A port, or the first and the last of several, as a number or text; undefined for what is none. */
export function portRange(value: Value | undefined): PortRange | undefined {
	if (value?.kind === "integer") return inRange(Number(value.value), Number(value.value));
	const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(textOf(value) ?? "") ?? [];
	return first === undefined ? undefined : inRange(Number(first), Number(last));
}

const inRange = (first: number, last: number): PortRange | undefined => (first <= last && last <= 65_535 ? { first, last } : undefined);

/** Ports that a container listens at, as `expose` says them, with their protocol. */
export function exposedPort(value: Value): (PortRange & { readonly protocol: string }) | undefined {
	if (value.kind === "integer") return exposedText(String(value.value));
	return exposedText(textOf(value) ?? "");
}

function exposedText(text: string): (PortRange & { readonly protocol: string }) | undefined {
	const [, first, last = first, protocol = "tcp"] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(text) ?? [];
	const range = first === undefined ? undefined : inRange(Number(first), Number(last));
	return range && { ...range, protocol: protocol.toLowerCase() };
}

export type PortInFile = { readonly service: Service; readonly port: PublishedPort; readonly at: Range };

/** All that are written in the file, each once, whatever services take it from there. */
export const portsIn = fact((file: LintedCompose): readonly PortInFile[] => {
	const found: PortInFile[] = [];
	const seen = new Set<number>();
	for (const service of file.services)
		for (const port of publishedPorts(service.value)) {
			const at = rangeIn(file, port.item);
			if (!at || seen.has(at.start)) continue;
			seen.add(at.start);
			found.push({ service, port, at });
		}
	return found;
});

/** Whether the service has a network of its own, so that its ports may be published. */
export function hasOwnNetwork(service: Mapping): boolean {
	const mode = entryOf(service, "network_mode");
	return !mode || !/^(?:host$|none$|service:|container:)/.test(textOf(mode) ?? "");
}
