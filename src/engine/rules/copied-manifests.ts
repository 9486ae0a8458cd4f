import { flagOf, instructionsOf } from "../dockerfile/instructions.ts";
import { mountsOf } from "../dockerfile/mounts.ts";
import { sourcesOf } from "../dockerfile/sources.ts";
import { type Stage, stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../dockerfile/syntax.ts";
import type { Fix } from "../lint/rule.ts";
import { say } from "../text/message.ts";
import { lineBreakIn } from "../text/line-break.ts";
import { type Edit, insert, remove } from "../text/text.ts";
import { wildcardTest } from "../text/wildcards.ts";

/** A path that a COPY brings from the build context; undefined where the file does not tell it. */
export type Copy = { readonly path: string | undefined; readonly word: Word; readonly copy: Instruction };

export function copiesBefore(file: Dockerfile, stage: Stage, before: Instruction): readonly Copy[] {
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	return ["COPY", "ADD"].flatMap((keyword) =>
		instructionsOf(file, keyword).flatMap((copy) => {
			if (copy.range.start > before.range.start || flagOf(copy, "from") || !stages.has(stageOf(file, copy))) return [];
			return sourcesOf(file, copy).flatMap(({ kind, value, word }) =>
				kind === "file" || kind === "unknown"
					? [{ path: value?.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "") || (value === undefined ? undefined : "."), word, copy }]
					: [],
			);
		}),
	);
}

/** Whether the installation sees files of the context that no COPY brings. */
export const bringsMore = (file: Dockerfile, run: Instruction): boolean => mountsOf(file, run).some(({ type }) => type === "bind");

/** Whether a COPY's source brings the file along. */
export function brings(source: string, path: string): boolean {
	if (source === "." || source === path || path.startsWith(`${source}/`)) return true;
	if (!/[*?]/.test(source)) return false;
	return wildcardTest(source, "folder")(path);
}

/** A line for each member, made like that of the last. */
export function withLines({ text }: Dockerfile, { copy, path = "", word }: Copy, members: readonly string[], manifest: string): Fix | undefined {
	const folder = path.slice(0, -manifest.length - 1);
	const title = say`Copy what is missing`;
	if (copy.args.length > 2) {
		if (!flagOf(copy, "parents")) return undefined;
		return { title, edits: [insert(word.end, members.map((member) => ` ${member}/${manifest}`).join(""))], safe: false };
	}
	const line = text.slice(copy.range.start, copy.range.end);
	if (line.includes("\n") || !copy.args[1]?.text.includes(folder)) return undefined;
	const lineEnd = lineBreakIn(text);
	return { title, edits: [insert(copy.range.end, members.map((member) => lineEnd + line.replaceAll(folder, member)).join(""))], safe: false };
}

/** The edit after which the source is not copied any more: without it no COPY is left where it is the only one. */
export function withoutSource({ text }: Dockerfile, { copy: { args, range, fullRange }, word }: Copy): Edit {
	const before = args[args.indexOf(word) - 1];
	if (before) return remove({ start: before.end, end: word.end });
	if (args.length > 2) return remove({ start: word.start, end: args[1]?.start ?? word.end });
	const lineEnd = text.indexOf("\n", fullRange.end);
	return remove({ start: range.start, end: lineEnd < 0 ? text.length : lineEnd + 1 });
}
