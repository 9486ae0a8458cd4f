import { reduceContainer, type EngineEvent } from "./events.ts";
import type { Container, Image, Transition } from "./model.ts";

/** What has changed since the last one: ids of containers that came, went or look different; images as a whole. */
export type ModelChange = { readonly containers: ReadonlySet<string>; readonly images: boolean };

/**
 * Containers and images as they are now: changed by each event at once, and put right by lists.
 * A list may be older than an event that came while it was under way; such containers keep what the event said.
 */
export class ModelStore {
	readonly #containers = new Map<string, Container>();
	readonly #images = new Map<string, Image>();
	readonly #transitions = new Map<string, Transition>();
	readonly #listsUnderWay = new Set<Set<string>>();
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
		const reduction = event.type === "container" ? reduceContainer(this.#containers.get(event.id), event) : undefined;
		if (!reduction) return undefined;
		for (const touched of this.#listsUnderWay) touched.add(event.id);
		this.#put(event.id, reduction.container);
		return reduction.isPartial ? "container" : undefined;
	}

	/** Takes in the answer of `list`; of all containers, or of those named in `ids` only. */
	async listContainers(list: () => Promise<readonly Container[]>, ids?: ReadonlySet<string>): Promise<void> {
		const touched = new Set<string>();
		this.#listsUnderWay.add(touched);
		try {
			const listed = new Map((await list()).map((container) => [container.id, container]));
			const changed = new Set<string>();
			for (const id of new Set([...(ids ?? this.#containers.keys()), ...listed.keys()])) {
				if (!touched.has(id) && this.#set(id, listed.get(id))) changed.add(id);
			}
			if (changed.size > 0) this.#changed({ containers: changed, images: false });
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
		this.#changed({ containers, images: true });
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

const inOrder = (container: Container): readonly unknown[] => Object.entries(container).sort(([a], [b]) => (a < b ? -1 : 1));
