import { readHead, rightAligned, type Head } from "./head.ts";
import type { Level } from "./level.ts";
import { rankOf } from "./level.ts";
import { frameKind, isFrame, traceStart, type TraceStart } from "./traces/traces.ts";
import type { TraceState } from "./traces/trace.ts";

/** What is remembered of the entry to which the next line of a stream may belong. */
export type Open = {
	/** It began as a logger's lines do. */
	readonly isRecord: boolean;
	readonly hasTime: boolean;
	readonly level: Level | undefined;
	/** Where its level stands, if it stands bare. */
	readonly levelAt: number;
	/** Its first line, as far as it is judged. */
	readonly first: string;
	/** It has said nothing yet: what it says follows. */
	readonly isEmpty: boolean;
	/** Fields in JSON or logfmt say all there is. */
	readonly isWhole: boolean;
	trace: TraceState | undefined;
	/** Of its last line. */
	time: string;
};

export type Begun = { readonly kind: "begins"; readonly open: Open; readonly level: Level | undefined };

/** Where a line goes. `waits`: it goes on with the entry if more of that entry follows, as a blank line does. */
export type Verdict = Begun | { readonly kind: "waits" } | { readonly kind: "continues"; readonly level?: Level };

/** What comes later than this many milliseconds is something else. */
const longestGap = 1_000;
/** Longer lines are judged by this much of them. */
const judged = 2_000;
/** So many lines of a message are waited with for what follows. */
const mostWaiting = 8;

/** Judges a line, as it is shown, by what came before it in the same stream; `isWhole` where it is a line of JSON or logfmt, with the level that its fields say. */
export function judge(line: string, time: string, isWhole: boolean, fieldLevel: Level | undefined, open: Open | undefined): Verdict {
	const text = (line.length > judged ? line.slice(0, judged) : line).replace(prefixes, "");
	if (isWhole) return begin(text, time, { isRecord: true, hasTime: true, level: fieldLevel, levelAt: -1, end: 0 }, fieldLevel, true);
	const isInTime = open !== undefined && !open.isWhole && gap(open.time, time) <= longestGap;
	if (text.trim() === "") return isInTime && (open.trace || open.isEmpty || open.isRecord) ? waits : begin(text, time, noHead, undefined, false);
	const head = readHead(text);
	if (isInTime) {
		const verdict = goesOn(text, head, open);
		if (verdict?.kind === "waits") {
			if (open.trace) open.trace.waiting++;
			return verdict;
		}
		if (verdict) {
			if (open.trace) [open.trace.count, open.trace.waiting] = [open.trace.count + 1, 0];
			open.time = time;
			return verdict;
		}
	}
	return begin(text, time, head, fieldLevel, false);
}

/** A line that cannot go on with what was before it. */
export const beginAnew = (line: string, time: string): Begun => begin(line.slice(0, judged), time, readHead(line), undefined, false);

/** What pm2, Foreman and Compose write before each line of a program of theirs. */
const prefixes = /^(?:\d+\|[\w.-]+ *\| |[\w.-]+[-_]\d+ +\| |\d\d:\d\d:\d\d [\w-]+\.\d+ +\| )/;

const noHead: Head = { isRecord: false, hasTime: false, level: undefined, levelAt: -1, end: 0 };

function begin(text: string, time: string, head: Head, fieldLevel: Level | undefined, isWhole: boolean): Begun {
	const found = isWhole ? undefined : traceStart(text);
	const start = found?.isAlone === false ? undefined : found;
	const level = fieldLevel ?? head.level ?? start?.kind.level;
	const isEmpty =
		head.isRecord &&
		!isWhole &&
		((head.level !== undefined && saysNothing.test(text.slice(head.end))) || /^=\w+ REPORT====.*===$|\bpanic recovered:$/.test(text)) &&
		head.end > 0;
	const trace = start && { kind: start.kind, phase: start.phase, count: 1, hasFrames: false, waiting: 0 };
	return {
		kind: "begins",
		level,
		open: { isRecord: head.isRecord, hasTime: head.hasTime, level, levelAt: head.levelAt, first: text, isEmpty, isWhole, trace, time },
	};
}

/** Processes, threads and loggers, and no message. */
const saysNothing = /^[\s\d:|-]*(?:\[[^\]]{0,80}\][\s:|-]*)*(?:[\w.$-]{1,80} *[:-] *)?$/;

function goesOn(text: string, head: Head, open: Open): Verdict | undefined {
	const { trace } = open;
	if (trace && !head.hasTime && trace.kind.expects?.(text, trace)) return goOn;
	const late = lateLevel(text, open);
	if (late) return late;
	if (isPostgresDetail(text, open)) return goOn;
	const start = traceStart(text);
	const isIndented = /^\s/.test(text);
	// What looks like a level further in is a word of it, unless it stands below the other: some say a time once only.
	const isOther = head.hasTime || !isSetIn(text, open.first) || !(open.isRecord || trace) || (head.levelAt > 0 && head.levelAt === open.levelAt);
	if (isFrameOfItsOwn(text, head, open)) {
		open.trace ??= { kind: frameKind, phase: "", count: 1, hasFrames: true, waiting: 0 };
		return goOn;
	}
	if (head.isRecord && isOther && !(start && isToldAgain(start, open))) return undefined;
	if (trace?.kind.continues(text, trace)) return goOn;
	if (start && isIndented && pythonWarning.test(open.first)) return undefined;
	if (start?.follows === "none" && !isIndented) return undefined;
	if (start && !trace && follows(start, open)) {
		open.trace = { kind: start.kind, phase: start.phase, count: 1, hasFrames: false, waiting: 0 };
		return open.level ? goOn : { kind: "continues", ...(start.kind.level && { level: start.kind.level }) };
	}
	if (isFrame(text)) {
		if (trace) {
			trace.hasFrames = true;
			return goOn;
		}
		open.trace = { kind: frameKind, phase: isIndented ? "" : "list", count: 1, hasFrames: true, waiting: 0 };
		return open.level ? goOn : { kind: "continues", level: "error" };
	}
	if (isIndented && trace) return trace.phase !== "end" && isBelow(text, trace) ? goOn : undefined;
	if ((isIndented && open.isRecord && !mark.test(text)) || (open.isEmpty && !(start && trace)) || isSecondLine(text, open)) return goOn;
	// A message of several lines, if frames follow.
	return trace && !start && !trace.hasFrames && trace.waiting < mostWaiting && trace.kind.level !== undefined ? waits : undefined;
}

