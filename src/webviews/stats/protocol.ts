import type { Moment } from "../../engine/stats/history.ts";

/** Whose numbers a page shows, by which it is found again: a container, whatever stands in its place later, or all of a project. */
export type StatsSubject = { readonly kind: "container" | "project"; readonly name: string };

/** A container of the page, by its name. */
export type Member = {
	readonly name: string;
	/** In the words of the explorer. */
	readonly state: string;
	readonly colour: "running" | "paused" | "failed" | "stopped";
	/** Of its own, in bytes; 0: none. */
	readonly limit: number;
};

/** All that the page shows besides numbers. It is sent again when any of it has changed. */
export type StatsView = {
	readonly subject: StatsSubject;
	readonly title: string;
	readonly members: readonly Member[];
	/** Why there are no numbers now, in words; empty where there are. */
	readonly trouble: string;
	readonly words: Words;
};

/** What the page says, in the language of the user. */
export type Words = Readonly<
	Record<
		| "cpu"
		| "memory"
		| "network"
		| "disk"
		| "received"
		| "sent"
		| "read"
		| "written"
		| "limit"
		| "perSecond"
		| "container"
		| "state"
		| "now"
		| "mean"
		| "highest"
		| "total"
		| "processes"
		| "summary"
		| "values"
		| "showValues"
		| "hideValues"
		| "export"
		| "time"
		| "noLimit",
		string
	>
>;

export type ToPage =
	| { readonly kind: "show"; readonly view: StatsView }
	/** More moments of containers, by their names, the oldest first. */
	| { readonly kind: "moments"; readonly of: readonly (readonly [name: string, moments: readonly Moment[]])[] };

export type FromPage =
	/** It listens from now on, and knows nothing. */
	{ readonly kind: "ready" } | { readonly kind: "export" };
