import type { Docker } from "../../docker/docker.ts";
import { rowNumbers } from "../../engine/stats/numbers.ts";
import type { Statistics } from "../../engine/stats/statistics.ts";
import { SeenNumbers } from "./seen-numbers.ts";

/** Rows are drawn with new numbers once in this time at most, in milliseconds: more often nobody reads them. */
const interval = 2_000;

/** What stands in rows of containers. Nothing is asked for those that are not among the rows that it is told of. */
export class RowNumbers {
	readonly #docker: Docker;
	readonly #redraw: () => void;
	readonly #seen: SeenNumbers;
	readonly #latest = new Map<string, Statistics>();
	#timer: NodeJS.Timeout | undefined;

	/** `redraw` is called when rows have other numbers. `isSeen`: the view that they stand in. */
	constructor(docker: Docker, redraw: () => void, isSeen: () => boolean) {
		this.#docker = docker;
		this.#redraw = redraw;
		this.#seen = new SeenNumbers(isSeen);
	}

	/** Empty where nothing is known. */
	textOf(id: string): string {
		const { status } = this.#docker.connection;
		return rowNumbers(this.#latest.get(id), status.kind === "connected" ? (status.machine?.memory ?? 0) : 0);
	}

	/** From now on the rows of these containers are seen, and no others. */
	show(ids: ReadonlySet<string>): void {
		this.#seen.show(this.#docker.live, ids, (id, { of }) => {
			this.#latest.set(id, of);
			this.#timer ??= setTimeout(() => {
				this.#timer = undefined;
				this.#redraw();
			}, interval);
		});
		for (const id of this.#latest.keys()) if (!this.#seen.has(id)) this.#latest.delete(id);
		if (ids.size > 0) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
