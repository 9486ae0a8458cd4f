import { columnOf } from "../../../compose/rewrite/parts.ts";
import type { ComposeFile } from "../../../compose/syntax.ts";
import { checkLines, probeOf } from "../../../image/probes.ts";
import { parseImageReference } from "../../../image/reference.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import type { Edit, Range } from "../../../text/text.ts";
import { unique } from "../unique-name.ts";
import { addSections, namesOfSection, withoutWord } from "./add-sections.ts";
import type { HardenedService } from "./hardened-services.ts";
import { indentedLines } from "./write-lines.ts";

/** What stands in place of the name that was typed, and what comes with it elsewhere in the file. */
export type InsertedService = { readonly text: string; readonly also: readonly Edit[] };

/**
 * Writes a service in place of a name below `services`, with the volumes and secrets that it needs, under names that the file does not have yet. Undefined where the
 * rest of the file is not such that those could be added.
 */
export function insertService(file: ComposeFile, name: Range, service: HardenedService): InsertedService | undefined {
	const rest = withoutWord(file, name);
	if (!rest) return undefined;
	const of = (own: string, part: string): string => `${own}-${part}`;
	const parts = { volumes: Object.keys(service.volumes ?? {}), secrets: Object.keys(service.secrets ?? {}) };
	const taken = new Set(namesOfSection(rest, "services"));
	// A service of another name may have such a volume, too.
	let own = unique(service.name, taken);
	while ((["volumes", "secrets"] as const).some((section) => parts[section].some((part) => namesOfSection(rest, section).includes(of(own, part))))) {
		taken.add(own);
		own = unique(service.name, taken);
	}
	const column = columnOf(file.text, name.start);
	const written = indentedLines(linesOf(service, own), column, column > 0 ? column : 2)
		.join(lineBreakIn(file.text))
		.trimStart();
	const added = addSections(file, rest, name, [
		{ name: "volumes", entries: parts.volumes.map((part) => [of(own, part), []]) },
		{ name: "secrets", entries: parts.secrets.map((part) => [of(own, part), [`file: ./secrets/${of(own, part)}.txt`]]) },
	]);
	return added && { text: written + added.below, also: added.also };
}

const quoted = (text: string): string =>
	/^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;

/** From the name on, two blanks a level. */
function linesOf(service: HardenedService, own: string): readonly string[] {
	const { image, user, command, hostname, writes, capabilities, environment, secrets, volumes, ulimits, health, memory, stop } = service;
	const check = health ?? probeOf(parseImageReference(image));
	const list = (key: string, items: readonly string[]): readonly string[] => (items.length > 0 ? [`${key}:`, ...items.map((item) => `  - ${item}`)] : []);
	const mapping = (key: string, entries: readonly (readonly [string, string])[]): readonly string[] =>
		entries.length > 0 ? [`${key}:`, ...entries.map(([name, value]) => `  ${name}: ${value}`)] : [];
	const value = (text: string): string => quoted(text.replace(/^\{secret:(.+)\}$/, (_, part: string) => `/run/secrets/${own}-${part}`));
	const mounted = Object.entries(secrets ?? {}).flatMap(([part, target]) =>
		target === null ? [`  - ${own}-${part}`] : [`  - source: ${own}-${part}`, `    target: ${target}`],
	);
	return [
		`${own}:`,
		...[
			`image: ${image}`,
			...(user === undefined ? [] : [`user: ${quoted(user)}`]),
			...(hostname ? [`hostname: ${own}`] : []),
			...(command ? [`command: [${command.map((word) => `"${word}"`).join(", ")}]`] : []),
			"restart: unless-stopped",
			...(writes === "anywhere" ? [] : ["read_only: true", ...list("tmpfs", writes)]),
			...list("cap_drop", ["ALL"]),
			...list("cap_add", capabilities ?? []),
			...list("security_opt", ["no-new-privileges:true"]),
			...mapping(
				"environment",
				Object.entries(environment ?? {}).map(([key, text]) => [key, value(text)]),
			),
			...(mounted.length > 0 ? ["secrets:", ...mounted] : []),
			...list(
				"volumes",
				Object.entries(volumes ?? {}).map(([part, path]) => `${own}-${part}:${path}`),
			),
			...(check ? ["healthcheck:", ...checkLines(check).map((line) => `  ${line}`)] : []),
			`mem_limit: ${memory}`,
			'cpus: "1"',
			"pids_limit: 200",
			...mapping(
				"ulimits",
				Object.entries(ulimits ?? {}).map(([key, limit]) => [key, String(limit)]),
			),
			...(stop === undefined ? [] : [`stop_grace_period: ${stop}`]),
			"logging:",
			"  driver: json-file",
			"  options:",
			"    max-size: 10m",
			'    max-file: "3"',
		].map((line) => `  ${line}`),
	];
}
