import type { LiveStatistics } from "../../docker/stats/live.ts";
import type { Moment } from "../../engine/stats/history.ts";

/** What one who looks follows the numbers of. Whoever shows numbers follows them through this: nothing streams for what nobody sees. */
export class SeenNumbers {
	readonly #isSeen: () => boolean;
	readonly #followed = new Map<string, () => void>();

	/** `isSeen` is asked whenever something is about to be followed, and at each moment that is heard. */
	constructor(isSeen: () => boolean) {
		this.#isSeen = isSeen;
	}

	/** From now on these containers are looked at, by their ids, and no others. `begun` is told of each that was not before, just before it is followed. */
	show(live: LiveStatistics, ids: Iterable<string>, heard: (id: string, moment: Moment) => void, begun?: (id: string) => void): void {
		const wanted = new Set(this.#isSeen() ? ids : []);
		for (const id of [...this.#followed.keys()]) if (!wanted.has(id)) this.#end(id);
		for (const id of wanted) {
			if (this.#followed.has(id)) continue;
			begun?.(id);
			const listener = (moment: Moment): void => {
				// Whatever has become of the news that it is hidden.
				if (this.#isSeen()) heard(id, moment);
				else this.hide();
			};
			this.#followed.set(id, live.follow(id, listener));
		}
	}

	hide(): void {
		for (const id of [...this.#followed.keys()]) this.#end(id);
	}

	has(id: string): boolean {
		return this.#followed.has(id);
	}

	#end(id: string): void {
		this.#followed.get(id)?.();
		this.#followed.delete(id);
	}
}
