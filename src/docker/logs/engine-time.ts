/** `length` with the blank behind it. */
export type EngineTime = { readonly time: string; readonly length: number };

/** The longest that an engine writes, with a zone and a blank: `2026-11-26T12:00:00.123456789+02:00 `. */
export const longestTime = 36;

/** The time that the engine has put before a line, in UTC with nine digits. */
export function engineTime(bytes: Buffer): EngineTime | undefined {
	// As Docker writes it: `2026-11-26T12:00:00.123456789Z `.
	if (bytes[30] === 32 && bytes[29] === 90 && bytes[10] === 84 && bytes[19] === 46 && bytes[4] === 45) {
		return { time: bytes.toString("latin1", 0, 30), length: 31 };
	}
	const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) /.exec(bytes.toString("latin1", 0, longestTime));
	return found ? { time: inUtc(found[0].trimEnd()), length: found[0].length } : undefined;
}

/** RFC 3339 in UTC with nine digits, as texts of which are ordered as times are; empty where it is none, or Go's zero. */
export function inUtc(time: string): string {
	const [, seconds = "", fraction = "", zone = ""] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time) ?? [];
	const at = Date.parse(seconds + zone);
	if (Number.isNaN(at) || seconds.startsWith("0001")) return "";
	return `${new Date(at).toISOString().slice(0, 19)}.${fraction.padEnd(9, "0")}Z`;
}

/** As engines take it for `since`: seconds since 1970, and nanoseconds. */
export function sinceOf(time: string): string {
	const utc = inUtc(time);
	return utc ? `${Date.parse(`${utc.slice(0, 19)}Z`) / 1000}.${utc.slice(20, 29)}` : "0";
}
