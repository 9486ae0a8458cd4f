import type { Api } from "../connection/daemon.ts";
import type { DaemonEvent } from "../connection/events.ts";

/** Whatever a daemon holds; `id` is the daemon's. All texts in a row are safe to show. */
export type Row = { readonly id: string };

/**
 * What an event makes of a row: `undefined` removes it. `ask` says of what the daemon knows more and is to be asked: this row, or all of the kind.
 * `allows` are facts that a list may tell after the event, besides those of `after`.
 * `again` is for what no event tells: so many milliseconds later the daemon is asked for the row once more.
 */
export type Reduction<Of extends Row> = {
	readonly after: Of | undefined;
	readonly ask?: "row" | "all";
	readonly allows?: readonly string[];
	readonly again?: number;
};

/** The types of a daemon's events, by Docker's names. */
type EventType = "config" | "container" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume";

/** One kind of resource: how it is listed, and what events do to it. */
export type Kind<Of extends Row> = {
	/** The types of the events that may concern it. */
	readonly events: readonly EventType[];
	/** Whether builds change it, of which the events do not always tell. */
	readonly followsBuilds?: true;
	/** Only those in `ids`, where it is given and the daemon can choose; otherwise all. */
	list(api: Api, abortSignal: AbortSignal, ids?: ReadonlySet<string>): Promise<readonly Of[]>;
	/** The id of the row that the event is about, where it is not the event's own; undefined: none. */
	subject?(event: DaemonEvent): string | undefined;
	/** Undefined where the event changes nothing that is shown (an exec of a health check, say). */
	reduce(before: Of | undefined, event: DaemonEvent): Reduction<Of> | undefined;
	/** A listed row with what a list does not tell, where that still holds. */
	keep?(before: Of, listed: Of): Of;
	/** Whether a list of all has left something open, so that the row is to be asked for by its id. */
	isOpen?(row: Of): boolean;
	/** What of a row an event can put an end to. A list that says so again shortly after that event is older than the event. */
	facts(row: Of): readonly string[];
};
