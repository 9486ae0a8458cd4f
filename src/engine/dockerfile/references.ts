import { scriptOf } from "./instructions.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";

/** A `$NAME` or `${NAME…}`. Docker expands it during the build, or the shell of the command does when it runs. */
export type VariableReference = Range & {
	readonly name: string;
	readonly expandedBy: "docker" | "shell";
	readonly instruction: Instruction;
	/** The ONBUILD that puts the instruction off; otherwise the instruction itself. */
	readonly outer: Instruction;
};

const expandedByDocker = new Set(["ADD", "ARG", "COPY", "ENV", "EXPOSE", "FROM", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"]);
const expandedByShell = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
const reference = /\$(?:\{([A-Za-z_]\w*)|([A-Za-z_]\w*))/y;

/** Every reference to a variable in the file that something expands, in order; those in exec forms, quoted heredocs and single quotes are left alone. */
export const variableReferences = fact((file: Dockerfile): readonly VariableReference[] =>
	file.instructions.flatMap((instruction) => referencesOf(file, instruction)),
);

/** Those of one instruction. */
export function referencesOf(file: Dockerfile, outer: Instruction): readonly VariableReference[] {
	let instruction = outer;
	while (instruction.trigger) instruction = instruction.trigger;
	const { keyword, logical, logicalArgs, json } = instruction;
	const references: VariableReference[] = [];
	const scanLine = (from: number, to: number, expandedBy: "docker" | "shell"): void => {
		const escape = expandedBy === "docker" ? file.escape : "\\";
		scanReferences(logical.text, from, to, { escape, quotes: true }, (name, at, end) => {
			const { start, end: after } = logical.toDocumentRange({ start: at, end });
			references.push({ start, end: after, name, expandedBy, instruction, outer });
		});
	};
	if (expandedByDocker.has(keyword)) scanLine(0, logical.text.length, "docker");
	if (expandedByShell.has(keyword)) {
		scanLine(0, logicalArgs.start, "docker");
		if (!json) scanLine(logicalArgs.start, logicalArgs.end, "shell");
	}
	// The heredocs of a trigger are its ONBUILD's.
	for (const { body, expand } of outer.heredocs) {
		const isScript = scriptOf(outer) !== undefined;
		// In what a shell or Docker fills in, quotes are text like any other; in a script they are the shell's.
		if (expand || isScript)
			scanReferences(file.text, body.start, body.end, { escape: "\\", quotes: isScript }, (name, start, end) => {
				references.push({ start, end, name, expandedBy: keyword === "RUN" ? "shell" : "docker", instruction, outer });
			});
	}
	return references;
}

/** Gives `take` each reference in a stretch of text, by name, in order. With `quotes` nothing is one in single quotes. */
export function scanReferences(
	text: string,
	from: number,
	to: number,
	{ escape, quotes }: { escape: string; quotes: boolean },
	take: (name: string, start: number, end: number) => void,
): void {
	const first = text.indexOf("$", from);
	if (first < 0 || first >= to) return;
	let isDoubleQuoted = false;
	let closing: ReadonlyMap<number, number> | undefined;
	for (let at = from; at < to; at++) {
		const character = text[at];
		if (character === escape) at++;
		else if (character === "\n") isDoubleQuoted = false;
		else if (quotes && character === '"') isDoubleQuoted = !isDoubleQuoted;
		else if (quotes && character === "'" && !isDoubleQuoted) at = endOfSingleQuotes(text, at, to);
		else if (character === "$") {
			reference.lastIndex = at;
			const match = reference.exec(text);
			const name = match?.[1] ?? match?.[2];
			if (!match || !name) continue;
			take(name, at, match[1] ? ((closing ??= closingBraces(text, at, to)).get(at + 1) ?? to) : at + match[0].length);
			// What stands in the braces may refer to variables too, so only the name is passed over.
			at += match[0].length - 1;
		}
	}
}

/** An apostrophe without a partner on its line quotes nothing, for in a script's comment it is only an apostrophe. */
function endOfSingleQuotes(text: string, start: number, to: number): number {
	const close = text.indexOf("'", start + 1);
	const lineEnd = text.indexOf("\n", start);
	return close < 0 || close >= to || (lineEnd >= 0 && lineEnd < close) ? start : close;
}

/** Offsets behind the brace that closes each opening one, by the offset of that. */
function closingBraces(text: string, from: number, to: number): ReadonlyMap<number, number> {
	const closing = new Map<number, number>();
	const open: number[] = [];
	for (let at = from; at < to; at++) {
		const character = text[at];
		if (character === "{") open.push(at);
		else if (character === "}") {
			const opening = open.pop();
			if (opening !== undefined) closing.set(opening, at + 1);
		}
	}
	return closing;
}
