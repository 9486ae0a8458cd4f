/** What a command reaches of the world besides files. */
export type Terminal = {
	readonly write: (text: string) => void;
	/** One line on standard error, after the program's name. */
	readonly complain: (message: string) => void;
	readonly readInput: () => Promise<Buffer>;
	readonly hasColors: boolean;
};

/** The command line is wrong. Its message goes to standard error and the process ends with 2. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, findings: 1, trouble: 2 } as const;
