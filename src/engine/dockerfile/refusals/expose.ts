import { quoteAsGo } from "../characters.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import type { Word } from "../syntax.ts";
import { isIpAddress, parseInteger } from "./go-values.ts";
import type { Found, Reader } from "./refusal.ts";
import { expandExactly, valuesAt, whatIsWrong } from "./values.ts";

/** A port that is surely right, as most are. */
export const plainPort = /^(?:\d{1,4}|[1-5]\d{4})(?:\/tcp|\/udp)?$/;

export const readExpose: Reader = function* (file, instruction) {
	const [first] = instruction.args;
	if (!first) yield { at: instruction.keywordRange, what: say`a port is missing`, kind: "arguments", said: "EXPOSE requires at least one argument" };
	for (const word of instruction.args) {
		if (plainPort.test(word.text)) continue;
		const { words, error } = expandExactly(word.text, valuesAt(file, instruction), file.escape);
		if (error !== undefined) yield { at: word, kind: "substitution", what: whatIsWrong(error), said: error };
		for (const port of words ?? []) yield* readPort(port, word);
	}
};

/** `[address:][host port:]port[/protocol]`, ports being numbers or ranges of them. */
function* readPort(text: string, at: Word): Generator<Found> {
	const parts = text.split(":");
	const last = parts.at(-1) ?? "";
	const host = parts.at(-2) ?? "";
	const address = parts.slice(0, -2).join(":");
	const slash = last.indexOf("/");
	const [ports, protocol] = slash < 0 ? [last, ""] : [last.slice(0, slash), last.slice(slash + 1)];
	const invalid = `invalid port: ${quoteAsGo(text)}`;
	if (ports === "") yield { at, what: say`\`${text}\` names no port`, said: `${invalid}: no port specified` };
	else if (!/^(?:tcp|udp|sctp)?$/i.test(protocol))
		yield { at, what: say`\`${protocol}\` is no protocol: there are \`tcp\`, \`udp\` and \`sctp\``, said: `${invalid}: invalid proto: ${protocol}` };
	else yield* readPorts(at, text, address.startsWith("[") && address.endsWith("]") ? address.slice(1, -1) : address, host, ports);
}

function* readPorts(at: Word, text: string, address: string, host: string, ports: string): Generator<Found> {
	if (address && !isIpAddress(address)) {
		yield { at, what: say`\`${address}\` is no IP address`, said: `invalid IP address: ${address}` };
		return;
	}
	const range = parseRange(ports);
	if (range === undefined) {
		const list = text.split(/[,;]/).filter(Boolean);
		const isList = text === at.text && list.length > 1 && list.every((port) => /^\d+(?:-\d+)?(?:\/(?:tcp|udp|sctp))?$/i.test(port));
		yield {
			at,
			what: isList ? say`ports are separated by blanks` : say`\`${ports}\` is no port: those are numbers up to 65535, or ranges like \`8000-8010\``,
			said: `invalid containerPort: ${ports}`,
			meant: isList ? { title: say`Separate them by blanks`, edits: [replace(at, list.join(" "))] } : undefined,
		};
		return;
	}
	const hostRange = host === "" ? undefined : parseRange(host);
	if (host !== "" && hostRange === undefined) yield { at, what: say`\`${host}\` is no port`, said: `invalid hostPort: ${host}` };
	if (hostRange !== undefined && hostRange !== range && range !== 0)
		yield { at, what: say`the two ranges of ports differ in length`, said: `invalid ranges specified for container and host Ports: ${ports} and ${host}` };
}

/** By how much the last port is above the first; undefined where it is no range of ports. */
function parseRange(text: string): number | undefined {
	const dash = text.indexOf("-");
	const first = parseInteger(dash < 0 ? text : text.slice(0, dash), 0, 65_535);
	if (first === undefined || dash < 0 || text.slice(0, dash) === text.slice(dash + 1)) return first === undefined ? undefined : 0;
	const last = parseInteger(text.slice(dash + 1), 0, 65_535);
	return last === undefined || last < first ? undefined : last - first;
}
