/** From the least to the worst. */
export const levels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
export type Level = (typeof levels)[number];

export const rankOf = (level: Level): number => levels.indexOf(level);

const words: Readonly<Record<Level, string>> = {
	trace: "trace trac trc trce finest finer verbose verb vrb silly",
	debug: "debug debu dbg dbug fine config debug1 debug2 debug3 debug4 debug5",
	info: "info inf information informational notice note success system http",
	warn: "warn warning wrn",
	error: "error erro err eror severe fail failure",
	fatal: "fatal fata pani ftl critical crit crt alert emerg emergency panic pnc dpanic",
};

const byWord = new Map(levels.flatMap((level) => words[level].split(" ").map((word) => [word, level] as const)));

/** The level that a logger calls by this word, however it is written. */
export const levelOfWord = (word: string): Level | undefined => byWord.get(word) ?? byWord.get(word.toLowerCase()) ?? levelBetween(word);

/** Go's slog names what lies between two levels by the lower one, as in `WARN+1`, and what is below all by the lowest. https://pkg.go.dev/log/slog#Level.String */
function levelBetween(word: string): Level | undefined {
	const [, level = "", sign] = /^([A-Z]{4,5})([+-])\d{1,3}$/.exec(word) ?? [];
	if (sign === "-") return level === "DEBUG" ? "trace" : undefined;
	return byWord.get(level.toLowerCase());
}

/** Of syslog: 0 is the worst, 7 the least. https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1 */
export const levelOfSeverity = (severity: number): Level | undefined => severities[severity];
const severities: readonly Level[] = ["fatal", "fatal", "fatal", "error", "warn", "info", "info", "debug"];

/** Of loggers that count by tens: bunyan and pino begin with trace, Python's logging with debug. */
export function levelOfTens(number: number, first: "trace" | "debug"): Level | undefined {
	if (!Number.isInteger(number) || number < 10 || number > 69) return undefined;
	return levels[Math.min(Math.floor(number / 10) - (first === "trace" ? 1 : 0), 5)];
}
