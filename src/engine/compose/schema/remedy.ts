import { findSimilar } from "../../text/similar.ts";
import type { Remedy } from "../refusal.ts";
import type { Mistake } from "./validate.ts";

/** What would be right instead, where the mistake itself tells. */
export function remedyFor(mistake: Mistake): Remedy | undefined {
	switch (mistake.kind) {
		case "key":
			return wordAmong(mistake.name, mistake.known);
		case "enum":
			return wordAmong(mistake.found, mistake.wanted);
		case "type":
			if (mistake.found === "null" || mistake.found === "mapping" || mistake.found === "sequence") return undefined;
			if (mistake.wanted.includes("array")) return { kind: "list" };
			return mistake.wanted.includes("string") ? { kind: "text" } : undefined;
		default:
			return undefined;
	}
}

function wordAmong(word: string, known: readonly string[]): Remedy | undefined {
	const endings = known.filter((each) => each.endsWith(`_${word}`));
	const meant = findSimilar(word, known) ?? (endings.length === 1 ? endings[0] : undefined);
	return meant === undefined ? undefined : { kind: "word", word: meant };
}
