import { flagOf, instructionsOf } from "../../../dockerfile/instructions.ts";
import { findStage } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { fact } from "../../../text/fact.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Cursor } from "../cursor.ts";
import type { CompletionContext } from "./completion.ts";
import type { Draft } from "../../completion.ts";
import { pathsIn } from "./stage-paths.ts";
import { folderOf } from "./wants.ts";

type ArgumentCursor = Extract<Cursor, { readonly kind: "word" | "string" }>;

/** Sources of COPY and ADD and, behind the first, the destination. */
export function copyCompletions(file: Dockerfile, cursor: ArgumentCursor, context: CompletionContext): readonly Draft[] {
	const { instruction, outer, index, typed } = cursor;
	const from = flagOf(instruction, "from")?.value;
	const stage = from && findStage(file, from.text);
	const sources = from
		? stage
			? pathsIn(file, stage, outer).map(({ path, isFolder, origin }) => toDraft(path, isFolder, origin, 1))
			: []
		: sourceCompletions(cursor, context);
	// Nothing tells which word the last one will be, so behind a source there may be another.
	const isLast = index > 0 && !hasWordBehind(cursor);
	const destinations = index === 0 ? [] : [...here(typed), ...directoryCompletions(file, cursor).map(withSlash)];
	const rank = isLast ? 6 : 0;
	return [...destinations, ...sources.map((draft): Draft => ({ ...draft, rank: (draft.rank ?? 0) + rank }))];
}

/** With the slash nobody takes it for a file's new name. */
const withSlash = (draft: Draft): Draft => (draft.label.endsWith("/") ? draft : { ...draft, label: `${draft.label}/` });

const hasWordBehind = ({ instruction, range }: ArgumentCursor): boolean => instruction.args.some(({ start }) => start > range.end);

const here = (typed: string): readonly Draft[] =>
	typed.startsWith("/") ? [] : [".", "./"].map((label): Draft => ({ label, kind: "folder", detail: say`The working directory` }));

/** What is in the folder of the build context, what is ignored last. */
export function sourceCompletions({ typed }: { readonly typed: string }, { entries }: CompletionContext): readonly Draft[] {
	if (folderOf(typed) === undefined) return [];
	const before = typed.slice(0, typed.lastIndexOf("/") + 1);
	const drafts = entries.map(({ name, isFolder, isIgnored }): Draft => {
		const text = `${before}${name}${isFolder ? "/" : ""}`;
		const detail = isIgnored ? { detail: say`Left out by .dockerignore` } : {};
		return {
			label: `${name}${isFolder ? "/" : ""}`,
			kind: isFolder ? "folder" : "file",
			text,
			filter: text,
			rank: isIgnored ? 2 : 1,
			isBegun: isFolder,
			...detail,
		};
	});
	return before === "" && typed === "" ? [{ label: ".", kind: "folder", detail: say`All of the build context` }, ...drafts] : drafts;
}

const toDraft = (path: string, isFolder: boolean, detail: Message | undefined, rank: number): Draft => ({
	label: path,
	kind: isFolder ? "folder" : "file",
	rank,
	...(detail && { detail }),
});

/** Folders of the image: those that the file names, then what is usual. */
export function directoryCompletions(file: Dockerfile, { outer, typed }: { readonly outer: Instruction; readonly typed: string }): readonly Draft[] {
	const { workdir } = stateBefore(file, outer);
	const found = new Set<string>(foldersNamed(file));
	found.delete(typed);
	const drafts = [...found].map((path) => toDraft(path, true, path === workdir ? say`The working directory` : say`Used in this file`, 1));
	return [...drafts, ...usual.filter((path) => !found.has(path)).map((path) => toDraft(path, true, undefined, 2))];
}

const usual = ["/app", "/usr/src/app", "/src", "/workspace", "/opt", "/usr/local/bin/", "/etc/", "/data", "/var/lib/", "/tmp"];

/** What WORKDIR, VOLUME and the destinations of copies say. */
const foldersNamed = fact((file: Dockerfile): readonly string[] => {
	const folders = new Set<string>();
	for (const keyword of ["WORKDIR", "VOLUME"]) for (const { args } of instructionsOf(file, keyword)) for (const { text } of args) folders.add(text);
	for (const keyword of ["COPY", "ADD"])
		for (const { args } of instructionsOf(file, keyword)) {
			const target = args.at(-1)?.text ?? "";
			if (args.length > 1 && target.endsWith("/")) folders.add(target);
		}
	return [...folders].filter((path) => /^\/[^\s"']*$/.test(path));
});
