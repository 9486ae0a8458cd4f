/** `UTC`, or the name of a zone as IANA has it. */
export type Zone = string;

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** The clock of a zone; undefined where no zone has this name. */
function formatOf(zone: Zone): Intl.DateTimeFormat | undefined {
	const known = formats.get(zone);
	if (known) return known;
	try {
		const made = new Intl.DateTimeFormat("en-US", {
			...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
			...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
		});
		formats.set(zone, made);
		return made;
	} catch {
		return undefined;
	}
}

export const isZone = (zone: string): boolean => formatOf(zone) !== undefined;

type Parts = { readonly date: string; readonly clock: string };

function partsOf(milliseconds: number, zone: Zone): Parts {
	const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
	for (const { type, value } of formatOf(zone)?.formatToParts(milliseconds) ?? []) found[type] = value;
	return { date: `${found.year}-${found.month}-${found.day}`, clock: `${found.hour}:${found.minute}:${found.second}` };
}

/** A time of the engine's in a zone, to the millisecond: `2026-01-15 10:00:00.123`. Empty where there is none. */
export function timeIn(time: string, zone: Zone): string {
	const milliseconds = Date.parse(time);
	if (Number.isNaN(milliseconds)) return "";
	const fraction = /\.(\d{1,3})/.exec(time)?.[1]?.padEnd(3, "0") ?? "000";
	if (zone === "UTC") return `${time.slice(0, 10)} ${time.slice(11, 19)}.${fraction}`;
	const { date, clock } = partsOf(milliseconds, zone);
	return `${date} ${clock}.${fraction}`;
}

const ago = /^-? *(\d+) *(s|sec|m|min|h|d)(?: +ago)?$/i;
const seconds: Readonly<Record<string, number>> = { s: 1, sec: 1, m: 60, min: 60, h: 3_600, d: 86_400 };
const written = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/;

/**
 * The time that somebody means, as the engine writes times: `10:15`, `10:15:30.5`, `2026-01-15 10:15`, a time with a zone, `5m ago`. What is left out is that
 * of `near`, a time of the engine's. Undefined where it is no time.
 */
export function meantTime(text: string, zone: Zone, near: string): string | undefined {
	const trimmed = text.trim();
	const before = ago.exec(trimmed);
	if (before) return toEngineTime(Date.parse(near) - Number(before[1]) * (seconds[before[2]?.toLowerCase() ?? ""] ?? 1) * 1_000);
	if (/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(trimmed)) return toEngineTime(Date.parse(trimmed));
	const match = written.exec(trimmed);
	if (!match || trimmed === "") return undefined;
	const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = ""] = match;
	const date = year === undefined ? timeIn(near, zone).slice(0, 10) : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
	const clock = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}:${second.padStart(2, "0")}.${fraction.slice(0, 3).padEnd(3, "0")}`;
	const asUtc = Date.parse(`${date}T${clock}Z`);
	// JavaScript takes the 30th of February for the 2nd of March.
	if (Number.isNaN(asUtc) || (Number(hour) < 24 && !new Date(asUtc).toISOString().startsWith(date))) return undefined;
	// The zone's distance from UTC depends on the time itself: what is found in the first round is near enough to find it in the second.
	let guess = asUtc;
	for (let round = 0; round < 2; round++) {
		const there = partsOf(guess, zone);
		guess += asUtc - Date.parse(`${there.date}T${there.clock}${new Date(guess).toISOString().slice(19)}`);
	}
	return toEngineTime(guess);
}

const toEngineTime = (milliseconds: number): string | undefined =>
	Number.isNaN(milliseconds) || Math.abs(milliseconds) > 8e15 ? undefined : `${new Date(milliseconds).toISOString().slice(0, -1)}000000Z`;
