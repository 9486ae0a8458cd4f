import { type Catalogue, type Message, say, textOf } from "../engine/text/message.ts";

/** What a command reaches of the world besides files. */
export type Terminal = {
	readonly write: (text: string) => void;
	/** One message on standard error. */
	readonly complain: (message: string) => void;
	readonly readInput: () => Promise<Buffer>;
	/** Whether something was piped in; absent: nothing. */
	readonly hasInput?: () => Promise<boolean>;
	/** What a second thread makes of the task; undefined where there is none, or where it came to grief. */
	readonly askHelper?: (task: unknown) => Promise<unknown>;
	/** Calls back when the user interrupts, who is then not stopped at once; gives what ends that. */
	readonly onInterrupt?: (listener: () => void) => () => void;
	readonly hasColors: boolean;
	/** Columns of the terminal; absent where the output goes elsewhere. */
	readonly width?: number | undefined;
	/** What to say things by; absent: English. */
	readonly catalogue?: Catalogue | undefined;
};

/** The command line is wrong. Its message goes to standard error and the process ends with 2. */
export class UsageError extends Error {
	readonly problem: Message;

	constructor(problem: Message) {
		super(textOf(problem));
		this.problem = problem;
	}
}

/** What is wrong with a value that is none of an option's. */
export const noChoice = (option: string, value: string, choices: readonly string[]): Message =>
	say`--${option} takes ${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}, not "${value}"`;

/** `findings` where something reaches `--fail-on`; `trouble` for bad usage and for files that cannot be read or written. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2 } as const;

/** Text of a file, or of a message that quotes one, must not steer the terminal. */
export const withoutControls = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
