import { hasForeignFrontEnd } from "../../../src/engine/dockerfile/another-language.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { Lines } from "../../../src/engine/text/text.ts";
import type { Theirs } from "./verdict.ts";

/** Where the linter's rows stand that say that Docker refuses the file, beside the line that BuildKit names. */
export type RowComparison =
	| "left to another front end"
	| "at BuildKit's line"
	| "on a later line of the instruction"
	| "with no line of BuildKit's"
	| "elsewhere"
	| "no row";

export function compareRows(text: string, { line }: Theirs): RowComparison {
	const file = parse(text);
	const lines = new Lines(text);
	const rows = lint(dockerfileLanguage, file, rules, defaultConfiguration).findings.flatMap(({ refused, at }) => (refused ? [lines.lineAt(at.start) + 1] : []));
	if (rows.length === 0) return hasForeignFrontEnd(file) ? "left to another front end" : "no row";
	if (line === 0) return "with no line of BuildKit's";
	if (rows.includes(line)) return "at BuildKit's line";
	const instruction = file.instructions.find(({ startLine }) => startLine === line);
	return instruction && rows.some((row) => row > line && row <= instruction.endLine) ? "on a later line of the instruction" : "elsewhere";
}
