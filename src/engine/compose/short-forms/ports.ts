import { type Message, say } from "../../text/message.ts";
import { remember } from "../../text/remember.ts";

/** One port of a container and where it is published, of a short form. */
export type ParsedPort = { readonly hostIp: string; readonly published: string; readonly target: number; readonly protocol: string };

/** As Compose reads `[[IP:]HOST:]CONTAINER[/PROTOCOL]`, with ranges, each port of a range by itself: https://github.com/docker/go-connections/tree/main/nat. */
export const parsePorts = remember(4000, (spec): readonly ParsedPort[] | { readonly problem: Message; readonly word: string } => {
	const parts = spec.split(":");
	const container = parts.at(-1) ?? "";
	const host = parts.length > 1 ? (parts.at(-2) ?? "") : "";
	const slash = container.indexOf("/");
	const ports = slash < 0 ? container : container.slice(0, slash);
	const protocol = (slash < 0 ? "" : container.slice(slash + 1)).toLowerCase() || "tcp";
	if (ports === "") return { problem: say`\`${spec}\` says no port in the container`, word: spec };
	if (!/^(?:tcp|udp|sctp)$/.test(protocol))
		return { problem: say`\`${protocol}\` is no protocol of a port; \`tcp\`, \`udp\` and \`sctp\` are`, word: container.slice(slash + 1) };
	const written = parts.slice(0, -2).join(":");
	const hostIp = written.startsWith("[") && written.endsWith("]") ? written.slice(1, -1) : written;
	if (hostIp !== "" && !isAddress(hostIp)) return { problem: say`\`${written}\` is no IP address`, word: written };
	const inside = parseRange(ports);
	if (!inside)
		return { problem: say`\`${ports}\` is no port in a container: those are whole numbers up to 65535, or two with a \`-\` between them`, word: ports };
	const outside = host === "" ? undefined : parseRange(host);
	if (host !== "" && !outside)
		return { problem: say`\`${host}\` is no port on the host: those are whole numbers up to 65535, or two with a \`-\` between them`, word: host };
	const count = inside.last - inside.first + 1;
	// One port of a container may take any of a range.
	if (outside && outside.last - outside.first + 1 !== count && count > 1)
		return { problem: say`the ranges \`${host}\` and \`${ports}\` are not equally long`, word: `${host}:${ports}` };
	return Array.from({ length: count }, (_, index) => ({
		hostIp,
		published: !outside ? "" : count === 1 && outside.first !== outside.last ? `${outside.first}-${outside.last}` : String(outside.first + index),
		target: inside.first + index,
		protocol,
	}));
});

function parseRange(text: string): { readonly first: number; readonly last: number } | undefined {
	const dash = text.indexOf("-");
	const [start, end] = dash < 0 ? [text, text] : [text.slice(0, dash), text.slice(dash + 1)];
	const [first, last] = [toPort(start), toPort(end)];
	return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function toPort(text: string): number | undefined {
	const port = /^[-+]?\d+$/.test(text) ? Number(text) : -1;
	return port >= 0 && port <= 65535 ? Math.abs(port) : undefined;
}

/** As Go's net.ParseIP takes it: IPv4 without leading zeros, or IPv6 without a zone. */
export function isAddress(text: string): boolean {
	return isIpv4(text) || isIpv6(text);
}

const isIpv4 = (text: string): boolean => /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text) && text.split(".").every((part) => Number(part) < 256);

function isIpv6(text: string): boolean {
	const halves = text.split("::");
	if (halves.length > 2) return false;
	const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
	const last = groups.at(-1) ?? "";
	const isMixed = last.includes(".");
	if (isMixed && !isIpv4(last)) return false;
	const words = isMixed ? groups.slice(0, -1) : groups;
	const length = words.length + (isMixed ? 2 : 0);
	return words.every((word) => /^[\da-f]{1,4}$/i.test(word)) && (halves.length === 2 ? length < 8 : length === 8);
}
