import { levelOfSeverity, levelOfWord, type Level } from "./level.ts";

/** How a line begins. `isRecord`: with something that only the first line of what a logger writes has, such as a time or a level. */
export type Head = {
	readonly isRecord: boolean;
	readonly hasTime: boolean;
	readonly level: Level | undefined;
	/** Where a level begins that stands bare; -1 where none does. */
	readonly levelAt: number;
	/** Where the message begins. */
	readonly end: number;
};

/** A level stands in this much of a line, or nowhere. */
const longest = 320;
/** So many parts before a level: time, process, thread, logger. */
const mostParts = 12;

/** Judges how a line, given as it is shown, begins: a level is taken from its position, and from no word of the message. */
export function readHead(line: string): Head {
	const text = line.length > longest ? line.slice(0, longest) : line;
	for (const special of specials) {
		const found = special(text);
		if (found) return found;
	}
	return scan(text);
}

const head = (level: Level | undefined, end: number, hasTime: boolean, levelAt = -1): Head => ({ isRecord: true, hasTime, level, levelAt, end });
const letters: Readonly<Record<string, Level>> = {
	...{ T: "trace", V: "trace", D: "debug", I: "info", N: "info", W: "warn", E: "error", F: "fatal", A: "fatal", C: "fatal" },
};
const libertyMarks: Readonly<Record<string, Level>> = {
	...{ F: "fatal", E: "error", W: "warn", A: "info", I: "info", C: "debug", D: "debug" },
	...{ "1": "debug", "2": "debug", "3": "trace", ">": "trace", "<": "trace" },
};
const redisMarks: Readonly<Record<string, Level>> = { ".": "debug", "-": "debug", "*": "info", "#": "warn" };

type Special = (text: string) => Head | undefined;

/** The level that the first group says, where the pattern fits. */
const by =
	(pattern: RegExp, level: (group: string) => Level | undefined): Special =>
	(text) => {
		const match = pattern.exec(text);
		return match ? head(level(match[1] ?? ""), match[0].length, /\d:\d\d/.test(match[0])) : undefined;
	};
const letter = (group: string): Level | undefined => letters[group.toUpperCase()];

const byMark =
	(pattern: RegExp, level: (group: string) => Level | undefined): Special =>
	(text) => {
		const found = by(pattern, level)(text);
		return found && { ...found, isRecord: false, hasTime: false };
	};

/** A level that ends in the column in which longer ones do. It begins a record, though it is set in. */
export const rightAligned = /^(?: (?=(?:INFO|WARN) |ERROR {2})|(?: {6}(?=INFO)| {5}(?=DEBUG|ERROR)| {3}(?=WARNING)| {2}(?=CRITICAL))(?=[A-Z]+ {3}\S))([A-Z]+) /;

