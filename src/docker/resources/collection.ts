import { setMaxListeners } from "node:events";
import type { Api } from "../connection/daemon.ts";
import type { DaemonEvent } from "../connection/events.ts";
import type { Kind, Reduction, Row } from "./kind.ts";
import { within } from "../patience.ts";

/** So long after an event a daemon may still list what was before it, in milliseconds: some tell of an end before they have written it down. */
const lag = 2_000;

/** Of so many rows at most is asked what a list of all has left open. */
const mostOpen = 40;

/**
 * The rows of one kind as they are now: changed by each event at once, and put right by lists.
 * A list may be older than an event, whether it was asked for before or after it; what the event said then stays.
 */
export class Collection<Of extends Row> {
	readonly #kind: Kind<Of>;
	readonly #rows = new Map<string, Of>();
	readonly #notes = new Map<string, Partial<Of>>();
	readonly #listsUnderWay = new Set<Set<string>>();
	/** By row: what events have put an end to, and when. */
	readonly #past = new Map<string, Map<string, number>>();
	readonly #changed: (ids: ReadonlySet<string>) => void;

	/** `changed` is told the ids of rows that came, went or look different. */
	constructor(kind: Kind<Of>, changed: (ids: ReadonlySet<string>) => void) {
		this.#kind = kind;
		this.#changed = changed;
	}

	get rows(): ReadonlyMap<string, Of> {
		return this.#rows;
	}

	/** @returns what the daemon is to be asked for, now and later */
	apply(event: DaemonEvent): (Pick<Reduction<Of>, "ask" | "again"> & { readonly id: string }) | undefined {
		if (!this.#kind.events.some((type) => type === event.type)) return undefined;
		const id = this.#kind.subject ? this.#kind.subject(event) : event.id;
		const before = id === undefined ? undefined : this.#rows.get(id);
		const reduction = this.#kind.reduce(before, event);
		if (!reduction || id === undefined) return undefined;
		for (const touched of this.#listsUnderWay) touched.add(id);
		this.#remember(id, before, reduction);
		this.#put(id, reduction.after);
		return { ...reduction, id };
	}

	/**
	 * Asks for all rows, or those in `ids` only, and takes the answer in, unless the signal has aborted meanwhile.
	 * @returns the ids to be asked for in a moment: those of which the list seems to be behind the events, or has left something open
	 */
	async list(api: Api, signal: AbortSignal, ids?: ReadonlySet<string>): Promise<ReadonlySet<string>> {
		const touched = new Set<string>();
		this.#listsUnderWay.add(touched);
		try {
			const patience = within(60_000, signal);
			// Each of many requests at once listens to it.
			setMaxListeners(0, patience);
			const listed = new Map((await this.#kind.list(api, patience, ids)).map((row) => [row.id, row]));
			signal.throwIfAborted();
			const changed = new Set<string>();
			const behind = new Set<string>();
			const open = new Set<string>();
			for (const id of new Set([...(ids ?? this.#rows.keys()), ...listed.keys()])) {
				const row = listed.get(id);
				const before = this.#rows.get(id);
				if (this.#isPast(id, row)) behind.add(id);
				else if (!touched.has(id) && this.#set(id, row && before ? (this.#kind.keep?.(before, row) ?? row) : row)) changed.add(id);
				if (!ids && row && this.#kind.isOpen?.(row) && open.size < mostOpen) open.add(id);
			}
			if (changed.size > 0) this.#changed(changed);
			return new Set([...behind, ...open]);
		} finally {
			this.#listsUnderWay.delete(touched);
		}
	}

	/** Puts into the row what we know besides the daemon, until it is called without a note. */
	note(id: string, note: Partial<Of> | undefined): void {
		const row = this.#bare(id);
		if (note) this.#notes.set(id, note);
		else this.#notes.delete(id);
		if (row) this.#put(id, row);
	}

	/** Changes a row by what the daemon has answered to us, and does not list. */
	learn(id: string, change: (row: Of) => Of): void {
		const row = this.#bare(id);
		if (row) this.#put(id, change(row));
	}

	/** For another daemon: none of the old rows may stay. */
	clear(): void {
		const ids = new Set(this.#rows.keys());
		this.#rows.clear();
		this.#notes.clear();
		this.#past.clear();
		this.#changed(ids);
	}

	/** The row without what was noted. */
	#bare(id: string): Of | undefined {
		const row = this.#rows.get(id);
		const noted = Object.keys(this.#notes.get(id) ?? {});
		return row && (Object.fromEntries(Object.entries(row).filter(([name]) => !noted.includes(name))) as Of);
	}

	#remember(id: string, before: Of | undefined, { after, allows = [] }: Reduction<Of>): void {
		const now = Date.now();
		// What is long past is no longer doubted; and nothing is kept of rows that have gone.
		for (const [other, facts] of this.#past) if (Math.max(...facts.values()) < now - lag) this.#past.delete(other);
		const past = this.#past.get(id) ?? new Map<string, number>();
		for (const fact of this.#factsOf(before)) past.set(fact, now);
		for (const fact of [...this.#factsOf(after), ...allows]) past.delete(fact);
		if (past.size > 0) this.#past.set(id, past);
		else this.#past.delete(id);
	}

	#isPast(id: string, listed: Of | undefined): boolean {
		const past = this.#past.get(id);
		return past !== undefined && this.#factsOf(listed).some((fact) => Date.now() - (past.get(fact) ?? 0) < lag);
	}

	#factsOf(row: Of | undefined): readonly string[] {
		return row ? ["is there", ...this.#kind.facts(row)] : ["is not there"];
	}

	#put(id: string, row: Of | undefined): void {
		if (this.#set(id, row)) this.#changed(new Set([id]));
	}

	/** @returns whether anything is different now */
	#set(id: string, row: Of | undefined): boolean {
		const before = this.#rows.get(id);
		if (!row) return this.#rows.delete(id);
		const after = { ...row, ...this.#notes.get(id) };
		if (before && JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after))) return false;
		this.#rows.set(id, after);
		return true;
	}
}

const inOrder = (row: Row): readonly unknown[] => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
