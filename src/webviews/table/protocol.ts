import type { ColumnId, TableArrangement, TableRow } from "../../engine/stats/table.ts";

/** A row as the page has it, with what its colour and its menu follow from. */
export type PageRow = TableRow & { readonly colour: "running" | "paused" | "failed" | "stopped"; readonly activity: string };

/** All that the page shows besides rows. */
export type TableView = {
	readonly arrangement: TableArrangement;
	/** The engine that does not answer now, in words; empty while one does. */
	readonly trouble: string;
	readonly titles: Readonly<Record<ColumnId, string>>;
	readonly words: Words;
};

/** What the page says, in the language of the user. `{0}` stands for what is put in. */
export type Words = Readonly<
	Record<
		| "table"
		| "filter"
		| "grouped"
		| "columns"
		| "earlier"
		| "later"
		| "markdown"
		| "csv"
		| "copied"
		| "sortAgain"
		| "project"
		| "noProject"
		| "all"
		| "running",
		string
	>
>;

export type ToPage =
	| { readonly kind: "show"; readonly view: TableView }
	/** Rows that are new or have changed, and the ids of those that are gone; `isAll`: what was there before counts no more. */
	| { readonly kind: "rows"; readonly rows: readonly PageRow[]; readonly gone: readonly string[]; readonly isAll: boolean };

export type FromPage =
	/** It listens from now on, and knows nothing. */
	| { readonly kind: "ready" }
	| { readonly kind: "arranged"; readonly arrangement: TableArrangement }
	| { readonly kind: "open"; readonly id: string }
	| { readonly kind: "copy"; readonly text: string };
