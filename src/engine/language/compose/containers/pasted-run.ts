import { parse } from "../../../compose/parse.ts";
import { columnOf, findEntry } from "../../../compose/rewrite/parts.ts";
import { sectionInsertion } from "../../../compose/rewrite/insert.ts";
import { type ComposeFile, nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import type { Catalogue } from "../../../text/message.ts";
import { applyEdits, type Edit, Lines, type Range } from "../../../text/text.ts";
import { unique } from "../unique-name.ts";
import { mayHoldRun, servicesFromRun } from "./from-run.ts";
import type { Plain, ServiceDraft } from "./service-draft.ts";
import { sectionLines, serviceLines } from "./write-services.ts";

/** The lines of the selection, with those that go on from them or into them. */
function linesAround(text: string, { start, end }: Range): Range {
	const lines = new Lines(text);
	let [first, last] = [lines.lineAt(start), lines.lineAt(end)];
	const goesOn = (line: number): boolean =>
		line >= 0 && line < lines.starts.length - 1 && /[\\`^][ \t\r]*$/.test(text.slice(lines.starts[line], (lines.starts[line + 1] ?? 0) - 1));
	while (goesOn(first - 1)) first--;
	while (goesOn(last)) last++;
	return { start: lines.starts[first] ?? 0, end: lines.starts[last + 1] ?? text.length };
}

/**
 * A service, with the volumes and networks that it needs, in place of a `docker run` that was pasted into a Compose file, which is no YAML while it stands there.
 * Undefined where the selection is in none.
 */
export function pastedRun(text: string, selection: Range, catalogue?: Catalogue): Edit | undefined {
	const pasted = linesAround(text, selection);
	const written = text.slice(pasted.start, pasted.end);
	const drafts = mayHoldRun(written) ? servicesFromRun(written) : undefined;
	if (!drafts) return undefined;
	const rest = text.slice(0, pasted.start) + text.slice(pasted.end);
	const file = parse(rest);
	const services = findEntry(file, "services");
	const taken = new Set(services?.value?.kind === "mapping" ? services.value.entries.flatMap((entry) => nameOf(entry) ?? []) : []);
	const named = drafts.map((draft) => {
		const name = unique(draft.name, taken);
		taken.add(name);
		return { ...draft, name };
	});
	const after = withSections(placed(text, pasted, rest, file, named, catalogue), named);
	return after === undefined ? undefined : difference(text, after);
}

/** A service, with the volumes and networks that it needs, behind the last one of a Compose file. Undefined where the file has no place for it. */
export function insertedService(text: string, draft: ServiceDraft): Edit | undefined {
	const file = parse(text);
	const services = findEntry(file, "services");
	const taken = new Set(services?.value?.kind === "mapping" ? services.value.entries.flatMap((entry) => nameOf(entry) ?? []) : []);
	const edit = sectionInsertion(file, "services", unique(draft.name, taken), sectionLines(draft.service as { readonly [name: string]: Plain }));
	const after = edit && withSections(applyEdits(text, [edit]), [draft]);
	return after === undefined ? undefined : difference(text, after);
}

/** The services where the line stood, or below `services` where that stands elsewhere. */
function placed(text: string, pasted: Range, rest: string, file: ComposeFile, drafts: readonly ServiceDraft[], catalogue: Catalogue | undefined): string {
	const services = findEntry(file, "services");
	const lineBreak = lineBreakIn(text);
	const column = services?.value?.kind === "mapping" ? columnOf(rest, services.value.start) : 2;
	const lines = drafts.flatMap((draft) => serviceLines(draft, catalogue)).map((line) => " ".repeat(column) + line.slice(2) + lineBreak);
	const first = rest.lastIndexOf("\n", pasted.start - 1) + 1;
	const isBelow = services !== undefined && pasted.start > services.key.end;
	const at = services === undefined || isBelow ? first : rest.indexOf("\n", services.key.end) + 1 || rest.length;
	const before = rest.slice(0, at);
	return `${before}${before === "" || before.endsWith("\n") ? "" : lineBreak}${services ? "" : `services:${lineBreak}`}${lines.join("")}${rest.slice(at)}`;
}

/** Undefined where the result is no YAML, or a section has no place for what is needed. */
function withSections(text: string, drafts: readonly ServiceDraft[]): string | undefined {
	let result = text;
	for (const section of ["volumes", "networks"] as const) {
		const wanted: { readonly [name: string]: Plain } = Object.assign({}, ...drafts.map((draft) => draft[section]));
		for (const [name, held] of Object.entries(wanted)) {
			const file = parse(result);
			if (file.problems.length > 0) return undefined;
			if (findEntry(file, section, name)) continue;
			const edit = sectionInsertion(
				file,
				section,
				name,
				typeof held === "object" && held !== null && Object.keys(held).length > 0 ? sectionLines(held as { readonly [name: string]: Plain }) : "",
			);
			if (!edit) return undefined;
			result = applyEdits(result, [edit]);
		}
	}
	return parse(result).problems.length > 0 ? undefined : result;
}

/** One edit from what both begin with to what both end with. */
function difference(before: string, after: string): Edit {
	let start = 0;
	while (start < before.length && before[start] === after[start]) start++;
	let same = 0;
	while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same++;
	return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
