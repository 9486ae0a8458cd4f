import { levelOfSeverity, levelOfTens, levelOfWord, type Level } from "../level.ts";
import type { FieldValue, Fields } from "./field.ts";

/** What the common loggers call the same thing, in the order in which they are asked, as `normal` writes them. */
const names = {
	level: [
		"level",
		"lvl",
		"loglevel",
		"severity",
		"severitytext",
		"levelname",
		"log.level",
		"l",
		"severitynumber",
		"priority",
		"levelno",
		"s",
		"level.name",
		"errorseverity",
	],
	message: ["message", "msg", "shortmessage", "m", "renderedmessage", "body", "event", "log.message", "mt", "messagetemplate", "text"],
	time: ["timestamp", "time", "ts", "t", "datetime", "asctime", "date", "instant", "eventtime", "created", "t.$date", "instant.epochsecond"],
	logger: ["logger", "loggername", "log.logger", "name", "category", "sourcecontext", "properties.sourcecontext", "component", "module", "c", "caller"],
	trace: [
		"stack",
		"stacktrace",
		"error.stacktrace",
		"error.stack",
		"err.stack",
		"error.stacktrace",
		"exception",
		"exception.stacktrace",
		"excinfo",
		"exctext",
		"x",
		"thrown.extendedstacktrace",
		"throwable",
		"fullmessage",
		"stackinfo",
		"backtrace",
		"meta.stack",
		"exception.backtrace",
		"error.errorverbose",
		"errorverbose",
		"state.exception",
	],
} as const satisfies Record<string, readonly string[]>;

export type KnownName = keyof typeof names;

/** `@timestamp`, `log_level`, `logLevel`: `timestamp`, `loglevel`. */
const normal = (path: string): string => path.toLowerCase().replace(/[@_-]/g, "");

/** Where the value stands that goes by this name. */
export function findKnown(fields: Fields, name: KnownName): string | undefined {
	return known(fields).get(name);
}

function known(fields: Fields): ReadonlyMap<KnownName, string> {
	const found = new Map<KnownName, { readonly path: string; readonly rank: number }>();
	for (const [path, value] of fields) {
		const key = normal(path);
		for (const name of kinds) {
			const rank = ranks[name].get(key);
			if (rank === undefined || (found.get(name)?.rank ?? Infinity) <= rank || !isSensible(name, value)) continue;
			found.set(name, { path, rank });
		}
	}
	return new Map([...found].map(([name, { path }]) => [name, path]));
}

const kinds = Object.keys(names).filter((name): name is KnownName => name in names);
const ranks = Object.fromEntries(kinds.map((kind) => [kind, new Map(names[kind].map((name: string, rank) => [name, rank]))])) as unknown as Readonly<
	Record<KnownName, ReadonlyMap<string, number>>
>;

function isSensible(name: KnownName, value: FieldValue): boolean {
	if (name === "trace") return typeof value === "string" && value.includes("\n");
	if (name === "message" || name === "logger") return typeof value === "string" && value !== "";
	return value !== null && value !== "";
}

/** The level that fields say, by what the logger that wrote them calls it. */
export function levelOfFields(fields: Fields): Level | undefined {
	for (const [path, value] of candidates(fields)) {
		const level = levelOf(path, value, fields);
		if (level) return level;
	}
	// Serilog's compact format leaves the usual one out. https://clef-json.org
	return fields.has("@t") && (fields.has("@m") || fields.has("@mt")) && !fields.has("@l") ? "info" : undefined;
}

function candidates(fields: Fields): readonly (readonly [string, FieldValue])[] {
	const found: { readonly entry: readonly [string, FieldValue]; readonly rank: number }[] = [];
	for (const entry of fields) {
		const rank = ranks.level.get(normal(entry[0]));
		if (rank !== undefined) found.push({ entry, rank });
	}
	return found.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

function levelOf(path: string, value: FieldValue, fields: Fields): Level | undefined {
	const key = normal(path);
	if (typeof value === "string") {
		if (key === "priority") return levelOfPriority(path, value, fields);
		if (key === "severity" && /^\d$/.test(value)) return levelOfSeverity(Number(value));
		// MongoDB has one letter, and digits for how much of it is told.
		if (key === "s") return fields.has("c") && fields.has("msg") ? letters[value[0] ?? ""] : undefined;
		// PostgreSQL has its own word for what is told at any time.
		if (key === "errorseverity" && value === "LOG") return "info";
		if (key === "l" && value.length === 1) return letters[value.toUpperCase()];
		return levelOfWord(value.trim());
	}
	if (typeof value !== "number") return undefined;
	if (key === "severitynumber") return value >= 1 && value <= 24 ? byFours[Math.ceil(value / 4) - 1] : undefined;
	if (key === "levelno") return levelOfTens(value, "debug");
	if (key === "priority") return levelOfPriority(path, String(value), fields);
	if (key !== "level" && key !== "severity" && key !== "lvl" && key !== "loglevel") return undefined;
	// Nextcloud counts from 0 for debug; GELF and syslog have 7 for it.
	if (fields.has("reqId") && fields.has("app") && value <= 4) return (["debug", "info", "warn", "error", "fatal"] as const)[value];
	if (fields.has("short_message") || (key === "severity" && value < 8)) return levelOfSeverity(value);
	// Monolog: 100, 200, 250, 300, 400, 500, 550, 600.
	if (value >= 100 && value <= 600 && value % 50 === 0)
		return value < 200 ? "debug" : value < 300 ? "info" : value < 400 ? "warn" : value < 500 ? "error" : "fatal";
	return levelOfTens(value, "trace");
}

/** The journal's, and that of Falco's rules. Others give a priority to jobs, mails and the like. */
function levelOfPriority(path: string, value: string, fields: Fields): Level | undefined {
	if (path !== "PRIORITY") return fields.has("rule") && fields.has("output") ? levelOfWord(value) : undefined;
	return /^[0-7]$/.test(value) ? levelOfSeverity(Number(value)) : levelOfWord(value);
}

const byFours = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
const letters: Readonly<Record<string, Level>> = { T: "trace", V: "trace", D: "debug", I: "info", N: "info", W: "warn", E: "error", F: "fatal", C: "fatal" };
