import { demultiplexer, type OutputStream } from "../demultiplex.ts";
import { engineTime, longestTime } from "./engine-time.ts";

/** `time` is the engine's, of the line's first piece; `isCut` where the line goes on in the next one. */
export type OnLine = (stream: OutputStream, time: string, text: string, isCut: boolean) => void;

/** So many bytes of a line are handed over in one piece. Its end may never come. */
export const longestLine = 1024 * 1024;
/** In pieces of so many bytes an engine keeps a long line. */
const enginePiece = 16 * 1024;

export type LineReader = {
	/** What the engine has sent, cut anywhere. */
	feed(chunk: Buffer): void;
	/** It sends no more: what has no end is a line, too. */
	end(): void;
};

/** Makes lines of a log as engines send it: in frames, with the time before each piece of a line; or, of a terminal, in one stream. */
export function lineReader(isTty: boolean, onLine: OnLine): LineReader {
	const stdout = joiner("stdout", onLine);
	const stderr = joiner("stderr", onLine);
	const terminal = terminalReader(stdout);
	const frames = demultiplexer((stream, frame) => {
		const head = engineTime(frame);
		(stream === "stdout" ? stdout : stderr).take(head?.time ?? "", head ? frame.subarray(head.length) : frame);
	});
	return {
		feed: isTty ? terminal.feed : frames,
		end() {
			terminal.end();
			stdout.end();
			stderr.end();
		},
	};
}

type Joiner = {
	/** A piece of a line, or lines. */
	take(time: string, bytes: Buffer): void;
	end(): void;
};

/** Joins the pieces of one stream. Bytes become text once they are together, so that no character is lost where they were cut. */
function joiner(stream: OutputStream, onLine: OnLine): Joiner {
	let waiting: Buffer[] = [];
	let length = 0;
	let lineTime = "";
	/** The beginning of the line was handed over already. */
	let isLater = false;
	/** Hands over what is waiting, whole characters of it where the line goes on. */
	const handOver = (isCut: boolean): void => {
		const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting, length);
		const end = isCut ? endOfCharacters(all) : all.length;
		onLine(stream, lineTime, textOf(all.subarray(0, end), isCut), isCut);
		waiting = end < all.length ? [all.subarray(end)] : [];
		length = all.length - end;
		isLater = isCut;
	};
	const add = (bytes: Buffer): void => {
		waiting.push(bytes);
		length += bytes.length;
	};
	const keep = (bytes: Buffer): void => {
		let rest = bytes;
		while (length + rest.length >= longestLine) {
			const room = longestLine - length;
			add(rest.subarray(0, room));
			rest = rest.subarray(room);
			handOver(true);
		}
		if (rest.length > 0) add(rest);
	};
	return {
		take(time, bytes) {
			if (time && length === 0 && !isLater) lineTime = time;
			let at = 0;
			for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, at)) {
				if (length === 0 && !isLater && end - at < longestLine) onLine(stream, lineTime, textOf(bytes.subarray(at, end), false), false);
				else {
					keep(bytes.subarray(at, end));
					handOver(false);
				}
				at = end + 1;
			}
			if (at < bytes.length) keep(bytes.subarray(at));
		},
		end() {
			if (length > 0 || isLater) handOver(false);
		},
	};
}

/** A program may end its lines as Windows and terminals do. */
const textOf = (bytes: Buffer, isCut: boolean): string => bytes.toString("utf8", 0, !isCut && bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length);

/** Where the last character ends that is there whole; of bytes that are no characters, all. */
function endOfCharacters(bytes: Buffer): number {
	for (let back = 1; back <= 3; back++) {
		const byte = bytes.at(-back) ?? 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
		if (byte < 0x80) return bytes.length;
	}
	return bytes.length;
}

/**
 * A terminal's output is not framed: a time stands before each line, and again wherever the engine has cut a long one. There, and only there,
 * it is taken out.
 */
function terminalReader({ take }: Joiner): LineReader {
	let rest: Buffer = Buffer.alloc(0);
	/** So many bytes of the line's text have come; undefined before its time has. */
	let came: number | undefined;
	return {
		feed(chunk) {
			let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
			while (bytes.length > 0) {
				const isAtPiece = came === undefined || (came > 0 && came % enginePiece === 0);
				const head = isAtPiece ? engineTime(bytes) : undefined;
				// The time itself may have been cut.
				if (isAtPiece && !head && bytes.length < longestTime && !bytes.includes(10)) break;
				const start = head?.length ?? 0;
				const room = start + enginePiece - ((came ?? 0) % enginePiece);
				const newline = bytes.indexOf(10, start);
				const isEnd = newline >= 0 && newline <= room;
				const end = isEnd ? newline + 1 : Math.min(room, bytes.length);
				take(head?.time ?? "", bytes.subarray(start, end));
				came = isEnd ? undefined : (came ?? 0) + end - start;
				bytes = bytes.subarray(end);
			}
			rest = bytes;
		},
		end() {
			if (rest.length > 0) take("", rest);
			rest = Buffer.alloc(0);
		},
	};
}
