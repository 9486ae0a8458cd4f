import type * as vscode from "vscode";
import type { FileEntry, Place } from "../../docker/files/entry.ts";

/** A row of the view. `place`, where it is: the root has it without an entry. A row of the kind `more` stands for what its folder does not show yet, one of the kind `failed` for what it cannot show. */
export type FileNode = {
	readonly kind: "files-root" | "file" | "more" | "failed";
	readonly id: string;
	readonly uri: vscode.Uri;
	readonly place: Place;
	/** Of the container, image or volume. */
	readonly of: string;
	readonly parent: FileNode | undefined;
	entry: FileEntry | undefined;
	/** Of `more`: how many are known and not shown; undefined where the engine was not asked for all. */
	left?: number | undefined;
	/** Of `failed`: why. */
	readonly words?: string;
	isReadOnly: boolean;
};

type Shown = Pick<FileNode, "kind" | "entry" | "place" | "isReadOnly">;

/** Whether it is no file, but says something of the others. */
export const isRemark = ({ kind }: Pick<Shown, "kind">): boolean => kind === "more" || kind === "failed";

export const isFolder = ({ kind, entry }: Pick<Shown, "kind" | "entry">): boolean =>
	kind === "files-root" || entry?.kind === "folder" || entry?.leadsTo === "folder";

/** What `when` clauses match. */
export function contextOfFile({ kind, entry, place, isReadOnly }: Shown): string {
	if (isRemark({ kind })) return kind;
	const what = kind === "files-root" ? "files-root" : isFolder({ kind, entry }) ? "folder" : entry?.kind === "other" ? "device" : "file";
	return `${what} ${place.of} ${isReadOnly ? "readonly" : "writable"}`;
}
