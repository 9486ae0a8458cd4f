import { goBoolean } from "../../text/go-boolean.ts";

/** A duration as Go's `time.ParseDuration` reads it, in milliseconds; undefined where it is none. */
export function parseDuration(text: string): number | undefined {
	if (/^[-+]?0$/.test(text)) return 0;
	if (!/^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return undefined;
	let total = 0;
	for (const [, number, unit] of text.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)) total += Number(number) * (milliseconds[unit ?? ""] ?? 0);
	return total > longest ? undefined : text.startsWith("-") ? -total : total;
}

const milliseconds: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** 2^63 nanoseconds. */
const longest = 9_223_372_036_854.775;

/** A whole number with an optional sign, within the limits. */
export function parseInteger(text: string, least: number, most: number): number | undefined {
	if (!/^[-+]?\d+$/.test(text)) return undefined;
	const value = Number(text);
	return value >= least && value <= most ? value : undefined;
}

/** Without a sign, in 32 bits. */
export function isUnsigned(text: string, base: 8 | 10): boolean {
	if (!(base === 8 ? /^[0-7]+$/ : /^\d+$/).test(text)) return false;
	return Number.parseInt(text, base) < 2 ** 32;
}

export const isBoolean = (text: string): boolean => goBoolean(text) !== undefined;

/** A size such as `64m` or `1.5 GiB`. https://pkg.go.dev/github.com/docker/go-units#RAMInBytes */
export const isSize = (text: string): boolean => /^\+?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)? ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text);

/** The fields of a line of comma-separated values with where they stand, or what is wrong with it, in the words of Go's reader. */
export function splitValues(line: string): readonly Field[] | string {
	if (line === "") return "EOF";
	const fields: Field[] = [];
	for (let at = 0; ;) {
		if (line[at] !== '"') {
			const comma = line.indexOf(",", at);
			const end = comma < 0 ? line.length : comma;
			const text = line.slice(at, end);
			if (text.includes('"')) return `parse error on line 1, column ${at + text.indexOf('"') + 1}: bare " in non-quoted-field`;
			fields.push({ text, start: at, end });
			if (comma < 0) return fields;
			at = comma + 1;
			continue;
		}
		const match = /"((?:[^"]|"")*)"/y;
		match.lastIndex = at;
		const quoted = match.exec(line);
		const end = match.lastIndex;
		if (!quoted || (end < line.length && line[end] !== ",")) return `parse error on line 1, column ${at + 1}: extraneous or missing " in quoted-field`;
		fields.push({ text: quoted[1]?.replaceAll('""', '"') ?? "", start: at, end });
		if (end === line.length) return fields;
		at = end + 1;
	}
}

export type Field = { readonly text: string; readonly start: number; readonly end: number };

/** What is wrong with a digest, in the words of Go's reader. https://pkg.go.dev/github.com/opencontainers/go-digest */
export function digestError(text: string): string | undefined {
	const colon = text.indexOf(":");
	const format = "invalid checksum digest format";
	if (colon <= 0 || colon + 1 === text.length) return format;
	const length = digestLengths[text.slice(0, colon)];
	if (length === undefined) return /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(text) ? "unsupported digest algorithm" : format;
	const encoded = text.slice(colon + 1);
	if (encoded.length !== length) return "invalid checksum digest length";
	return /^[a-f0-9]+$/.test(encoded) ? undefined : format;
}

const digestLengths: Readonly<Record<string, number>> = { __proto__: null as never, sha256: 64, sha384: 96, sha512: 128 };

export function isIpAddress(text: string): boolean {
	if (!text.includes(":")) return isVersion4(text);
	const zone = text.indexOf("%");
	if (zone >= 0) return false;
	const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
	if (dotted && !isVersion4(dotted[2] ?? "")) return false;
	const whole = dotted ? `${dotted[1]}0:0` : text;
	const [left = "", right, more] = whole.split("::");
	if (more !== undefined) return false;
	const groups = [...(left ? left.split(":") : []), ...(right ? right.split(":") : [])];
	if (!groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))) return false;
	return right === undefined ? groups.length === 8 : groups.length < 8;
}

const isVersion4 = (text: string): boolean => /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/.test(text);
