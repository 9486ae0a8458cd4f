import type { Range } from "../text/text.ts";
import { keywords } from "./instruction.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** A `<<NAME` that was meant to open a here document and opens none. The line that would end it stands below, or is not written yet, and Docker takes all up to there for instructions. */
export type UnopenedHeredoc = {
	readonly instruction: Instruction;
	readonly opener: Range;
	/** What stands between `<<-` and the name, where that is the reason. */
	readonly blank: Range | undefined;
	/** The lines below, the one that would end it included. */
	readonly lines: Range;
};

/** In the file's order. */
export function unopenedHeredocs({ instructions, text }: Dockerfile): readonly UnopenedHeredoc[] {
	const found: UnopenedHeredoc[] = [];
	for (let index = 0; index < instructions.length; index++) {
		const instruction = instructions[index];
		const match = instruction?.heredocs.length === 0 && instruction.logical.text.includes("<<") ? opener.exec(instruction.logical.text) : undefined;
		if (!instruction || !match) continue;
		const [, before = "", all = "", arrows = "", blank = "", name = ""] = match;
		let end = instructions.findIndex(({ keywordRange, range }, at) => at > index && range.end === keywordRange.end && textAt(text, keywordRange) === name);
		const isBlankMeant = arrows.endsWith("-") && blank !== "" && takesHeredocs.has(keywordOf(instruction));
		// While it is written, the end is still to come.
		if (end < 0 && isBlankMeant) for (end = index; isUnknown(instructions[end + 1]);) end++;
		// What closes the quotes or brackets in which the opener stands.
		while (end > index && /^["')}]/.test(instructions[end + 1]?.keyword ?? "")) end++;
		const [first, last] = [instructions[index + 1], instructions[end]];
		if (!first || !last || end === index) continue;
		const start = match.index + before.length;
		const afterArrows = start + arrows.length;
		found.push({
			instruction,
			opener: instruction.logical.toDocumentRange({ start, end: start + all.length }),
			blank: isBlankMeant ? instruction.logical.toDocumentRange({ start: afterArrows, end: afterArrows + blank.length }) : undefined,
			lines: { start: first.range.start, end: last.fullRange.end },
		});
		index = end;
	}
	return found;
}

const opener = /((?:^|[\s;&|("'])\d*)((<<-?)([ \t]*)["']?([A-Za-z_][\w.-]*)["']?)(?=[\s;&|)>"']|$)/;

export const takesHeredocs: ReadonlySet<string> = new Set(["RUN", "COPY", "ADD"]);

/** The keyword that counts: an ONBUILD's is that of its trigger. */
export const keywordOf = ({ keyword, trigger }: Instruction): string => trigger?.keyword ?? keyword;

const isUnknown = (instruction: Instruction | undefined): boolean => instruction !== undefined && !keywords.has(instruction.keyword);

const textAt = (text: string, { start, end }: Range): string => text.slice(start, end);
