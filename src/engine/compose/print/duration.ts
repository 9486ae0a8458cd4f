import { remember } from "../../text/remember.ts";

const unitNanoseconds: Readonly<Record<string, bigint>> = {
	w: 604_800_000_000_000n,
	d: 86_400_000_000_000n,
	h: 3_600_000_000_000n,
	m: 60_000_000_000n,
	s: 1_000_000_000n,
	ms: 1_000_000n,
	us: 1_000n,
	µs: 1_000n,
	ns: 1n,
};

/** A duration such as `1h30m` in nanoseconds, days and weeks too; undefined for what is none. */
export const nanosecondsOf = remember(2000, (text): bigint | undefined => {
	if (text === "" || !/^-?(?:\d+(?:\.\d+)?(?:ms|us|µs|ns|[wdhms]))*$/.test(text)) return undefined;
	let sum = 0n;
	for (const [, whole = "0", fraction = "", unit = ""] of text.matchAll(/(\d+)(?:\.(\d+))?(ms|us|µs|ns|[wdhms])/g)) {
		const factor = unitNanoseconds[unit] ?? 0n;
		sum += BigInt(whole) * factor + (fraction === "" ? 0n : (BigInt(fraction) * factor) / 10n ** BigInt(fraction.length));
	}
	return text.startsWith("-") ? -sum : sum;
});

/** The duration as Go writes it: `1h30m0s`. */
export const durationOf = remember(2000, (text): string | undefined => {
	const nanoseconds = nanosecondsOf(text);
	return nanoseconds === undefined ? undefined : goDuration(nanoseconds);
});

function goDuration(signed: bigint): string {
	if (signed === 0n) return "0s";
	const [sign, value] = signed < 0n ? ["-", -signed] : ["", signed];
	const shown = (whole: bigint, rest: bigint, digits: number, unit: string): string => {
		const fraction = rest.toString().padStart(digits, "0").replace(/0+$/, "");
		return `${whole}${fraction === "" ? "" : `.${fraction}`}${unit}`;
	};
	if (value < 1_000n) return `${sign}${value}ns`;
	if (value < 1_000_000n) return sign + shown(value / 1_000n, value % 1_000n, 3, "µs");
	if (value < 1_000_000_000n) return sign + shown(value / 1_000_000n, value % 1_000_000n, 6, "ms");
	const seconds = shown((value / 1_000_000_000n) % 60n, value % 1_000_000_000n, 9, "s");
	const minutes = value / 60_000_000_000n;
	if (minutes === 0n) return sign + seconds;
	const hours = minutes / 60n;
	return `${sign}${hours === 0n ? "" : `${hours}h`}${minutes % 60n}m${seconds}`;
}