/** What Next.js sets in by one, and is no part of what another wrote. */
const mark = /^ [\u2713\u2a2f\u26a0\u25b2\u25cb]\uFE0F? /u;

const goOn: Verdict = { kind: "continues" };
const waits: Verdict = { kind: "waits" };

/** Whether a trace can be part of what a logger wrote. */
function follows(start: TraceStart, open: Open): boolean {
	if (!open.isRecord) return start.goesWithAny;
	const isBad = open.level !== undefined && rankOf(open.level) >= rankOf("warn") && !pythonWarning.test(open.first);
	return start.follows === "any" || (start.follows === "bad" && isBad);
}

/** An error that a logger wrote, and below it what was thrown: `Error: …` could else begin a record. */
const isToldAgain = (start: TraceStart, open: Open): boolean => open.hasTime && !open.trace && start.follows === "bad" && follows(start, open);

/** What was never seen to begin goes on with what is set in deeply, or is a property of what was thrown. */
const isBelow = (text: string, { kind, phase }: TraceState): boolean => kind !== frameKind || phase === "list" || /^(?:\t| {4}| {2}\[?[\w$]+\]?: )/.test(text);

/** Some write each line of a trace as a record of the same level, as sbt and Fluentd do. */
function isFrameOfItsOwn(text: string, { isRecord, level, end }: Head, open: Open): boolean {
	if (!isRecord || !open.isRecord || level === undefined || level !== open.level || rankOf(level) < rankOf("warn")) return false;
	const behind = text.slice(end).replace(/^:? (?:#\d+ )?/, "");
	return isFrame(behind) && (open.trace !== undefined || !/^[A-Z]/.test(behind));
}

/** Whether a line is set in further than the first one. */
const isSetIn = (text: string, first: string): boolean => text.search(/\S/) > first.search(/\S/) && !rightAligned.test(text);

/** It has its line of the program below it, and no trace. */
const pythonWarning = /^\S+\.py:\d+: \w*Warning: /;

/** Java's own logging has the level at the start of its second line. */
function lateLevel(text: string, open: Open): Verdict | undefined {
	if (!/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M \S+(?: \S+)?$/.test(open.first)) return undefined;
	const word = /^(SEVERE|WARNING|INFO|CONFIG|FINER?|FINEST): /.exec(text)?.[1];
	return word === undefined ? undefined : { kind: "continues", level: julLevels[word] ?? "info" };
}

const julLevels: Readonly<Record<string, Level>> = {
	SEVERE: "error",
	WARNING: "warn",
	INFO: "info",
	CONFIG: "debug",
	FINE: "debug",
	FINER: "trace",
	FINEST: "trace",
};

const postgres = /(?:LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG\d?): {1,2}\S/;
const detail = /^(.{0,120}?)\b(?:DETAIL|HINT|QUERY|CONTEXT|STATEMENT|LOCATION|BACKTRACE): {2}/;

/** PostgreSQL writes the parts of one report as lines that begin alike. */
function isPostgresDetail(text: string, { first }: Open): boolean {
	const before = detail.exec(text)?.[1];
	if (before === undefined || !postgres.test(first)) return false;
	const process = /\[\d+(?:-\d+)?\]/;
	return process.exec(before)?.[0].replace(/-\d+/, "") === process.exec(first)?.[0].replace(/-\d+/, "");
}

/** Lines of which each comes with another before it. */
const isSecondLine = (text: string, { first }: Open): boolean =>
	(first.startsWith("(node:") && text.startsWith("(Use `")) ||
	(text.startsWith("future: <") && /\basyncio\b/.test(first)) ||
	(/\] QUERY (?:OK|ERROR)\b/.test(first) && ecto.test(text)) ||
	isHint(text, first);

/** What Elixir's Ecto writes below the time that a query took: the query, and who asked. */
const ecto = /^(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|begin|commit|rollback)\b|^\u21b3 /;

/** Programs of PostgreSQL say after an error what to do, as `initdb: hint: …`. */
function isHint(text: string, first: string): boolean {
	const program = /^([\w-]+: )(?:hint|detail): /.exec(text)?.[1];
	return program !== undefined && first.startsWith(program);
}

/** Milliseconds between two times; 0 where one is not known. */
function gap(before: string, after: string): number {
	if (before === "" || after === "" || before.slice(0, 19) === after.slice(0, 19)) return 0;
	const milliseconds = Date.parse(after) - Date.parse(before);
	return Number.isNaN(milliseconds) ? 0 : milliseconds;
}
