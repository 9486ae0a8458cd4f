import type { DaemonFacts } from "./daemon-facts.ts";
import type { Message } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import type { ProjectFiles } from "./find-project.ts";
import type { Project } from "./project.ts";
import type { RefusalKind, Remedy } from "./refusal.ts";
import type { ComposeFile } from "./syntax.ts";
import type { Lookup } from "./template.ts";
import { fromFile } from "./file-paths.ts";
import { entryOf, type Mapping, type Origin, type Value } from "./value.ts";

/** A Compose file as its rules are given it: what stands in it, and the project that it is part of. */
export type LintedCompose = ComposeFile & {
	/** What values have as the file of their origin that stand in this one. Absolute, with slashes; made up for a file that is in no folder. */
	readonly path: string;
	/** Of all files that are merged, in their order; paths in it are absolute. */
	readonly project: Project;
	readonly paths: readonly string[];
	/** Those that this file is the first to name, in order: what a service lacks is told where it begins. */
	readonly services: readonly Service[];
	/** All services of the project by their names, whichever file they stand in. */
	readonly allServices: ReadonlyMap<string, Mapping>;
	/** What Compose refuses the project for, at places in this file. */
	readonly refusals: ReadonlyMap<RefusalKind, readonly RefusedHere[]>;
	/** What lies around the file, as far as it is known. Paths are absolute. */
	readonly files: ProjectFiles;
	/** What the connected engine tells; undefined where there is none. */
	readonly daemon: DaemonFacts | undefined;
	/** The variables by which values are filled in. */
	readonly environment: Lookup;
};

/** What is refused, with a remedy where it stands in the file itself. `name`: that of something that is not defined. */
export type RefusedHere = {
	readonly at: Range;
	readonly message: Message;
	readonly remedy?: Remedy;
	readonly others?: readonly Range[];
	readonly name?: string;
};

/** A service, merged. Values in it may stand in other files: `rangeIn` tells. */
export type Service = {
	readonly name: string;
	/** Its name in this file. */
	readonly at: Range;
	readonly value: Mapping;
	/** False where it runs only with a profile that is not active. */
	readonly isEnabled: boolean;
};

/** Where a value or key stands in the file; undefined for what stands in another, and for what Compose adds by itself. */
export function rangeIn({ path }: Pick<LintedCompose, "path">, placed: Value | Origin | undefined): Range | undefined {
	const origin = placed && "kind" in placed ? placed.origin : placed;
	return origin?.file === path ? origin.at : undefined;
}

/** Whether the file is merged over a project that is not in its folder, from which its paths are then. */
export const isForElsewhere = ({ path, paths }: Pick<LintedCompose, "path" | "paths">): boolean => paths.length === 1 && /[.-]override\.ya?ml$/i.test(path);

/** The value under names one below the other. */
export function valueAt(value: Value | undefined, ...names: readonly string[]): Value | undefined {
	let held = value;
	for (const name of names) held = entryOf(held, name);
	return held;
}

/** Where the name of an entry stands. */
const keyOf = (value: Value | undefined, name: string): Origin | undefined => (value?.kind === "mapping" ? value.entries.get(name)?.key : undefined);

/** An entry in this file, from its name to the end of what it holds; the name alone where that stands elsewhere, by an alias. Undefined for an entry of another file. */
export function entryRangeIn(file: Pick<LintedCompose, "path">, owner: Value | undefined, name: string): Range | undefined {
	const key = rangeIn(file, keyOf(owner, name));
	const held = rangeIn(file, entryOf(owner, name));
	return key && held && held.start >= key.start ? { start: key.start, end: Math.max(key.end, held.end) } : key;
}

/** The text of a string that is the same whatever variables are set; undefined of one with variables, which stand in it still where Compose refuses them, and of anything else. */
export const literalOf = (value: Value | undefined): string | undefined =>
	value?.kind === "string" && value.template === undefined && !value.value.includes("$") ? value.value : undefined;

/** A path as it is from the file's folder, where it is below or beside it; undefined for others. For messages. */
export const relativeTo = ({ path }: Pick<LintedCompose, "path">, other: string): string | undefined => fromFile(path, other);
