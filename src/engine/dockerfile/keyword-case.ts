import { keywords } from "./instruction.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** The instructions whose letter case counts: those from the first FROM on, as Docker counts. */
export function casedInstructions({ instructions }: Dockerfile): readonly Instruction[] {
	const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
	return first < 0 ? [] : instructions.slice(first).filter(({ keyword }) => keywords.has(keyword));
}

/** Whether more instructions are written in small letters than in capitals. */
export function isMostlyLower(file: Dockerfile): boolean {
	let lower = 0;
	let upper = 0;
	for (const { keyword, keywordRange } of casedInstructions(file)) {
		const written = file.text.slice(keywordRange.start, keywordRange.end);
		if (written === keyword) upper++;
		else if (written === keyword.toLowerCase()) lower++;
	}
	return lower > upper;
}
