import * as vscode from "vscode";
import { plainText } from "../../docker/plain-text.ts";

/** What a terminal of ours shows. */
export type Screen = vscode.Disposable & {
	readonly onDidWrite: vscode.Event<string>;
	write(text: string): void;
	/** A line of ours, which looks like none of what is shown; only in such lines there are links. */
	note(text: string, colour?: "dim" | "red"): void;
	/** Undefined where there is room for more; else it resolves once there is. */
	room(): Promise<void> | undefined;
	/** Clears the screen, what was scrolled away, and what waits to be written. */
	clear(): void;
};

/** Output arrives in many small pieces; the terminal is given what came within this time, in milliseconds, and then there is room for so many characters. */
const gathering = 16;
const mostAtOnce = 256 * 1024;
const clearAll = "\x1b[2J\x1b[3J\x1b[H";
const mark = "── ";
const colours = { dim: 2, red: 31 };

export function createScreen(): Screen {
	const written = new vscode.EventEmitter<string>();
	let waiting = "";
	let timer: NodeJS.Timeout | undefined;
	let flushed = (): void => {};
	const flush = (): void => {
		timer = undefined;
		written.fire(waiting);
		waiting = "";
		flushed();
	};
	const write = (text: string): void => {
		waiting += text;
		timer ??= setTimeout(flush, gathering);
	};
	return {
		onDidWrite: written.event,
		write,
		note(text, colour) {
			const [on, off] = colour ? [`\x1b[0;${colours[colour]}m`, "\x1b[0m"] : ["", ""];
			write(`${on}${mark}${plainText(text, 2_000)} ──${off}\r\n`);
		},
		room: () => (waiting.length < mostAtOnce ? undefined : new Promise<void>((resolve) => (flushed = resolve))),
		clear() {
			clearTimeout(timer);
			[timer, waiting] = [undefined, ""];
			written.fire(clearAll);
		},
		dispose() {
			clearTimeout(timer);
			written.dispose();
		},
	};
}

/** Makes these words clickable in the lines that are ours, and in no output of a container. */
export function linkify(terminal: vscode.Terminal, actions: ReadonlyMap<string, () => void>): vscode.Disposable {
	return vscode.window.registerTerminalLinkProvider({
		provideTerminalLinks({ line, terminal: shown }) {
			if (shown !== terminal || !line.startsWith(mark)) return [];
			return [...actions.keys()].flatMap((text) => {
				const startIndex = line.indexOf(text);
				return startIndex < 0 ? [] : [{ startIndex, length: text.length, tooltip: text.slice(1, -1) }];
			});
		},
		handleTerminalLink: ({ tooltip }) => actions.get(`[${tooltip}]`)?.(),
	});
}
