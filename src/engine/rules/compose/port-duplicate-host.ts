import { addressesMeet, hasOwnNetwork, portsIn, publishedPorts, type PortRange, type PublishedPort } from "../../compose/facts/published-ports.ts";
import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import { portAt } from "../../compose/rewrite/written.ts";
import type { Mapping } from "../../compose/value.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "port-duplicate-host",
	peers: { dclint: ["no-duplicate-exported-ports"] },
	category: "correctness",
	severity: "error",
	title: "A port of the host is published twice",
	why: [
		"One port of the host leads to one container. `docker compose config` takes such a file, and `up` starts the one container and fails at the other: “port is already allocated”.",
	],
	fixes: {
		onRequest: "The next port that is free takes its place.",
		never: "The port is part of a range, comes of a variable, or is written in the long form.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				  api:
				    image: httpd:2.4
				    ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				  api:
				    image: httpd:2.4
				    ports:
				      - "8081:80"
			`,
		},
	],
	needs: ["ports"],

	*check(file) {
		if (portsIn(file).length === 0) return;
		const claims = claimsIn(file);
		const taken = new Set<number>();
		for (const { host } of claims) if (host.first === host.last) taken.add(host.first);
		let open: Claim[] = [];
		for (const claim of claims) {
			open = open.filter(({ host }) => host.last >= claim.host.first);
			const other = open.find((each) => each.port.protocol === claim.port.protocol && addressesMeet(each.port.hostIp, claim.port.hostIp));
			if (open.length < mostOpen) open.push(claim);
			if (!other) continue;
			const [first, second] = other.order < claim.order ? [other, claim] : [claim, other];
			const at = rangeIn(file, second.port.item);
			if (!at) continue;
			const number = String(claim.host.first);
			const message =
				first.service === second.service
					? say`\`${second.service}\` publishes its port ${number} of the host twice`
					: say`\`${first.service}\` is published at port ${number} of the host, too`;
			const before = rangeIn(file, first.port.item);
			const fix = nextFree(file, second, taken);
			yield { at, message, ...(before && { related: [{ at: before, message: say`it is published here first` }] }), ...(fix && { fix }) };
		}
	},
});

type Claim = { readonly service: string; readonly port: PublishedPort; readonly host: PortRange; readonly order: number };

/** As many that overlap no honest file has. */
const mostOpen = 50;

/** Of all containers that start together, by their ports. */
function claimsIn({ allServices, project }: LintedCompose): readonly Claim[] {
	const claims: Claim[] = [];
	for (const [service, value] of allServices) {
		if (!project.enabled.has(service) || !hasOwnNetwork(value) || isNeverStarted(value)) continue;
		for (const port of publishedPorts(value)) {
			const { host, target } = port;
			// Of a range any port is taken that is free.
			if (host && (host.first === host.last || target.first < target.last)) claims.push({ service, port, host, order: claims.length });
		}
	}
	return claims.sort((one, other) => one.host.first - other.host.first || one.order - other.order);
}

function isNeverStarted(service: Mapping): boolean {
	return (
		service.entries.has("provider") ||
		[valueAt(service, "scale"), valueAt(service, "deploy", "replicas")].some((count) => count?.kind === "integer" && count.value === 0n)
	);
}

function nextFree(file: LintedCompose, { port, host }: Claim, taken: Set<number>): Fix | undefined {
	const at = rangeIn(file, port.item);
	const digits = at && port.isShort ? portAt(file, at)?.host : undefined;
	if (!digits || digits.start === digits.end || host.first !== host.last) return undefined;
	let free = host.first + 1;
	while (taken.has(free)) free++;
	if (free > 65_535) return undefined;
	taken.add(free);
	return { title: say`Publish it at ${String(free)}`, edits: [replace(digits, String(free))], safe: false };
}
