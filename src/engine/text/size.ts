/** Bytes for people, in powers of a thousand: `12 kB`, `1.5 GB`. */
export function sizeText(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
	const value = bytes / 1000 ** power;
	return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${["B", "kB", "MB", "GB", "TB"][power]}`;
}
