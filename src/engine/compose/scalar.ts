import type { Scalar, Value } from "./value.ts";

type Typed = Scalar extends infer S ? (S extends Scalar ? Omit<S, "origin"> : never) : never;

/**
 * The type and value of a scalar that is not quoted, as go-yaml v4 tells them, which Compose reads with: https://pkg.go.dev/go.yaml.in/yaml/v4. Numbers may have `_`,
 * a leading zero means octal, `yes` and `no` are text, and dates are dates.
 */
export function typedScalar(source: string): Typed {
	const hint = source.charCodeAt(0);
	// Most are words, and of those few letters begin one that means something else.
	if (source !== "" && !mayMean(hint)) return { kind: "string", value: source };
	const word = words.get(source);
	if (word) return word;
	if (hint === dot) return decimal.test(source) ? float(source) : { kind: "string", value: source };
	if (hint !== plus && hint !== minus && !isDigit(hint)) return { kind: "string", value: source };
	const timestamp = toTimestamp(source);
	if (timestamp) return { kind: "timestamp", value: timestamp };
	const plain = source.replaceAll("_", "");
	const integer = toInteger(plain);
	if (integer !== undefined) return { kind: "integer", value: integer };
	return decimal.test(plain) ? float(plain) : { kind: "string", value: source };
}

const [plus, minus, dot] = [43, 45, 46];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const beginners = new Set([..."+-.0123456789yYnNtTfFoO~"].map((character) => character.charCodeAt(0)));
const mayMean = (code: number): boolean => beginners.has(code);

const words = new Map<string, Typed>([
	...["", "~", "null", "Null", "NULL"].map((word) => [word, { kind: "null" }] as const),
	...["true", "True", "TRUE"].map((word) => [word, { kind: "boolean", value: true }] as const),
	...["false", "False", "FALSE"].map((word) => [word, { kind: "boolean", value: false }] as const),
	...[".nan", ".NaN", ".NAN"].map((word) => [word, { kind: "float", value: Number.NaN }] as const),
	...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, { kind: "float", value: Infinity }] as const),
	...["-.inf", "-.Inf", "-.INF"].map((word) => [word, { kind: "float", value: -Infinity }] as const),
	...["-0", "-0.0"].map((word) => [word, { kind: "float", value: -0 }] as const),
]);

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** What Go cannot hold is text to it. */
function float(source: string): Typed {
	const value = Number(source);
	return Number.isFinite(value) ? { kind: "float", value } : { kind: "string", value: source };
}

const smallest = -(2n ** 63n);
const largest = 2n ** 64n - 1n;

/** As Go's strconv.ParseInt reads it with base 0. */
function toInteger(source: string): bigint | undefined {
	const [, sign = "", digits = ""] = /^([-+]?)(0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]+|0|[1-9]\d*)$/.exec(source) ?? [];
	if (digits === "") return undefined;
	const isOctal = /^0\d/.test(digits);
	const value = BigInt(isOctal ? `0o${digits.slice(1)}` : digits) * (sign === "-" ? -1n : 1n);
	// Beyond what is signed there is only what has no sign.
	return value < smallest || value > largest || (value >= 2n ** 63n && sign !== "") ? undefined : value;
}

/** As Go prints the date; undefined for what is none. Those with a zone that is not UTC keep it. */
function toTimestamp(source: string): string | undefined {
	const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?(Z|[-+]\d\d:\d\d)?)?$/.exec(source);
	if (!match) return undefined;
	const [, year = "", month = "", day = "", separator, hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
	if (separator !== undefined && (separator === " ") === (zone !== undefined)) return undefined;
	const pad = (text: string): string => text.padStart(2, "0");
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	const isDate = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
	if (!isDate || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
	const shown = zone === undefined || zone === "Z" ? "+0000 UTC" : `${zone.replace(":", "")} ${zone.replace(":", "")}`;
	return `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}${fraction.replace(/\.?0+$/, "")} ${shown}`;
}

/** Any value as Go's `%v` prints it. */
export function goPrinted(value: Value): string {
	if (value.kind === "sequence") return `[${value.items.map(goPrinted).join(" ")}]`;
	if (value.kind !== "mapping") return goText(value);
	const entries = [...value.entries].sort(([one], [other]) => (one < other ? -1 : 1));
	return `map[${entries.map(([name, { value: held }]) => `${name}:${goPrinted(held)}`).join(" ")}]`;
}

/** A scalar as Go's `%v` prints it, which is what becomes of a number in a list of texts; `<nil>` of what is nothing. */
export function goText(scalar: Scalar): string {
	switch (scalar.kind) {
		case "null":
			return "<nil>";
		case "float":
			return goFloat(scalar.value);
		default:
			return String(scalar.value);
	}
}

/** The same of any value; undefined of a list, a mapping or none. */
export const goTextIn = (value: Value | undefined): string | undefined =>
	!value || value.kind === "mapping" || value.kind === "sequence" ? undefined : goText(value);

/** Like `%g` in Go: the shortest that means the number, with an exponent from a million on and below 0.0001. */
function goFloat(value: number): string {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
	if (Object.is(value, -0)) return "-0";
	const [digits = "", exponent = "0"] = value.toExponential().split("e");
	const power = Number(exponent);
	if (power < -4 || power >= 6) return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
	return String(value);
}
