import { copiesOf } from "../../../dockerfile/copies.ts";
import { contextPath } from "../../../rules/build-context.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { lastBelow } from "../../../text/search.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import { sizeText } from "../../../text/size.ts";
import { code } from "../../markdown.ts";

/** A source of COPY or ADD as it lies on the disk. */
export type FoundSource = {
	/** In the build context. */
	readonly path: string;
	/** Bytes of a file; undefined for a folder, and where nothing is there. */
	readonly bytes: number | undefined;
	readonly kind: "file" | "folder" | "absent";
	/** What leaves it out of the build. */
	readonly ignoredBy: { readonly name: string; readonly pattern: string } | undefined;
	/** The context as a path from the Dockerfile's folder, and the file that names it; undefined where it is taken to be that folder. */
	readonly context: { readonly folder: string; readonly by: string } | undefined;
};

/** The path of the source at the offset, in the build context; undefined for what is none, a pattern, or all of the context. */
export function sourceAt(file: Dockerfile, offset: number): { readonly range: Range; readonly path: string } | undefined {
	const copy = lastBelow(copiesOf(file), offset + 1, ({ instruction }) => instruction.range.start);
	if (!copy?.isFromContext) return undefined;
	const source = copy.sources.find(({ word }) => word.start <= offset && offset <= word.end);
	const path = source?.kind === "file" && source.value !== undefined ? contextPath(source.value) : undefined;
	return !source || path === undefined || path === "." ? undefined : { range: source.word, path };
}

/** What lies there, and whether the build gets it. */
export function describeSource({ path, bytes, kind, ignoredBy, context }: FoundSource): readonly Message[] {
	const there =
		kind === "absent"
			? say`${code(path)} is not in the build context.`
			: kind === "folder"
				? say`${code(path)} is a folder of the build context: what is in it is copied.`
				: say`${code(path)} is a file of the build context, ${sizeText(bytes ?? 0)}.`;
	const facts = [there];
	if (ignoredBy) facts.push(say`${code(ignoredBy.name)} leaves it out, by ${code(ignoredBy.pattern)}.`);
	facts.push(
		context ? say`The build context is ${code(context.folder)}, as ${code(context.by)} says.` : say`The build context is taken to be this file's folder.`,
	);
	return facts;
}
