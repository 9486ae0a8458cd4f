import { parse } from "../../../compose/parse.ts";
import { sectionInsertion } from "../../../compose/rewrite/insert.ts";
import { columnOf, findEntry } from "../../../compose/rewrite/parts.ts";
import { type ComposeFile, nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { applyEdits, type Edit, type Range } from "../../../text/text.ts";
import { unique } from "../unique-name.ts";
import type { HardenedService } from "./hardened-services.ts";

/** What stands in place of the name that was typed, and what comes with it elsewhere in the file. */
export type InsertedService = { readonly text: string; readonly also: readonly Edit[] };

/**
 * Writes a service in place of a name below `services`, with the volumes and secrets that it needs, under names that the file does not have yet. Undefined where the
 * rest of the file is not such that those could be added.
 */
export function insertService(file: ComposeFile, name: Range, service: HardenedService): InsertedService | undefined {
	const { text } = file;
	const rest = parse(text.slice(0, name.start) + text.slice(name.end));
	if (rest.problems.length > 0 && findEntry(rest, "services") === undefined) return undefined;
	const namesIn = (section: string): readonly string[] => {
		const held = findEntry(rest, section)?.value;
		return held?.kind === "mapping" ? held.entries.flatMap((entry) => nameOf(entry) ?? []) : [];
	};
	const of = (own: string, part: string): string => `${own}-${part}`;
	const parts = { volumes: Object.keys(service.volumes ?? {}), secrets: Object.keys(service.secrets ?? {}) };
	const taken = new Set(namesIn("services"));
	// A service of another name may have such a volume, too.
	let own = unique(service.name, taken);
	while ((["volumes", "secrets"] as const).some((section) => parts[section].some((part) => namesIn(section).includes(of(own, part))))) {
		taken.add(own);
		own = unique(service.name, taken);
	}
	const lineBreak = lineBreakIn(text);
	const column = columnOf(text, name.start);
	const step = column > 0 ? column : 2;
	const body = linesOf(service, own).map((line) => indented(line, column, step));
	const sections: readonly (readonly [string, readonly string[], (part: string) => "" | readonly string[]])[] = [
		["volumes", parts.volumes, () => ""],
		["secrets", parts.secrets, (part) => [`file: ./secrets/${of(own, part)}.txt`]],
	];
	const written = body.join(lineBreak).trimStart();
	const also: Edit[] = [];
	let below = "";
	// Where it is the last thing in the file, new sections go below it, and not in front.
	const isLast = text.slice(name.end).trim() === "";
	for (const [section, names, held] of sections) {
		if (names.length === 0) continue;
		const edit = findEntry(rest, section)
			? additions(
					rest,
					section,
					names.map((part) => [of(own, part), held(part)] as const),
				)
			: undefined;
		if (edit) also.push(moved(edit, name));
		else {
			const lines = names.flatMap((part) => [`  ${of(own, part)}:`, ...(held(part) === "" ? [] : [`    ${String(held(part))}`])]);
			below += `${lineBreak}${section}:${lineBreak}${lines.map((line) => `${line}${lineBreak}`).join("")}`;
		}
	}
	if (below === "") return { text: written, also };
	if (isLast) return { text: `${written}${lineBreak}${below}`.replace(/\r?\n$/, ""), also };
	const end = text.trimEnd().length;
	return { text: written, also: [...also, { start: end, end: text.length, text: `${lineBreak}${below}` }] };
}

/** All names at once, as one edit; undefined where the section is written so that nothing can be added. */
function additions(file: ComposeFile, section: string, names: readonly (readonly [string, "" | readonly string[]])[]): Edit | undefined {
	let [text, start, added] = [file.text, -1, ""];
	for (const [name, held] of names) {
		const edit = sectionInsertion(parse(text), section, name, held);
		if (!edit || edit.start !== edit.end || (start >= 0 && edit.start !== start + added.length)) return undefined;
		if (start < 0) start = edit.start;
		added += edit.text;
		text = applyEdits(text, [edit]);
	}
	return { start, end: start, text: added };
}

/** In the text that still has the name in it. */
const moved = (edit: Edit, name: Range): Edit =>
	edit.start <= name.start ? edit : { ...edit, start: edit.start + name.end - name.start, end: edit.end + name.end - name.start };

/** Two blanks a level become what the file has. */
const indented = (line: string, column: number, step: number): string => {
	const level = (/^ */.exec(line)?.[0].length ?? 0) / 2;
	return " ".repeat(column + Math.floor(level) * step) + line.trimStart();
};

const quoted = (text: string): string =>
	/^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;

/** From the name on, two blanks a level. */
function linesOf(service: HardenedService, own: string): readonly string[] {
	const { image, user, command, hostname, writes, capabilities, environment, secrets, volumes, ulimits, health, memory, stop } = service;
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
			"healthcheck:",
			`  test: [${health.test.map((word) => `"${word.replace(/["\\]/g, "\\$&")}"`).join(", ")}]`,
			"  interval: 10s",
			"  timeout: 5s",
			"  retries: 5",
			`  start_period: ${health.start}`,
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
