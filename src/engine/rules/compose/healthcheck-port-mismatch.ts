import { exposedPort, type PublishedPort, publishedPorts } from "../../compose/facts/published-ports.ts";
import { literalOf, type LintedCompose } from "../../compose/linted.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { instructionsOf } from "../../dockerfile/instructions.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, replace } from "../../text/text.ts";
import { buildOf } from "../compose-builds.ts";
import { healthTest } from "../compose-health.ts";

export default composeRule({
	id: "healthcheck-port-mismatch",
	category: "correctness",
	severity: "warning",
	title: "A health check asks at the host's port",
	why: [
		"A health check runs inside the container, where the program listens to its own port: the one before the colon under `ports` is there on the host alone.",
		"Such a check fails each time, and the container is unhealthy for ever.",
	],
	fixes: { onRequest: "The container's port takes its place.", never: "The command is written over several lines." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				    healthcheck:
				      test: curl -f http://localhost:8080/ || exit 1
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				    healthcheck:
				      test: curl -f http://localhost:80/ || exit 1
			`,
		},
	],
	needs: [["healthcheck", "ports"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const test = entryOf(service, "ports") && !entryOf(service, "network_mode") ? healthTest(service, file) : undefined;
			if (!test) continue;
			const ports = publishedPorts(service);
			for (const { args } of test.commands) {
				for (const word of args) {
					const match = /^(["']?https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]):)(\d+)(?=[/"'?]|$)/.exec(word.text);
					const asked = Number(match?.[2]);
					const meant = match ? ports.find((port) => isHostPort(port, asked)) : undefined;
					if (!match || !meant || listens(file, service, ports, asked)) continue;
					const start = word.start + (match[1] ?? "").length;
					const at: Range = test.isPlaced ? { start, end: start + (match[2] ?? "").length } : test.at;
					const own = String(meant.target.first + asked - (meant.host?.first ?? asked));
					const fix = test.isPlaced ? { title: say`Ask at port ${own}`, edits: [replace(at, own)], safe: false } : undefined;
					problems.push({ at, message: say`in the container the program listens to port ${own}; ${String(asked)} is the host's`, ...(fix && { fix }) });
				}
			}
		}
		return problems;
	},
});

/** Whether it is published at that port, and by that alone. */
const isHostPort = ({ host, target }: PublishedPort, port: number): boolean =>
	host !== undefined && host.first <= port && port <= host.last && host.last - host.first === target.last - target.first;

/** Whether something in the container is known to listen to it. */
function listens(file: LintedCompose, service: Mapping, ports: readonly PublishedPort[], port: number): boolean {
	if (ports.some(({ target }) => target.first <= port && port <= target.last)) return true;
	const exposed = entryOf(service, "expose");
	if (exposed?.kind === "sequence" && exposed.items.some((item) => isIn(exposedPort(item), port))) return true;
	// What is told the port may well listen to it.
	const environment = entryOf(service, "environment");
	const texts =
		environment?.kind === "mapping" ? [...environment.entries.values()].map(({ value }) => value) : environment?.kind === "sequence" ? environment.items : [];
	const command = entryOf(service, "command");
	const words = command?.kind === "sequence" ? command.items : command ? [command] : [];
	if (
		[...texts, ...words].some((value) =>
			mentions(value.kind === "integer" ? String(value.value) : (literalOf(value) ?? (value.kind === "string" ? value.value : "")), port),
		)
	)
		return true;
	const { dockerfile } = buildOf(service, file) ?? {};
	return dockerfile !== undefined && instructionsOf(dockerfile, "EXPOSE").some(({ args }) => args.some(({ text }) => mentions(text, port)));
}

const isIn = (range: { readonly first: number; readonly last: number } | undefined, port: number): boolean =>
	range !== undefined && range.first <= port && port <= range.last;

const mentions = (text: string, port: number): boolean => new RegExp(`(?:^|\\D)${port}(?:\\D|$)`).test(text);
