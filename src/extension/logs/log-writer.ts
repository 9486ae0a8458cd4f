import type { LogLine } from "../../docker/logs/log.ts";
import { colouredText } from "../../docker/plain-text.ts";

/** Turns the lines of one container into text for a terminal or a file. */
export type LogWriter = {
	write(line: LogLine): string;
	/** The last line that was not empty, as it is shown. */
	lastLine(): string;
};

/** What is before each line: its time, where one is wanted, and whose it is, where that is a question. */
type Style = { readonly lineEnd: "\n" | "\r\n"; readonly formatTime?: ((time: string) => string) | undefined; readonly label?: string | undefined };

/** Longer ones are no line that says why something has ended. */
const longestReason = 2_000;

export function makeLogWriter({ lineEnd, formatTime, label = "" }: Style): LogWriter {
	let last = "";
	let goesOn = false;
	return {
		write({ time, text, cut }) {
			const plain = colouredText(text);
			if (plain.trim()) last = plain.slice(0, longestReason);
			const prefix = goesOn ? "" : `${label}${formatTime && time ? `${formatTime(time)} ` : ""}`;
			goesOn = cut === true;
			// Among lines of others each has to stand for itself, whatever colour it leaves behind or where it has put the cursor.
			const own = label === "" ? plain : plain.replaceAll("\r", "") + (plain.includes("\x1b") ? "\x1b[0m" : "");
			return prefix + own + (cut ? "" : lineEnd);
		},
		lastLine: () => last,
	};
}

/** To the millisecond: the daemon's nine digits only take room. */
export const shortTime = (time: string): string => time.replace(/(\.\d{3})\d*/, "$1");
