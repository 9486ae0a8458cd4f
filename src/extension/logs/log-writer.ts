import { colouredText } from "../../docker/plain-text.ts";

/** Turns pieces of output into text for a terminal or a file; with times, each line has the daemon's before it. */
export type LogWriter = {
	/** The text for this piece. */
	write(stream: string, text: string, time: string): string;
	/** The last line that was not empty, as it is shown. */
	lastLine(): string;
};

type Style = { readonly hasTimes: boolean; readonly lineEnd: "\n" | "\r\n"; readonly formatTime: (time: string) => string };

export function makeLogWriter({ hasTimes, lineEnd, formatTime }: Style): LogWriter {
	let current = "";
	let last = "";
	let isAtStart = true;
	return {
		write(_stream, text, time) {
			const plain = colouredText(text).replace(/\r?\n/g, "\n");
			const prefix = hasTimes && time && isAtStart ? `${formatTime(time)} ` : "";
			if (plain) isAtStart = plain.endsWith("\n");
			for (const [index, part] of plain.split("\n").entries()) {
				if (index > 0) current = "";
				// Longer ones are no line that says why.
				current = (current + part).slice(0, 2_000);
				if (current.trim()) last = current;
			}
			return prefix + plain.replaceAll("\n", lineEnd);
		},
		lastLine: () => last,
	};
}

/** To the millisecond: the daemon's nine digits only take room. */
export const shortTime = (time: string): string => time.replace(/(\.\d{3})\d*/, "$1");
