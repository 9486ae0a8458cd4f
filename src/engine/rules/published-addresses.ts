import type { PublishedPort } from "../compose/facts/published-ports.ts";
import { type LintedCompose, rangeIn } from "../compose/linted.ts";
import { entryInsertion } from "../compose/rewrite/insert.ts";
import { partsAround, valueOfPart } from "../compose/rewrite/parts.ts";
import { portAt, writtenAt } from "../compose/rewrite/written.ts";
import { entryOf } from "../compose/value.ts";
import type { Fix } from "../lint/rule.ts";
import { say } from "../text/message.ts";
import { type Edit, insert, type Range, replace } from "../text/text.ts";

/** Whether everybody who reaches the host reaches the port, whatever variables hold: what stands before the container's port may hold an address. */
export function isOnAllAddresses(file: LintedCompose, port: PublishedPort, at: Range): boolean {
	if (port.hostIp !== undefined && !/^(?:0\.0\.0\.0|[0:]+)$/.test(port.hostIp)) return false;
	const address = rangeIn(file, entryOf(port.item, "host_ip"));
	const judged = port.isShort ? at : address;
	return !judged || !file.text.slice(judged.start, judged.end).replace(containerPart, "").includes("$");
}

/** The last part of a short form, which may be a variable by itself. */
const containerPart = /:(?:\$\{[^{}]*\}|[^:${}]*)(?:\/\w+)?["']?$/;

/** Publishes it to the host itself alone. */
export function toLoopback(file: LintedCompose, port: PublishedPort, at: Range): Fix | undefined {
	const edit = port.isShort ? inShortForm(file, at) : inLongForm(file, port, at);
	return edit && { title: say`Publish it to the host itself alone`, edits: [edit], safe: false };
}

function inShortForm(file: LintedCompose, at: Range): Edit | undefined {
	const written = portAt(file, at);
	if (written) {
		if (written.ip) return replace(written.ip, "127.0.0.1");
		return insert(written.start, written.host ? "127.0.0.1:" : "127.0.0.1::");
	}
	// A variable in the container's port alone.
	const text = writtenAt(file, at);
	return text && /^\d+(?:-\d+)?:[^:]/.test(text.text) ? insert(text.start, "127.0.0.1:") : undefined;
}

function inLongForm(file: LintedCompose, { item }: PublishedPort, at: Range): Edit | undefined {
	const address = rangeIn(file, entryOf(item, "host_ip"));
	if (address) return replace(address, '"127.0.0.1"');
	const part = partsAround(file, at).findLast(({ kind }) => kind === "item");
	const node = part && valueOfPart(part);
	return node?.kind === "mapping" && node.start === at.start ? entryInsertion(file, node, "host_ip", '"127.0.0.1"') : undefined;
}
