import { hasOwnNetwork, exposedPort, publishedPorts } from "../compose/facts/published-ports.ts";
import type { LintedCompose, Service } from "../compose/linted.ts";
import { writtenAt } from "../compose/rewrite/written.ts";
import { entryOf, type Mapping, textOf, type Value } from "../compose/value.ts";
import { datastoreOf } from "../image/datastores.ts";
import { imagePorts } from "../image/image-ports.ts";
import { fact } from "../text/fact.ts";
import { remember } from "../text/remember.ts";
import type { Range } from "../text/text.ts";
import { namedImage } from "./compose-images.ts";
import { variablesIn } from "./compose-variables.ts";

/** Where another program is reached, in the value of a variable of a service that has a network of its own. */
export type ServiceUrl = {
	readonly service: Service;
	/** In small letters; empty where none is written. */
	readonly scheme: string;
	readonly host: Range & { readonly text: string };
	/** As it is written, or as it follows from the scheme. */
	readonly port: number | undefined;
	/** Undefined where it follows from the scheme. */
	readonly portAt: Range | undefined;
};

/** All in the file, as they are written: a host or port that comes of a variable is nobody's to judge. */
export const serviceUrlsIn = fact((file: LintedCompose): readonly ServiceUrl[] => {
	const found: ServiceUrl[] = [];
	const seen = new Set<number>();
	for (const service of file.services) {
		if (!hasOwnNetwork(service.value)) continue;
		for (const { value, valueAt, at, isItem } of variablesIn(file, service.value, "environment")) {
			const place = isItem ? at : valueAt;
			const written = place && value?.includes(":") === true && !seen.has(place.start) ? writtenAt(file, place) : undefined;
			if (!place || !written) continue;
			seen.add(place.start);
			const skipped = isItem ? written.text.indexOf("=") + 1 : 0;
			const by = written.start + skipped;
			for (const { scheme, host, port, portAt } of urlsIn(written.text.slice(skipped)))
				found.push({
					service,
					scheme,
					host: { text: host.text, start: host.start + by, end: host.end + by },
					port,
					portAt: portAt && { start: portAt.start + by, end: portAt.end + by },
				});
		}
	}
	return found;
});

type Found = Omit<ServiceUrl, "service">;

/** `scheme://user:password@host:port/path`, anywhere, or nothing but `host:port`, or several with commas between them. */
const urlsIn = remember(32_000, (text): readonly Found[] => {
	// No address is so long.
	if (text.length > 2000) return [];
	if (/^[\w.-]+:\d{2,5}(?:,[\w.-]+:\d{2,5})*$/.test(text)) return [...text.matchAll(pair)].map((match) => toUrl(match.index, "", match[1] ?? "", match[2]));
	if (!text.includes("://")) return [];
	return [...text.matchAll(address)].map((match) => {
		const [, scheme = "", before = "", host = "", port] = match;
		return toUrl(match.index + before.length, scheme.toLowerCase(), host, port);
	});
});

const pair = /([\w.-]+):(\d{2,5})/g;
const address = /(?=([a-z][a-z\d+.-]*):\/\/)([a-z][a-z\d+.-]*:\/\/(?:[^\s/@,?#"'<>]*@)?)([a-z\d](?:[\w.-]*[a-z\d])?)(?::(\d{2,5}))?(?=$|[\s/?#,;"'|&)])/gi;

function toUrl(start: number, scheme: string, host: string, digits: string | undefined): Found {
	const end = start + host.length;
	const portAt = digits === undefined ? undefined : { start: end + 1, end: end + 1 + digits.length };
	return { scheme, host: { text: host, start, end }, port: digits === undefined ? usualPorts.get(scheme) : Number(digits), portAt };
}

/** Of schemes that no browser opens. */
const usualPorts: ReadonlyMap<string, number> = new Map([
	["postgres", 5432],
	["postgresql", 5432],
	["mysql", 3306],
	["mariadb", 3306],
	["redis", 6379],
	["mongodb", 27_017],
	["amqp", 5672],
]);

/** Whether the scheme is one of databases and queues, which is opened from inside a container and not from a browser: `postgresql+asyncpg`, `jdbc:…`. */
export const isOfDatastores = (scheme: string): boolean => usualPorts.has(scheme.split("+", 1)[0] ?? "");

/** Ports at which containers of the service listen, as far as the file and its image tell: published, exposed, or named by a variable such as `PORT`. */
export const listeningPorts = fact((service: Mapping): ReadonlySet<number> => {
	const image = namedImage(service)?.text;
	const found = new Set<number>(image === undefined ? [] : (imagePorts(image) ?? datastoreOf(image)?.ports));
	const add = (first: number, last: number): void => {
		for (let port = first; port <= Math.min(last, first + mostPorts); port++) found.add(port);
	};
	for (const { target } of publishedPorts(service)) add(target.first, target.last);
	const expose = entryOf(service, "expose");
	for (const item of expose?.kind === "sequence" ? expose.items : []) {
		const port = exposedPort(item);
		if (port) add(port.first, port.last);
	}
	return found;
});

/** Of a range no more are looked at. */
const mostPorts = 1000;

/** Whether the service says the number itself: in its command, in a variable that is nothing but a port or the address to listen at, or in what a reverse proxy reads from its labels. */
export function saysPort(file: LintedCompose, service: Mapping, port: number): boolean {
	const digits = String(port);
	for (const { value } of variablesIn(file, service, "environment"))
		if (value?.endsWith(digits) === true && /^(?:(?:0\.0\.0\.0|\[::\]|\*)?:)?\d+$/.test(value) && value.replace(/^.*:/, "") === digits) return true;
	const pattern = new RegExp(`(?<!\\d)${digits}(?!\\d)`);
	return ["command", "entrypoint", "labels", "healthcheck"].some((key) => mentions(entryOf(service, key), pattern));
}

function mentions(value: Value | undefined, pattern: RegExp): boolean {
	if (value?.kind === "sequence") return value.items.some((item) => mentions(item, pattern));
	if (value?.kind === "mapping") return [...value.entries.values()].some((entry) => mentions(entry.value, pattern));
	return value?.kind === "integer" ? pattern.test(String(value.value)) : pattern.test(textOf(value) ?? "");
}

/** The services of the project by the names under which those of a network find them. */
export const servicesByHost = fact((file: LintedCompose): ReadonlyMap<string, readonly string[]> => {
	const found = new Map<string, string[]>();
	const add = (host: string | undefined, name: string): void => {
		if (host === undefined || host === "") return;
		const known = found.get(host);
		if (!known) found.set(host, [name]);
		else if (!known.includes(name)) known.push(name);
	};
	for (const [name, service] of file.allServices) {
		for (const host of [name, textOf(entryOf(service, "container_name")), textOf(entryOf(service, "hostname"))]) add(host, name);
		const networks = entryOf(service, "networks");
		for (const { value } of networks?.kind === "mapping" ? networks.entries.values() : []) {
			const aliases = entryOf(value, "aliases");
			for (const alias of aliases?.kind === "sequence" ? aliases.items : []) add(textOf(alias), name);
		}
	}
	return found;
});

/** Whether two services find each other: both are in one of the project's networks. */
export function shareNetwork(one: Mapping, other: Mapping): boolean {
	const [own, theirs] = [entryOf(one, "networks"), entryOf(other, "networks")];
	if (own?.kind !== "mapping" || theirs?.kind !== "mapping") return false;
	return [...own.entries.keys()].some((network) => theirs.entries.has(network));
}
