import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { flagOf } from "../../../dockerfile/instructions.ts";
import { cursorAt } from "../cursor.ts";
import { variableAt } from "../variable-cursor.ts";

/** What completion at a place would like to know besides the file. */
export type Wants = {
	/** A folder of the build context: relative to it, without a slash at its end; empty for the context itself. */
	readonly folder: string | undefined;
	/** Whether images are wanted. */
	readonly images: boolean;
};

const nothing: Wants = { folder: undefined, images: false };

export function wantsOf(file: Dockerfile, offset: number): Wants {
	const cursor = cursorAt(file, offset);
	if (!cursor || variableAt(file, cursor)) return nothing;
	const folder = folderOf(cursor.typed);
	switch (cursor.kind) {
		case "word":
		case "string": {
			const { keyword } = cursor.instruction;
			if (keyword === "FROM") return { folder: undefined, images: cursor.index === 0 };
			const isFromContext = (keyword === "COPY" || keyword === "ADD") && !flagOf(cursor.instruction, "from");
			return isFromContext ? { folder, images: false } : nothing;
		}
		case "flag-value":
			return { folder: cursor.name === "exclude" ? folder : undefined, images: cursor.name === "from" };
		case "mount-value": {
			const isSource = cursor.key === "source" || cursor.key === "src";
			return { folder: isSource && !cursor.given.includes("from") ? folder : undefined, images: cursor.key === "from" };
		}
		default:
			return nothing;
	}
}

/** The folder that a path which is being written is in; undefined for what is no path of the context. */
export function folderOf(typed: string): string | undefined {
	const end = typed.lastIndexOf("/");
	const folder = typed.slice(0, end + 1);
	if (/[$*?[\]\\:"'<\0]/.test(folder) || typed.startsWith("<<")) return undefined;
	// A source is never above the context, and an absolute one begins at it.
	const parts: string[] = [];
	for (const part of folder.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== "" && part !== ".") parts.push(part);
	}
	return parts.join("/");
}
