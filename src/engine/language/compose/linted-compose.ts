import { absolute } from "../../compose/file-paths.ts";
import type { ProjectFiles } from "../../compose/find-project.ts";
import { type LintedCompose, type RefusedHere, relativeTo, type Service } from "../../compose/linted.ts";
import { ownProject } from "../../compose/own-project.ts";
import type { Project } from "../../compose/project.ts";
import type { RefusalKind } from "../../compose/refusal.ts";
import type { ComposeFile } from "../../compose/syntax.ts";
import { type Entry, entryOf, type Mapping } from "../../compose/value.ts";
import type { Files } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";

/** No folder that anybody has. What is told of files is told from their own folder, so that it is never seen. */
const nowhere = "/nowhere/project";

/** The file with the project that it is part of. */
export function linted(file: ComposeFile, files: Files): LintedCompose {
	const folder = files.folder?.replaceAll("\\", "/").replace(/(?<=.)\/$/, "") ?? nowhere;
	const path = absolute(folder, files.name ?? "compose.yaml");
	const around = filesAround(path, file, files);
	const variable = (name: string): string | undefined => files.variable?.(name);
	const { project, paths, environment } = ownProject(path, around, { environment: variable, separator: /^[A-Za-z]:/.test(folder) ? ";" : ":" });
	const section = entryOf(project.model, "services");
	const entries = section?.kind === "mapping" ? [...section.entries] : [];
	const allServices = new Map(entries.flatMap(([name, { value }]) => (value.kind === "mapping" ? [[name, value] as const] : [])));
	return {
		...file,
		path,
		project,
		paths,
		services: servicesNamedIn(path, paths, project, allServices),
		allServices,
		refusals: refusalsIn(path, file, project),
		files: around,
		daemon: files.daemon,
		environment,
	};
}

/** In order; of a service that an earlier of the merged files has, the later ones say only more. */
function servicesNamedIn(path: string, paths: readonly string[], { documents, enabled }: Project, all: ReadonlyMap<string, Mapping>): readonly Service[] {
	const entriesIn = (file: string): readonly (readonly [string, Entry])[] =>
		(documents.get(file) ?? []).flatMap(({ value }) => {
			const services = entryOf(value, "services");
			return services?.kind === "mapping" ? [...services.entries] : [];
		});
	const below = paths.slice(0, Math.max(0, paths.indexOf(path)));
	const known = new Set(below.flatMap((file) => entriesIn(file).map(([name]) => name)));
	return entriesIn(path).flatMap(([name, { key }]): readonly Service[] => {
		const value = all.get(name);
		if (!value || !key || known.has(name)) return [];
		known.add(name);
		return [{ name, at: key.at, value, isEnabled: enabled.has(name) }];
	});
}

/** What is refused of a file that this one leads to is told where it does, the first of it alone; what is refused of the project's variables at the first word. */
function refusalsIn(path: string, { text, roots }: ComposeFile, { refusals }: Project): LintedCompose["refusals"] {
	const found = new Map<RefusalKind, RefusedHere[]>();
	const led = new Set<string>();
	for (const { kind, at, via = [], message, word, remedy, others, name: undefinedName } of refusals) {
		const first = roots[0]?.kind === "mapping" ? roots[0].entries[0]?.key : undefined;
		const isOfProject = kind === "dotenv" && via.length === 0;
		const place = isOfProject ? { at: { start: first?.start ?? 0, end: first?.end ?? 0 } } : [at, ...via].find(({ file }) => file === path);
		if (!place) continue;
		const way = `${place.at.start} ${at.file}`;
		if (place !== at && !isOfProject && led.has(way)) continue;
		if (place !== at) led.add(way);
		const name = relativeTo({ path }, at.file) ?? at.file;
		const told = found.get(kind) ?? [];
		found.set(kind, told);
		told.push(
			place === at
				? {
						at: narrowed(text, at.at, word),
						message,
						...(remedy && { remedy }),
						...(undefinedName !== undefined && { name: undefinedName }),
						...(others && { others: others.flatMap((other) => (other.file === path ? other.at : [])) }),
					}
				: { at: place.at, message: say`in \`${name}\`, ${message}` },
		);
	}
	return found;
}

/** The word alone, where it begins what stands there, or stands in it once. */
function narrowed(text: string, at: Range, word: string | undefined): Range {
	const written = text.slice(at.start, at.end);
	if (!word || written.includes("\n")) return at;
	const first = written.indexOf(word);
	const isFirst = first === 0 || (first === 1 && /^["']/.test(written));
	if (first < 0 || (!isFirst && written.includes(word, first + 1))) return at;
	return { start: at.start + first, end: at.start + first + word.length };
}

function filesAround(own: string, file: ComposeFile, files: Files): ProjectFiles {
	const here = (path: string): string | undefined => relativeTo({ path: own }, path);
	const listed = new Map<string, readonly string[] | undefined>();
	const list = (folder: string): readonly string[] | undefined => {
		if (files.name === undefined) return undefined;
		if (!listed.has(folder)) {
			const relative = here(folder);
			listed.set(folder, relative === undefined ? undefined : files.list(relative));
		}
		return listed.get(folder);
	};
	return {
		home: files.variable?.("HOME") ?? "/~",
		parsed: (path) => (path === own ? file : undefined),
		text(path) {
			if (path === own) return file.text;
			const relative = here(path);
			return relative === undefined || files.name === undefined ? undefined : files.text(relative);
		},
		list,
		isAbsent(path) {
			if (files.name === undefined) return false;
			const parts = path.split("/");
			// The first folder on the way of which it is known what is in it tells.
			for (let length = parts.length - 1; length > 0; length--) {
				const names = list(parts.slice(0, length).join("/"));
				if (names) return !names.includes(parts[length] ?? "");
			}
			return false;
		},
	};
}
