import type { ComposeFile } from "../../../compose/syntax.ts";
import type { Range } from "../../../text/text.ts";
import type { Draft } from "../../completion.ts";
import { serviceAt, schemaPath } from "../schema-at.ts";
import type { ComposeCursor } from "./compose-cursor.ts";

/** A path that is being written. */
export type PathWanted = {
	/** Whose entries may follow, from the file's own. */
	readonly folder: string;
	/** The last part. */
	readonly range: Range;
	readonly onlyFolders: boolean;
	/** What a file's name ends with. */
	readonly ends: RegExp | undefined;
};

type Kind = "file" | "folder" | "dockerfile" | "compose" | "variables";

const kinds: Readonly<Record<string, Kind>> = {
	"services.*.build": "folder",
	"services.*.build.context": "folder",
	"services.*.build.dockerfile": "dockerfile",
	"services.*.build.additional_contexts.*": "folder",
	"services.*.env_file": "variables",
	"services.*.env_file.*": "variables",
	"services.*.env_file.*.path": "variables",
	"services.*.label_file": "file",
	"services.*.label_file.*": "file",
	"services.*.extends.file": "compose",
	"services.*.credential_spec.file": "file",
	"services.*.develop.watch.*.path": "file",
	"services.*.volumes.*.source": "file",
	"services.*.volumes.*": "file",
	"include.*": "compose",
	"include.*.path": "compose",
	"include.*.path.*": "compose",
	"include.*.env_file": "variables",
	"include.*.env_file.*": "variables",
	"include.*.project_directory": "folder",
	"secrets.*.file": "file",
	"configs.*.file": "file",
};

export function pathWanted(file: ComposeFile, cursor: ComposeCursor): PathWanted | undefined {
	const { meant: path, typed, range, kind } = cursor;
	if (kind === "key" || /^[&!*]/.test(typed)) return undefined;
	const place = schemaPath(path) ?? "";
	const wanted = kinds[place];
	if (!wanted || /^[/~$]|^\w+:/.test(typed)) return undefined;
	// In a list a name stands before it.
	if (place === "services.*.build.additional_contexts.*" && kind === "item") return undefined;
	// A short volume is a name until a dot begins it, and its target is in the container.
	if (place === "services.*.volumes.*" && (!typed.startsWith(".") || typed.includes(":"))) return undefined;
	if (place === "services.*.volumes.*.source" && cursor.siblings.get("type") !== "bind") return undefined;
	const slash = typed.lastIndexOf("/") + 1;
	const base = wanted === "dockerfile" && path[1] !== undefined ? `${serviceAt(file, path[1]).context ?? "."}/` : "";
	const folder = `${base}${typed.slice(0, slash)}` || ".";
	const behind = /^[^/:]*/.exec(file.text.slice(range.start + typed.length, range.end))?.[0].length ?? 0;
	const start = range.start + slash;
	return {
		folder,
		range: { start, end: range.start + typed.length + behind },
		onlyFolders: wanted === "folder",
		ends:
			wanted === "compose"
				? /\.ya?ml$/i
				: wanted === "variables"
					? /(?:^|\.)env(?:\..*)?$|\.env$/i
					: wanted === "dockerfile"
						? /(?:docker|container)file/i
						: undefined,
	};
}

/** Of files those first that have the name of what is wanted. */
export const pathDrafts = ({ onlyFolders, ends }: PathWanted, entries: readonly { readonly name: string; readonly isFolder: boolean }[]): readonly Draft[] =>
	entries
		.filter(({ isFolder, name }) => (isFolder ? !leftOut.has(name) : !onlyFolders))
		.map(({ name, isFolder }): Draft => {
			const rank = isFolder ? 2 : ends && !ends.test(name) ? 3 : 1;
			return isFolder ? { label: `${name}/`, kind: "folder", rank, isBegun: true } : { label: name, kind: "file", rank };
		});

const leftOut: ReadonlySet<string> = new Set(["node_modules", ".git"]);
