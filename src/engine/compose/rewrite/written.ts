import type { Range } from "../../text/text.ts";

/** The text of a scalar in the file, without its quotes. */
export type Written = Range & { readonly text: string; readonly isPlain: boolean };

/** Undefined where it is written over several lines, or so that it means another text than stands there. */
export function writtenAt({ text }: { readonly text: string }, { start, end }: Range): Written | undefined {
	const whole = text.slice(start, end);
	if (/^[[{|>&*!]/.test(whole) || /[\n\r]/.test(whole)) return undefined;
	const quote = whole[0] === '"' || whole[0] === "'" ? whole[0] : "";
	if (quote === "") return { start, end, text: whole, isPlain: true };
	const inner = whole.slice(1, -1);
	const isSame = whole.length > 1 && whole.endsWith(quote) && !inner.includes(quote) && (quote === "'" || !inner.includes("\\"));
	return isSame ? { start: start + 1, end: end - 1, text: inner, isPlain: false } : undefined;
}

/** Where the parts of a port's short form stand, which has no variables. `host` ends before the colon; without one it is empty. */
export type WrittenPort = { readonly start: number; readonly ip: Range | undefined; readonly host: Range | undefined; readonly container: Range };

export function portAt(file: { readonly text: string }, at: Range): WrittenPort | undefined {
	const written = writtenAt(file, at);
	const [all, ip, , host, container = ""] = written
		? (/^(?:(\[[\da-f:.]+\]|\d+\.\d+\.\d+\.\d+):)?((\d*(?:-\d+)?):)?(\d+(?:-\d+)?)(?:\/\w+)?$/i.exec(written.text) ?? [])
		: [];
	if (!written || all === undefined) return undefined;
	const { start } = written;
	const hostStart = start + (ip === undefined ? 0 : ip.length + 1);
	const containerStart = hostStart + (host === undefined ? 0 : host.length + 1);
	return {
		start,
		ip: ip === undefined ? undefined : { start, end: start + ip.length },
		host: host === undefined ? undefined : { start: hostStart, end: hostStart + host.length },
		container: { start: containerStart, end: containerStart + container.length },
	};
}

/** Where the parts of a volume's short form stand, which has no variables; undefined where it names a drive of Windows, or nothing but a target. */
export type WrittenVolume = { readonly source: Range; readonly target: Range; readonly options: Range | undefined };

export function volumeAt(file: { readonly text: string }, at: Range): WrittenVolume | undefined {
	const written = writtenAt(file, at);
	const [, source = "", target = "", options] = written ? (/^([^:$]{2,}|[^:$\p{L}]):([^:$]+)(?::([^:$\\/]+))?$/u.exec(written.text) ?? []) : [];
	if (!written || target === "") return undefined;
	const targetStart = written.start + source.length + 1;
	const targetEnd = targetStart + target.length;
	return {
		source: { start: written.start, end: targetStart - 1 },
		target: { start: targetStart, end: targetEnd },
		options: options === undefined ? undefined : { start: targetEnd + 1, end: written.end },
	};
}
