import type { OutputStream } from "../demultiplex.ts";
import type { DockerError } from "../errors.ts";

/**
 * One line without its end. `time` is the engine's, in UTC with nine digits, so that times are ordered as texts; empty where it gives none. `run` counts
 * the container's starts from 0, as far as they are known, and goes on with the container that takes its place. A line of more than a million bytes
 * comes in parts, each but the last of which is `cut`.
 */
export type LogLine = { readonly stream: OutputStream; readonly time: string; readonly text: string; readonly run: number; readonly cut?: true };

/** What the reader is told besides the output. After `removed` nothing comes but, perhaps, the output of a new container in its place: `replaced`. */
export type LogMark =
	/** `isRestarted`: its restart policy takes over, and the output goes on. */
	| { readonly kind: "exited"; readonly exitCode: number | undefined; readonly isOutOfMemory: boolean; readonly isRestarted?: true }
	| { readonly kind: "started" }
	/** It was made, and never started. */
	| { readonly kind: "waiting" }
	/** It was to be started; the error is the daemon's. */
	| { readonly kind: "failed"; readonly error: string }
	| { readonly kind: "removed" }
	| { readonly kind: "replaced"; readonly id: string }
	/** The connection; it goes on where it was when it is `back`. */
	| { readonly kind: "lost"; readonly error: DockerError }
	| { readonly kind: "back" }
	/** `driver` is the container's own for its logs, which may not give them back. */
	| { readonly kind: "unreadable"; readonly error: DockerError; readonly driver: string };

/** When something happened that a mark tells, or the time of the line before it; and in which run. */
export type LogPlace = { readonly run: number; readonly time: string };

/** Takes what comes, in order. */
export type LogReader = {
	/** Takes the lines at once; nothing more is read from the engine before it resolves, which it does at the latest when the signal aborts. */
	lines(lines: readonly LogLine[], signal: AbortSignal): void | Promise<void>;
	mark(mark: LogMark, place: LogPlace): void;
	/** From here on lines are new, until the connection is lost or another container is begun with. */
	caughtUp(isCaughtUp: boolean): void;
};

/** Lines from before: so many of the last, or all; and only those since a time, where it is not empty. */
export type LogSpan = { readonly tail: number | "all"; readonly since: string };
