/** Tells listeners of something, in the order in which they came. */
export type Changes<Change> = {
	tell(change: Change): void;
	/** @returns what ends the listening */
	listen(listener: (change: Change) => void): () => void;
	/** Waits for a change after which the condition holds; at once where it does already. Rejects when the signal aborts. */
	until(condition: () => boolean, signal?: AbortSignal): Promise<void>;
	dispose(): void;
};

export function makeChanges<Change>(): Changes<Change> {
	const listeners = new Set<(change: Change) => void>();
	const listen = (listener: (change: Change) => void): (() => void) => {
		listeners.add(listener);
		return () => listeners.delete(listener);
	};
	return {
		listen,
		tell(change) {
			for (const listener of [...listeners]) listener(change);
		},
		async until(condition, signal) {
			signal?.throwIfAborted();
			if (condition()) return;
			await new Promise<void>((resolve, reject) => {
				const stop = listen(() => {
					if (condition()) finish(resolve);
				});
				const abort = (): void => finish(() => reject(signal?.reason as Error));
				const finish = (settle: () => void): void => {
					stop();
					signal?.removeEventListener("abort", abort);
					settle();
				};
				signal?.addEventListener("abort", abort);
			});
		},
		dispose: () => listeners.clear(),
	};
}
