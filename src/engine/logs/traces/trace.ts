import type { Level } from "../level.ts";

/** What is known of a trace while its lines come. */
export type TraceState = {
	readonly kind: TraceKind;
	/** Of what the kind tells apart, "" at first. */
	phase: string;
	/** Lines of it so far. */
	count: number;
	/** Frames were seen: its message is over. */
	hasFrames: boolean;
	/** So many lines wait for whether it goes on. */
	waiting: number;
};

/** How one language prints what went wrong. */
export type TraceKind = {
	/** What a trace that stands alone is worth: it is known by its shape, and by no word in it. */
	readonly level: Level | undefined;
	/** The first line, and whether it can be part of what a logger wrote before it: of any record, of those that are bad, of none. */
	readonly starts: readonly { readonly pattern: RegExp; readonly follows: "any" | "bad" | "none"; readonly phase?: string }[];
	/** It is no beginning where nothing was told before it. */
	readonly isAlone?: false;
	/** It can also be part of what begins like no record. */
	readonly goesWithAny?: true;
	/** Whether a line that is neither indented nor a frame goes on with the trace; it may change the phase. Also asked of blank lines. */
	continues(line: string, state: TraceState): boolean;
	/** Whether the line has to be part of it, though it begins as a record does. */
	expects?(line: string, state: TraceState): boolean;
};
