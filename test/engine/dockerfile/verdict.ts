import { withoutCarets } from "../../../src/engine/lint/carets.ts";
import { keywords } from "../../../src/engine/dockerfile/instruction.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { mayBeNewer } from "../../../src/engine/dockerfile/refusals/known-flags.ts";
import { refusalsOf } from "../../../src/engine/dockerfile/refusals/refusals.ts";
import type { Dockerfile } from "../../../src/engine/dockerfile/syntax.ts";
import { withoutFixes } from "../../lint-rule.ts";
import { mutations } from "./mutation.ts";

/** Why a file is refused, and the line that BuildKit names for it; 0 where it names none. */
export type Verdict = { readonly line: number; readonly said: string };

/** What `test/oracle/check` prints; the error is empty where it takes the file. */
export type Theirs = { readonly line: number; readonly error: string };

/** Whether the two agree on a text. `depends` is refused only because the check knows no arguments of the build and a bare base image. */
export type Comparison = "accepted" | "refused" | "depends" | "known" | "missed" | "wrongly refused" | "at another line";

/** Everything that the file is refused for. BuildKit stops at one of it. */
export const verdictOf = (text: string): readonly Verdict[] => verdictsIn(parse(text)).map(({ line, said }) => ({ line, said }));

export function compareVerdict(text: string, { line, error }: Theirs): Comparison {
	const file = parse(text);
	const all = verdictsIn(file);
	const ours = all.filter(({ isConditional }) => !isConditional);
	if (error === "") return ours.length === 0 ? "accepted" : "wrongly refused";
	if (ours.length > 0 && (line === 0 || ours.some((each) => each.line === line))) return "refused";
	// With "error=true", what its checks warn of is an error too.
	if (error.startsWith("lint violation found")) return "known";
	if (all.length > ours.length && all.some((each) => each.line === line)) return "depends";
	// Of what a newer front end may know nothing is said.
	if (mayBeNewer(file) && /unknown flag|unexpected key|unsupported mount type|must be a key=value pair/.test(error)) return "known";
	const instruction = file.instructions.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
	// A mount's target is taken relative to the base image's working directory.
	if (instruction && (instruction.logical.text.includes("$") || error.startsWith("invalid mount target"))) return "depends";
	if (instruction && /[^\0-\x7f]/.test(instruction.logical.text)) return "known";
	return ours.length === 0 ? "missed" : "at another line";
}

function verdictsIn(file: Dockerfile): readonly (Verdict & { readonly isConditional: boolean })[] {
	const unknown = file.instructions.filter(({ keyword, error }) => !error && !keywords.has(keyword));
	return [
		...file.problems.map(({ line, message }) => ({ line, said: message, isConditional: false })),
		...unknown.map(({ startLine, keyword }) => ({ line: startLine, said: `unknown instruction: ${keyword}`, isConditional: false })),
		...refusalsOf(file)
			.filter(({ isPutOff }) => !isPutOff)
			.map(({ line, said, unlessGiven }) => ({ line, said, isConditional: unlessGiven !== undefined })),
	];
}

/** The rules about what Docker refuses, by whose fixtures it is judged. */
export const judged: readonly string[] = [
	"base-image-without-default",
	"forbidden-trigger",
	"impossible-stage-reference",
	"invalid-flag",
	"invalid-name",
	"invalid-port",
	"invalid-substitution",
	"missing-from",
	"refused-value",
	"wrong-arguments",
];

/** Texts to be judged: the cases of the rules' fixtures, which have all kinds of errors in them, each of their instructions by itself, and what mutations make of those. */
export function* textsToJudge(fixtures: readonly string[], seed: number, count: number): Generator<string> {
	const single: string[] = [];
	for (const fixture of fixtures) {
		for (const body of withoutCarets(withoutFixes(fixture)).split(/^#: .*\n/m)) {
			if (!body.trim()) continue;
			yield body;
			for (const { keyword, fullRange } of parse(body).instructions) {
				const instruction = `${body.slice(fullRange.start, fullRange.end)}\n`;
				single.push(keyword === "FROM" ? instruction : `ARG GLOBAL=1\nFROM debian:12 AS base\nENV SET=a\nARG UNSET\n${instruction}FROM base\n`);
			}
		}
	}
	yield* single;
	const mutated = mutations(single, seed);
	for (let each = 0; each < count; each++) yield mutated.next().value;
}
