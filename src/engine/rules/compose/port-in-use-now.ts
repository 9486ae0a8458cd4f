import type { HeldPort } from "../../compose/daemon-facts.ts";
import { addressesMeet, hasOwnNetwork, portRange } from "../../compose/facts/published-ports.ts";
import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import { textOf, type Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";
import { replace, type Edit } from "../../text/text.ts";

export default composeRule({
	id: "port-in-use-now",
	category: "correctness",
	severity: "warning",
	title: "Somebody else holds the port that a service is to be published on",
	why: [
		"Only one container or program at a time can hold a port of the host: the service would be made and not started, with `port is already allocated`.",
		"This is told only while an engine is connected, of the containers that run on it and, where it is this machine's, of programs that listen here.",
	],
	fixes: { onRequest: "The next port that nobody holds is taken.", never: "The port is a range, or is made of a variable." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8081:80"
			`,
			daemon: {
				version: "29.0.0",
				apiVersion: "1.52",
				networks: [],
				ports: [{ port: 8080, protocol: "tcp", ip: "0.0.0.0", container: "shop-web-1", project: "shop", service: "web" }],
			},
		},
	],
	needs: ["ports"],

	check(file) {
		if (!file.daemon || file.daemon.ports.length === 0) return [];
		const { ports: held } = file.daemon;
		const taken = new Set(held.map(({ port }) => port));
		const wanted: Wanted[] = [];
		for (const [service, value] of file.allServices) {
			if (!hasOwnNetwork(value)) continue;
			const ports = valueAt(value, "ports");
			for (const port of ports?.kind === "sequence" ? ports.items : []) {
				const range = portRange(valueAt(port, "published"));
				if (!range) continue;
				wanted.push({ port, service, ...range });
				for (let each = range.first; each <= range.last && each - range.first < mostInRange; each++) taken.add(each);
			}
		}
		return wanted.flatMap(({ port, service, first, last }): readonly Problem[] => {
			const at = rangeIn(file, valueAt(port, "published"));
			const holder = at && first === last ? held.find((each) => isHeld(each, port, first) && !isReplaced(each, file, wanted, service)) : undefined;
			if (!at || !holder) return [];
			const edit = edited(file, port, first, nextFree(first, taken));
			return [
				{
					at,
					message: messageOf(first, holder),
					...(edit && { fix: { title: say`Publish on port ${edit.free}`, edits: [edit.edit], safe: false } }),
				},
			];
		});
	},
});

type Wanted = { readonly port: Value; readonly service: string; readonly first: number; readonly last: number };

function messageOf(port: number, { container, project }: HeldPort): Message {
	if (container === undefined) return say`port ${port} is held by another program of this machine`;
	const by = project === undefined ? say`\`${container}\`` : say`\`${container}\` of the project \`${project}\``;
	return say`port ${port} is held by the container ${by}`;
}

/** More of a range is not looked at. */
const mostInRange = 1000;

function isHeld({ port, protocol, ip, container }: HeldPort, wanted: Value, number: number): boolean {
	if (port !== number || protocol !== (textOf(valueAt(wanted, "protocol")) ?? "tcp")) return false;
	// A program that listens to `::` usually takes what comes for the other kind of address, too; Docker listens to each by itself.
	const held = ip === "" || (ip === "::" && container === undefined) ? undefined : ip;
	return addressesMeet(textOf(valueAt(wanted, "host_ip")) || undefined, held);
}

/** Compose makes the containers of the service itself anew, and those of the project's other services that are to have other ports, before it starts any. */
function isReplaced({ port, project, service = "" }: HeldPort, file: LintedCompose, wanted: readonly Wanted[], name: string): boolean {
	if (project !== file.project.name) return false;
	const keepsIt = wanted.some((each) => each.service === service && each.first <= port && port <= each.last);
	return service === name || (file.project.enabled.has(service) && !keepsIt);
}

function nextFree(from: number, taken: ReadonlySet<number>): number {
	let port = from + 1;
	while (taken.has(port)) port++;
	return port;
}

/** The number where it is written, before that of the container or behind `published`. */
function edited(file: LintedCompose, port: Value, number: number, free: number): { readonly edit: Edit; readonly free: number } | undefined {
	const at = free <= 65_535 ? (rangeIn(file, valueAt(port, "published")) ?? rangeIn(file, port)) : undefined;
	if (!at) return undefined;
	const index = new RegExp(`(?<![\\d.-])${number}(?=["']?$|:\\d+(?:/\\w+)?["']?$)`).exec(file.text.slice(at.start, at.end))?.index;
	if (index === undefined) return undefined;
	return { edit: replace({ start: at.start + index, end: at.start + index + String(number).length }, String(free)), free };
}