/** Programs that say a level as no other does. */
const specials: readonly Special[] = [
	// klog and glog.
	by(/^([IWEFD])(?:\d{4}|\d{6}|\d{8}) \d\d:\d\d:\d\d\.\d+ +\d+ (?:[^\]\s]*\] ?)?/, letter),
	// syslog, with the level in the lower bits.
	by(/^<(\d{1,3})>(?=\S)/, (number) => (Number(number) < 192 ? levelOfSeverity(Number(number) % 8) : undefined)),
	// redis and valkey.
	by(/^\d+:[XCSM] \d{1,2} [A-Z][a-z]{2} (?:\d{4} )?\d\d:\d\d:\d\d\.\d{3} ([.*#-]) /, (mark) => redisMarks[mark]),
	// Ruby's logger.
	by(/^([DIWEFA]), \[\d{4}-\d\d-\d\dT[\d:.]+ #\d+\] +[A-Z]+ -- [^:]*: ?/, letter),
	// Android's log.
	by(/^(?:\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} +\d+ +\d+ )([VDIWEFA]) [^:]*: /, letter),
	by(/^([VDIWEFA])\/[\w.]+ *\( *\d+\): /, letter),
	// Jupyter and Tornado.
	by(/^\[([DIWEC]) (?:\d{4}-\d\d-\d\d|\d{6}) [\d:.]+ [^\]]*\] ?/, letter),
	// Telegraf.
	by(/^\d{4}-\d\d-\d\dT[\d:.]+Z ([TDIWE])! /, letter),
	// etcd as it was.
	by(/^\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d(?:\.\d+)? ([TDINWEFC]) \| /, letter),
	// PHP itself, alone and behind a time.
	by(
		/^(?:\[[^\]]{1,40}\] )?(?:NOTICE: PHP message: )?(?:PHP )?((?:Catchable |Recoverable )?[Ff]atal error|Parse error|(?:Core |Compile |User )?[Ww]arning|Notice|Deprecated|Strict Standards): +(?=.* in .*(?: on line |:\d))/,
		phpLevel,
	),
	// Loggers below a time that Java's own logging writes on a line of its own.
	by(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M [\w.$]+(?: [\w$<>]+)?$/, () => undefined),
	// Warnings of Python and Node.
	by(/^(?:[A-Za-z]:)?[^\s:]+\.py:\d+: \w*Warning: /, () => "warn"),
	by(/^\(node:\d+\) (?:\[\w+\] )?\w*Warning: /, () => "warn"),
	by(/^(?:OpenJDK|Java HotSpot)\S*(?: \S+)* VM warning: /, () => "warn"),
	// npm.
	by(/^npm (ERR!|error|WARN|warn|notice|info|http|verb|sill?y?) /, (word) => levelOfWord(word.replace("ERR!", "error").replace(/^sill.*/, "silly"))),
	// Erlang's reports.
	by(/^=(\w+) REPORT====/, (word) => (/^(?:CRASH|SUPERVISOR)$/.test(word) ? "error" : /^PROGRESS$/.test(word) ? "info" : levelOfWord(word))),
	// SQL Server.
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ (?:spid\d+s?|Logon|Server|Backup) +(Error): \d+, Severity: /, () => "error"),
	// nginx, before it reads where its log is, and programs of MySQL.
	by(/^[\w./-]{1,40}: \[(emerg|alert|crit|error|warn|warning|notice|note|info|debug|system)\] /i, levelOfWord),
	// TensorFlow and others that abseil writes for.
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: ([IWEF]) [^\s\]]+:\d+\] ?/, letter),
	by(/^([IWEF])0000 00:00:\d+\.\d+ +\d+ [^\s\]]+:\d+\] ?/, letter),
	// Ruby's Semantic Logger.
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ ([TDIWEF]) \[\d+:[^\]]*\] /, letter),
	// WebSphere and Open Liberty: behind the time a thread, a part of the server and a letter in columns.
	by(/^\[[^\]]{8,40}\] [\da-f]{8} \S{1,200} +([A-Z123<>]) (?=\S)/, (mark) => libertyMarks[mark]),
	// PgBouncer and pgBackRest.
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \w{2,5} \[\d+\] (LOG|NOISE) (?=\S)/, (word) => (word === "LOG" ? "info" : "debug")),
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ P\d\d +([A-Z]{4,6}): /, (word) => levelOfWord(word) ?? (word === "ASSERT" ? "fatal" : "debug")),
	// PostgreSQL, whatever it is told to write before a level.
	by(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^"]{0,160}\[\d+(?:-\d+)?\][^"]{0,80}?\b(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG\d?): {2}(?=\S)/, (word) =>
		word === "LOG" ? "info" : levelOfWord(word),
	),
	// Compilers and apt.
	by(/^(error|warning)\[\w+\]: /, levelOfWord),
	by(/^[^\s:]{1,200}\(\d+,\d+\): (error|warning) /, levelOfWord),
	by(/^([EW]): (?=[A-Z])/, letter),
	// Programs and compilers that say who speaks, and where.
	by(/^[\w./+-]{1,60}(?:\[\d+\])?: (trace|debug|info|notice|warn|warning|error|fatal|critical): /, levelOfWord),
	by(/^[^\s:]{1,200}:\d+(?::\d+)?: (?:fatal )?(error|warning|note): /, levelOfWord),
	by(/^(?:[^\s:]{1,200}:(?:\d+:)? )?[Ff]atal (?:runtime )?error: /, () => "fatal"),
	by(/^[\w-]{1,40}:(info|error|warn|warning|debug) +(?=\d{4}-)/, levelOfWord),
	// What Rust's loggers and rich set to the right, and what consola has in a badge.
	by(rightAligned, levelOfWord),
	// What systemd says of its units on a console.
	by(/^\[(  OK  |FAILED|DEPEND)\] /, (word) => (word.trim() === "OK" ? "info" : "error")),
	// Marks of Next.js and the like, whose other lines are set in as well.
	byMark(/^ ?([⨯✖⚠])\uFE0F? +(?=\S)/u, (mark) => (mark === "⚠" ? "warn" : "error")),
];

