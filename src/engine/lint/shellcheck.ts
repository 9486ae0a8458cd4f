import { say, type Message } from "../text/message.ts";
import { Lines, touches, type Range } from "../text/text.ts";
import type { Configuration } from "./configuration.ts";
import type { Finding } from "./lint.ts";
import { findRules } from "./rule-names.ts";
import type { Rule, Severity } from "./rule.ts";

/** A shell script in a file, for the user's own ShellCheck: https://www.shellcheck.net. Hosts run the program; what it is given and what is made of its answer is here. */
export type ShellScript = {
	/** As `shellcheck --shell` calls it. */
	readonly shell: "sh" | "bash" | "dash" | "busybox" | "ksh";
	readonly text: string;
	/** Where a stretch of the script stands in the file. */
	rangeOf(stretch: Range): Range;
	/** Whether something outside of the script gives the variable a value. */
	isSet(name: string): boolean;
};

/** What ShellCheck says of one place, as its format `json1` has it. Lines and columns count from 1, columns in characters, and the end is exclusive. */
export type ShellcheckComment = {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly level: string;
	readonly code: number;
	readonly message: string;
};

/** The same in the file, with the code as it is written: `SC2086`. */
export type ShellcheckProblem = { readonly code: string; readonly at: Range; readonly severity: Severity; readonly message: Message };

/** What is not asked for: files that scripts source, which are not there, and the line that names an interpreter, for the Dockerfile says that. */
export const excludedCodes: readonly string[] = ["SC1008", "SC1090", "SC1091", "SC2148", "SC2239"];

/** About variables that are never set, or never used, in the script itself. */
const codesOfVariables = new Set([2034, 2153, 2154]);

/** The code that a name in a comment or a configuration stands for, in capitals; undefined where it is no code of ShellCheck's. */
export const shellcheckCodeOf = (name: string): string | undefined => /^(?:shellcheck\/)?(SC\d{4})$/i.exec(name)?.[1]?.toUpperCase();

/** Where a code is explained. */
export const shellcheckPage = (code: string): string => `https://www.shellcheck.net/wiki/${code}`;

/** Reads what `shellcheck --format json1` prints: comments by the names of files; undefined where it is something else. */
export function parseShellcheck(output: string): ReadonlyMap<string, readonly ShellcheckComment[]> | undefined {
	const read = readJson(output) as { readonly comments?: unknown } | null | undefined;
	if (!Array.isArray(read?.comments)) return undefined;
	const byFile = new Map<string, ShellcheckComment[]>();
	for (const comment of read.comments as readonly unknown[]) {
		if (!isComment(comment)) return undefined;
		byFile.set(comment.file, [...(byFile.get(comment.file) ?? []), comment]);
	}
	return byFile;
}

/** Where in the file the comments on a script are, without those on variables that are set outside of it. */
export function shellcheckProblems(script: ShellScript, comments: readonly ShellcheckComment[]): readonly ShellcheckProblem[] {
	const lines = new Lines(script.text);
	return comments.flatMap((comment) => {
		const stretch = stretchOf(comment, lines);
		const name = /[A-Za-z_]\w*/.exec(script.text.slice(stretch.start, stretch.end))?.[0];
		if (name !== undefined && codesOfVariables.has(comment.code) && script.isSet(name)) return [];
		const severity = severities[comment.level] ?? "warning";
		return { code: `SC${comment.code}`, at: script.rangeOf(stretch), severity, message: say`${comment.message}` };
	});
}

/** The problems as findings, without those that are switched off, and those that `said`, which are ours, have at the same place. */
export function shellcheckFindings(
	problems: readonly ShellcheckProblem[],
	{ rules, configuration, said }: { readonly rules: readonly Rule[]; readonly configuration: Configuration; readonly said: readonly Said[] },
): readonly Finding[] {
	return problems.flatMap(({ code, at, severity, message }) => {
		const set = severitySetFor(code, rules, configuration);
		if (set === "off" || said.some((own) => own.aliases.includes(code) && touches(own.at, at))) return [];
		return { rule: code, aliases: [], at, message, severity: set ?? severity };
	});
}

/** A problem that a rule of ours has found, whether or not a comment ignores it. */
export type Said = Pick<Finding, "at" | "aliases">;

/** Somebody may have set the code itself, or rules that answer to it. */
function severitySetFor(code: string, rules: readonly Rule[], configuration: Configuration): Severity | "off" | undefined {
	const settings = [code, ...findRules(rules, code).map(({ id }) => id)].flatMap((id) => configuration.rules.get(id)?.severity ?? []);
	return settings.find((severity) => severity !== "off") ?? settings[0];
}

const severities: Readonly<Record<string, Severity>> = { error: "error", warning: "warning", info: "info", style: "info" };

/** What is a place between two characters becomes the word behind it. */
function stretchOf({ line, column, endLine, endColumn }: ShellcheckComment, lines: Lines): Range {
	const start = offsetAt(lines, line, column);
	const end = offsetAt(lines, endLine, endColumn);
	return { start, end: end > start ? end : start + (/^\S+/.exec(lines.text.slice(start))?.[0].length ?? 0) };
}

/** A column past the end of its line is the line's end. */
function offsetAt(lines: Lines, line: number, column: number): number {
	const { start, end } = lines.lineRange(line - 1);
	let offset = start;
	for (let left = column - 1; left > 0 && offset < end; left--) offset += (lines.text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
	return offset;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isComment(value: unknown): value is ShellcheckComment & { readonly file: string } {
	const comment = value as (Readonly<Record<string, unknown>> & object) | null;
	const isNumbered = ["line", "column", "endLine", "endColumn", "code"].every((key) => Number.isInteger(comment?.[key]));
	return isNumbered && ["file", "level", "message"].every((key) => typeof comment?.[key] === "string");
}
