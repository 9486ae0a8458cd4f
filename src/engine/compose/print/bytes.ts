/** A size such as `1.5g` in bytes, units of 1024 each, as Docker reads it: https://github.com/docker/go-units. Undefined for what is none. */
export function bytesOf(text: string): bigint | undefined {
	if (/^[-+]?\d+$/.test(text)) return BigInt(text.replace("+", ""));
	const match = /^(\d+(?:\.\d*)?|\.\d+) ?([bkmgtp])?(?:i?b)?$/i.exec(text);
	if (!match?.[1]) return undefined;
	const power = " kmgtp".indexOf((match[2] ?? " ").toLowerCase().replace("b", " "));
	return BigInt(Math.trunc(Number(match[1]) * 1024 ** Math.max(power, 0)));
}

/** The shortest text that is so many bytes. */
export function bytesText(bytes: number): string {
	const power = [3, 2, 1].find((each) => bytes % 1024 ** each === 0) ?? 0;
	return bytes === 0 ? "0" : `${bytes / 1024 ** power}${" kmg".charAt(power).trim()}`;
}