function phpLevel(word: string): Level {
	const lower = word.toLowerCase();
	if (lower.endsWith("warning")) return "warn";
	if (lower === "notice" || lower === "strict standards") return "info";
	if (lower === "deprecated") return "warn";
	return lower === "parse error" ? "error" : "fatal";
}

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
const clock = "\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,:]\\d+)?)?(?: ?[AP]M)?";
const zone =
	"(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d|(?!(?:TRACE|DEBUG|INFO|INF|WARN|WRN|EROR|ERR|DBG|TRC|FTL|PNC|CRIT|ALL|FINE|LOG|NOTE|ERRO|FATA|DEBU|TRAC|PANI|FAIL|VERB|VRB)\\b)[A-Z]{3,4}(?=[\\s\\]:|])))?";
/** Times as programs write them, in any order of their parts. */
const times = new RegExp(
	[
		`\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:(?:[T_]| +(?:- )?|[:,] ?)${clock})?${zone}`,
		`(?:[A-Z][a-z]{2},? )?${months}\\.? +\\d{1,2},?(?: \\d{4},?)? +${clock}(?: \\d{4})?${zone}`,
		`\\d{1,2}[-/ ]${months}(?:[-/ ]\\d{2,4})?[: ]+${clock}${zone}`,
		`\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4},? +${clock}${zone}`,
		`\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)(?: ?[AP]M)?${zone}`,
		"\\d{1,2}:\\d\\d[AP]M",
		"1[0-9]{9}(?:\\.\\d+|\\d{3})?(?=[\\s:\\]|,])",
	].join("|"),
	"y",
);
const separators = /[\s|:;,–—>•·›»✖✘✔ℹ▸●◆-]+/y;
/** What may stand in brackets before the message. */
const bracketed = /\[[^[\]]{0,120}\]|\((?![^()]*\()[^()]{0,120}\)|<[^<>]{1,60}>|\{[^{}"]{0,80}\}/y;
const word = /[A-Za-z]{1,13}\d?(?![\w.])/y;
/** A process's number, `29#29`, `pid=7`, `#12`, a name of a logger with dots or colons, a host with its program. */
const numbers = /(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|0x[\da-f]+|#?\d+(?:[#.]\d+)*%?)(?=[\s:|\]-])/iy;
const assignments = /[a-z_]\w{0,20}=[^\s"]{1,80}(?=\s)/iy;
const names =
	/[\w./-]+:\d+(?::\w+(?:\(\))?)?(?=[\s\]|:-])|[A-Za-z_$][\w$@/-]*(?:(?:\.|::)[\w$@/<>-]+)+(?:\([\w. :]*\))?:?(?=[\s\]|:-])|[\w./-]{1,60}\[\d+(?::\d+)?\](?=[:\s])/y;
/** `app.ERROR:` of Monolog. */
const channel = /[\w-]{1,40}\.(EMERGENCY|ALERT|CRITICAL|ERROR|WARNING|NOTICE|INFO|DEBUG)(?=: )/y;
/** `name - `, `name | `, `name:` behind a time. */
const plainName = /[\w@./$-]{1,60}(?= +[-|[] ?|: )|(?:root|main|__main__|\w+[-_]\w[\w-]*)(?= +(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)/y;

/** Words that are levels only where nothing else can be meant. */
const rare = new Set(["note", "notice", "http", "fine", "success", "system", "config", "fail", "failure", "alert", "panic", "silly", "emergency"]);

/** A sticky pattern's match at a place. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

function scan(text: string): Head {
	// Stars and arrows that are to be seen.
	let [at, hasTime, isLead] = [/^(?:[*!>=#]{2,5}|-{2,3}) +(?=[A-Z])/.exec(text)?.[0].length ?? 0, false, true];
	let isSyslog = false;
	let skippedNames = 0;
	for (let part = 0; part < mostParts && at < text.length; part++) {
		at = matchAt(separators, text, at) && (part > 0 || /^[\s›»✖✘✔ℹ▸●◆]/.test(text)) ? separators.lastIndex : at;
		const time = matchAt(times, text, at);
		if (time) {
			[at, hasTime, isLead] = [times.lastIndex, true, false];
			isSyslog = /^[A-Z][a-z]{2} /.test(time[0]);
			continue;
		}
		const brackets = matchAt(bracketed, text, at);
		if (brackets) {
			const inner = brackets[0].slice(1, -1);
			const isFirst = isLead && !hasTime;
			// `<warning>…</warning>` is no level, nor is an element that stands alone.
			const isElement = isFirst && brackets[0].startsWith("<") && (!/\s/.test(text[bracketed.lastIndex] ?? "") || text.includes("</"));
			const level = isElement ? undefined : levelInBrackets(inner, isFirst);
			at = bracketed.lastIndex;
			if (level) return head(level, at, hasTime);
			hasTime ||= startsWithTime(inner);
			isLead = false;
			continue;
		}
		const level = levelAt(text, at, hasTime, isLead);
		if (level) return head(level.level, level.end, hasTime, at);
		const inChannel = isLead ? null : matchAt(channel, text, at);
		if (inChannel) return head(levelOfWord(inChannel[1] ?? ""), channel.lastIndex, hasTime);
		const skipped = matchAt(numbers, text, at) ?? (hasTime || !isLead ? (matchAt(assignments, text, at) ?? matchAt(names, text, at)) : null);
		if (skipped) {
			if (isLead && !/^#?\d/.test(skipped[0])) break;
			at += skipped[0].length;
			isLead = false;
			continue;
		}
		// Behind a time there may be a host, a program, the name of a logger.
		const name = hasTime && skippedNames < 3 ? (matchAt(plainName, text, at) ?? (isSyslog ? hostAt(text, at) : null)) : null;
		if (!name) break;
		skippedNames++;
		at += name[0].length;
	}
	return { isRecord: hasTime, hasTime, level: undefined, levelAt: -1, end: hasTime ? at : 0 };
}

/** The host of a line of syslog, behind which the program stands. */
const host = /[\w.-]{1,60}(?= [\w./-]{1,60}(?:\[\d+\])?: )/y;
const hostAt = (text: string, at: number): RegExpExecArray | null => matchAt(host, text, at);

const startsWithTime = (inner: string): boolean => matchAt(times, inner, 0) !== null;

/** A level in brackets: alone, or beside a time, a module, a thread. */
function levelInBrackets(inner: string, isLead: boolean): Level | undefined {
	const trimmed = inner.trim();
	if (/^[A-Za-z]+\d?$/.test(trimmed)) {
		if (trimmed.length === 1) return letters[trimmed];
		const level = levelOfWord(trimmed);
		// `[http]`, `[system]` and the like are names.
		return level && rare.has(trimmed) && (isLead || !/^(?:notice|note|alert|panic|emergency)$/.test(trimmed)) && trimmed !== "notice" ? undefined : level;
	}
	// `[INFO|trainer.py:12]`, `[WARN 10:00:00]`, `[W socket.cpp:436]`, `[libprotobuf ERROR message.cc:3]`.
	const first = /^(?:[a-z]\w* )?([A-Z]{3,8}|[DIWEF](?:\d{4})?)[ |](?=\S*(?:\d\d:\d\d|\.[a-z]+:\d)|\d\d:\d\d:\S+ \S+:\d)/.exec(trimmed)?.[1];
	if (first !== undefined) return first.length < 3 || /\d/.test(first) ? letters[first.charAt(0)] : levelOfWord(first);
	const time = matchAt(times, trimmed, 0);
	const rest = time ? trimmed.slice(time[0].length) : trimmed;
	const behind = /^(?:[\s:]+)([A-Z]{3,8})\b/.exec(rest) ?? /(?:^|[\s/])(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)$/.exec(rest);
	if (behind && (time || behind.index > 0)) return levelOfWord(behind[1] ?? "");
	const module = /^[\w-]+:([a-z]{4,8}\d?)$/.exec(trimmed)?.[1];
	return module === undefined ? undefined : levelOfWord(module.replace(/^trace\d$/, "trace"));
}

/** A level that stands bare. In capitals it needs no more than its position; else it needs what only a label has. */
function levelAt(text: string, at: number, hasTime: boolean, isLead: boolean): { readonly level: Level; readonly end: number } | undefined {
	const match = matchAt(word, text, at);
	if (!match) return undefined;
	const [found] = match;
	const end = at + found.length + (/^[+-]\d{1,3}(?= )/.exec(text.slice(at + found.length, at + found.length + 5))?.[0].length ?? 0);
	const after = text.slice(end, end + 3);
	const upper = found.toUpperCase();
	if (upper === "LOG" && found === upper && (/^: /.test(after) || /^ +\[/.test(after)) && !isLead) return { level: "info", end };
	const level = levelOfWord(text.slice(at, end));
	if (!level || (/\d$/.test(found) && !/^DEBUG\d$/.test(found))) return undefined;
	if (found === upper) {
		if (found.length < 3 || /^(?:SYSTEM|HTTP|ALL|NOTE)$/.test(found)) return undefined;
		// A method of HTTP.
		if (found === "TRACE" && /^ \//.test(after)) return undefined;
		if (isLead && rare.has(found.toLowerCase()) && !after.startsWith(":")) return undefined;
		// `ERROR_CODE`, `INFO-level`, `WARN=1` are names.
		return /^(?:$|[\s:[|(\])}>,;/]|- |-$)/.test(after) ? { level, end } : undefined;
	}
	if (rare.has(found.toLowerCase()) && !/^(?:notice|alert|panic|emergency|fail|success|note)$/i.test(found)) return undefined;
	if (/^:(?:\s|$)/.test(after)) return isLead && !isLabel(found) ? undefined : { level, end };
	if (/^[|\]]/.test(after) || after.startsWith("\t")) return isLead && !after.startsWith("\t") ? undefined : { level, end };
	// `warn  - `, `info  [main]`, behind a time also `Info   `.
	if (/^ +[[|(]|^ - /.test(after)) return hasTime || /^ {2}/.test(after) || /^ +\[/.test(after) ? { level, end } : undefined;
	return /^ {2}/.test(after) && !rare.has(found.toLowerCase()) && (hasTime || !isLead || /^[a-z]/.test(found)) ? { level, end } : undefined;
}

/** Words that begin a line as a label, and not a sentence. */
const isLabel = (found: string): boolean => /^(?:trace|debug|dbug|trce|info|warn|warning|error|fail|fatal|crit|critical|panic)$/i.test(found);
