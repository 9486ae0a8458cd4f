import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { type Cursor, cursorAt } from "../cursor.ts";
import { variableAt } from "../variable-cursor.ts";
import { argumentCompletions } from "./arguments.ts";
import { directiveCompletions, directiveValues } from "./directives.ts";
import { flagCompletions, flagValues } from "./flags.ts";
import { keywordCompletions } from "./keywords.ts";
import { mountKeys, mountValues } from "./mounts.ts";
import { nameCompletions } from "./names.ts";
import { commandCompletions } from "./commands.ts";
import { wantsOf } from "./wants.ts";
import { variableCompletions } from "./variables.ts";
import type { Completion, ContextEntry, Draft, KnownImage } from "../../completion.ts";

/** What may be known besides the file. */
export type CompletionContext = {
	/** What is in the folder of the build context that `wantsOf` asks for. */
	readonly entries: readonly ContextEntry[];
	readonly images: readonly KnownImage[];
	/** Whether somebody wants the list. Otherwise a blank was typed, and only what has to follow may come up: Enter would take it. */
	readonly isAsked: boolean;
};

export { wantsOf };

/** What may stand at the offset, best first; undefined where nothing is known of the place, so that the editor's own words may be of use. */
export function completionsAt(file: Dockerfile, offset: number, context: CompletionContext): readonly Completion[] | undefined {
	const cursor = cursorAt(file, offset);
	if (!cursor || (!context.isAsked && !mustFollow(cursor))) return undefined;
	const variable = variableAt(file, cursor);
	if (variable) return variableCompletions(file, variable).map((draft) => ({ ...draft, range: variable.range }));
	const drafts = draftsAt(file, cursor, context);
	return drafts?.map((draft) => ({ ...draft, range: cursor.range }));
}

/** Whether the instruction is not complete without the word. */
function mustFollow(cursor: Cursor): boolean {
	switch (cursor.kind) {
		case "keyword":
			return cursor.outer !== undefined;
		case "word":
			return cursor.index === 0 || (cursor.index === 1 && /^(?:ADD|COPY)$/.test(cursor.instruction.keyword));
		case "name":
			return cursor.index === 0;
		case "shell":
			return cursor.isFirst;
		case "string":
			return true;
		default:
			return false;
	}
}

function draftsAt(file: Dockerfile, cursor: Cursor, context: CompletionContext): readonly Draft[] | undefined {
	switch (cursor.kind) {
		case "keyword":
			return [...keywordCompletions(file, cursor), ...(cursor.isTop ? directiveCompletions(file, cursor) : [])];
		case "directive":
			return directiveCompletions(file, cursor);
		case "directive-value":
			return directiveValues(cursor);
		case "flag":
			return flagCompletions(file, cursor);
		case "flag-value":
			return flagValues(file, cursor, context);
		case "mount-key":
			return mountKeys(cursor);
		case "mount-value":
			return mountValues(file, cursor, context);
		case "word":
		case "string":
			return argumentCompletions(file, cursor, context);
		case "name":
			return nameCompletions(file, cursor);
		case "shell":
			return commandCompletions(file, cursor);
		case "value":
		case "text":
			return undefined;
	}
}
