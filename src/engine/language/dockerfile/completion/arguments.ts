import { type Draft, saying } from "../../completion.ts";
import { aboutWord } from "../hover/documentation/about.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Cursor } from "../cursor.ts";
import type { CompletionContext } from "./completion.ts";
import { flagCompletions } from "./flags.ts";
import { imageCompletions } from "./images.ts";
import { copyCompletions, directoryCompletions } from "./paths.ts";
import { portCompletions } from "./ports.ts";
import { shellArrays, shellStrings } from "./shells.ts";
import { signalCompletions } from "./signals.ts";
import { baseStages } from "./stages.ts";
import { userCompletions } from "./users.ts";

type ArgumentCursor = Extract<Cursor, { readonly kind: "word" | "string" }>;

/** What may be one of the arguments. A string of a JSON array is put in quotes where it is not yet. */
export function argumentCompletions(file: Dockerfile, cursor: ArgumentCursor, context: CompletionContext): readonly Draft[] | undefined {
	const found = argumentsOf(file, cursor, context);
	if (cursor.kind === "word" || !found) return found;
	return found.map((draft): Draft => {
		const json = JSON.stringify(draft.text ?? draft.label);
		return { ...draft, text: cursor.isQuoted ? json.slice(1, cursor.isClosed || draft.isBegun ? -1 : undefined) : json, filter: draft.text ?? draft.label };
	});
}

function argumentsOf(file: Dockerfile, cursor: ArgumentCursor, context: CompletionContext): readonly Draft[] | undefined {
	const { instruction, index, words } = cursor;
	const flags =
		cursor.kind === "word" && index === 0 && cursor.typed === "" ? flagCompletions(file, cursor).map((draft): Draft => ({ ...draft, rank: 5 })) : [];
	switch (instruction.keyword) {
		case "FROM":
			if (index === 0) return [...baseStages(file, instruction), ...imageCompletions(file, context, instruction.range.start), ...flags];
			return index === 1 ? [{ label: smallAs(file, cursor) ? "as" : "AS", kind: "keyword", about: saying(aboutWord("AS")), commit: [" "] }] : undefined;
		case "ADD":
		case "COPY":
			return [...copyCompletions(file, cursor, context), ...flags];
		case "EXPOSE":
			return portCompletions(file, cursor);
		case "HEALTHCHECK":
			if (cursor.kind === "string" || index > 0) return undefined;
			return [
				...(["CMD", "NONE"] as const).map((label): Draft => ({
					label,
					kind: "keyword",
					about: saying(aboutWord(label)),
					...(label === "CMD" && { commit: [" "] }),
				})),
				...flags,
			];
		case "SHELL":
			return cursor.kind === "word" ? (index === 0 ? shellArrays : undefined) : shellStrings(index, words);
		case "STOPSIGNAL":
			return index === 0 ? signalCompletions : undefined;
		case "USER":
			return index === 0 ? userCompletions(file, cursor) : undefined;
		case "VOLUME":
			return directoryCompletions(file, cursor);
		case "WORKDIR":
			return index === 0 ? directoryCompletions(file, cursor) : undefined;
		default:
			return undefined;
	}
}

const smallAs = (file: Dockerfile, { instruction: { keywordRange } }: ArgumentCursor): boolean =>
	/^[a-z]/.test(file.text.slice(keywordRange.start, keywordRange.end));
