import type * as vscode from "vscode";
import type { FileEntry, Place } from "../../docker/files/entry.ts";

/** A row of the view. `place`, where it is: the root has it without an entry. A row of the kind `more` stands for what its folder does not show yet. */
export type FileNode = {
	readonly kind: "files-root" | "file" | "more";
	readonly id: string;
	readonly uri: vscode.Uri;
	readonly place: Place;
	/** Of the container, image or volume. */
	readonly of: string;
	readonly parent: FileNode | undefined;
	entry: FileEntry | undefined;
	/** Of `more`: how many are known and not shown; undefined where the engine was not asked for all. */
	left?: number | undefined;
	isReadOnly: boolean;
};

type Shown = Pick<FileNode, "kind" | "entry" | "place" | "isReadOnly">;

export const isFolder = ({ kind, entry }: Pick<Shown, "kind" | "entry">): boolean =>
	kind === "files-root" || entry?.kind === "folder" || entry?.leadsTo === "folder";

/** What `when` clauses match. */
export function contextOfFile({ kind, entry, place, isReadOnly }: Shown): string {
	if (kind === "more") return "more";
	const what = kind === "files-root" ? "files-root" : isFolder({ kind, entry }) ? "folder" : entry?.kind === "other" ? "device" : "file";
	return `${what} ${place.of} ${isReadOnly ? "readonly" : "writable"}`;
}
