const units: Readonly<Record<string, number>> = { h: 3_600e9, m: 60e9, s: 1e9, ms: 1e6, us: 1e3, µs: 1e3, ns: 1 };

/** Of a duration as Go writes it, such as `1m30s`; 0 of none. */
export function nanosecondsOf(duration: string | undefined): number {
	let sum = 0;
	for (const [, amount, unit] of (duration ?? "").matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)) sum += Number(amount) * (units[unit ?? ""] ?? 0);
	return sum;
}
