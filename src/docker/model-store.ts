import { reduceContainer, type EngineEvent } from "./events.ts";
import type { Container, Image, Transition } from "./model.ts";

/** What has changed since the last one: ids of containers that came, went or look different; images as a whole. */
export type ModelChange = { readonly containers: ReadonlySet<string>; readonly images: boolean };

/** So long after an event an engine may still list what was before it, in milliseconds: some tell of an end before they have written it down. */
const lag = 2_000;

/**
 * Containers and images as they are now: changed by each event at once, and put right by lists.
 * A list may be older than an event, whether it was asked for before or after it; what the event said then stays.
 */
export class ModelStore {
	readonly #containers = new Map<string, Container>();
	readonly #images = new Map<string, Image>();
	readonly #transitions = new Map<string, Transition>();
	readonly #listsUnderWay = new Set<Set<string>>();
	/** By container: what events have put an end to, and when. */
	readonly #past = new Map<string, Map<string, number>>();
	readonly #changed: (change: ModelChange) => void;

	constructor(changed: (change: ModelChange) => void) {
		this.#changed = changed;
	}

	get containers(): ReadonlyMap<string, Container> {
		return this.#containers;
	}

	get images(): ReadonlyMap<string, Image> {
		return this.#images;
	}

	/** @returns whether the engine is to be asked for the rest: of this container, or of the images */
	apply(event: EngineEvent): "container" | "images" | undefined {
		if (event.type === "image") {
			if (event.action === "delete" && this.#images.delete(event.id)) this.#changed({ containers: new Set(), images: true });
			return "images";
		}
		const before = this.#containers.get(event.id);
		const reduction = event.type === "container" ? reduceContainer(before, event) : undefined;
		if (!reduction) return undefined;
		for (const touched of this.#listsUnderWay) touched.add(event.id);
		this.#remember(event.id, before, reduction.container);
		this.#put(event.id, reduction.container);
		return reduction.isPartial ? "container" : undefined;
	}

	/**
	 * Takes in the answer of `list`; of all containers, or of those named in `ids` only.
	 * @returns the ids of which the list seems to be behind the events: to be asked for again in a moment
	 */
	async listContainers(list: () => Promise<readonly Container[]>, ids?: ReadonlySet<string>): Promise<ReadonlySet<string>> {
		const touched = new Set<string>();
		this.#listsUnderWay.add(touched);
		try {
			const listed = new Map((await list()).map((container) => [container.id, container]));
			const changed = new Set<string>();
			const behind = new Set<string>();
			for (const id of new Set([...(ids ?? this.#containers.keys()), ...listed.keys()])) {
				if (this.#isPast(id, listed.get(id))) behind.add(id);
				else if (!touched.has(id) && this.#set(id, listed.get(id))) changed.add(id);
			}
			if (changed.size > 0) this.#changed({ containers: changed, images: false });
			return behind;
		} finally {
			this.#listsUnderWay.delete(touched);
		}
	}

	replaceImages(images: readonly Image[]): void {
		const before = JSON.stringify([...this.#images.values()]);
		this.#images.clear();
		for (const image of images) this.#images.set(image.id, image);
		if (JSON.stringify([...this.#images.values()]) !== before) this.#changed({ containers: new Set(), images: true });
	}

	/** Shows in the container that something was asked for, until it is called without a transition. */
	setTransition(id: string, transition: Transition | undefined): void {
		if (transition) this.#transitions.set(id, transition);
		else this.#transitions.delete(id);
		const { transition: _before, ...container } = this.#containers.get(id) ?? {};
		if (this.#containers.has(id)) this.#put(id, container as Container);
	}

	/** For another engine: none of the old rows may stay. */
	clear(): void {
		const containers = new Set(this.#containers.keys());
		this.#containers.clear();
		this.#images.clear();
		this.#transitions.clear();
		this.#past.clear();
		this.#changed({ containers, images: true });
	}

	#remember(id: string, before: Container | undefined, after: Container | undefined): void {
		const now = Date.now();
		// What is long past is no longer doubted; and nothing is kept of containers that have gone.
		for (const [other, facts] of this.#past) if (Math.max(...facts.values()) < now - lag) this.#past.delete(other);
		const past = this.#past.get(id) ?? new Map<string, number>();
		for (const fact of factsOf(before)) past.set(fact, now);
		for (const fact of factsOf(after)) past.delete(fact);
		if (past.size > 0) this.#past.set(id, past);
		else this.#past.delete(id);
	}

	#isPast(id: string, listed: Container | undefined): boolean {
		const past = this.#past.get(id);
		return past !== undefined && factsOf(listed).some((fact) => Date.now() - (past.get(fact) ?? 0) < lag);
	}

	#put(id: string, container: Container | undefined): void {
		if (this.#set(id, container)) this.#changed({ containers: new Set([id]), images: false });
	}

	/** @returns whether anything is different now */
	#set(id: string, container: Container | undefined): boolean {
		const before = this.#containers.get(id);
		if (!container) return this.#containers.delete(id);
		const transition = this.#transitions.get(id);
		const after = transition ? { ...container, transition } : container;
		if (before && JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after))) return false;
		this.#containers.set(id, after);
		return true;
	}
}

/** What an event can put an end to. */
const factsOf = (container: Container | undefined): readonly string[] =>
	container ? ["is there", `state ${container.state}`, `name ${container.name}`] : ["is not there"];

const inOrder = (container: Container): readonly unknown[] => Object.entries(container).sort(([a], [b]) => (a < b ? -1 : 1));
