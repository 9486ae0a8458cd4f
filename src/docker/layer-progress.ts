import type { Message } from "./messages.ts";

/** How far a pull or a push is: layers, and bytes of those whose size is known by now. */
export type LayerProgress = { readonly layers: number; readonly done: number; readonly current: number; readonly total: number };

/** What engines say of a layer that is there, or has arrived. */
const finished = /^(?:Pull complete|Already exists|Pushed|Layer already exists|Mounted from .*)$/;
/** What is said with the layer's id and moves its bytes. Unpacking counts them a second time, so it is left out. */
const moving = /^(?:Downloading|Pushing)$/;
const mentioned = /^(?:Pulling fs layer|Waiting|Preparing|Downloading|Download complete|Verifying Checksum|Extracting|Pushing|Retrying in .*)$/;

/** Adds up what an engine tells of single layers. */
export function layerProgress(): (message: Message) => LayerProgress {
	const layers = new Map<string, { current: number; total: number; isDone: boolean }>();
	return ({ id, status = "", progressDetail }) => {
		if (id && (mentioned.test(status) || finished.test(status))) {
			const layer = layers.get(id) ?? { current: 0, total: 0, isDone: false };
			layers.set(id, layer);
			if (moving.test(status)) {
				layer.current = progressDetail?.current ?? layer.current;
				layer.total = Math.max(progressDetail?.total ?? 0, layer.total, layer.current);
			} else if (status === "Download complete" || finished.test(status)) layer.current = layer.total;
			if (finished.test(status)) layer.isDone = true;
		}
		const all = [...layers.values()];
		const sum = (of: (layer: (typeof all)[number]) => number): number => all.reduce((total, layer) => total + of(layer), 0);
		return { layers: all.length, done: all.filter(({ isDone }) => isDone).length, current: sum(({ current }) => current), total: sum(({ total }) => total) };
	};
}
