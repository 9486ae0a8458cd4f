/** A sleep that can be cut short. Each loop has a nap of its own, so that none is woken in another's place. */
export type Nap = {
	/** Resolves when the time is over, somebody wakes it, or the signal aborts. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Nothing happens where nobody sleeps. */
	wake(): void;
};

export function makeNap(): Nap {
	let wake = (): void => {};
	return {
		wake: () => wake(),
		async sleep(milliseconds, signal) {
			if (signal.aborted) return;
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, milliseconds);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
				signal.addEventListener("abort", wake);
			});
			signal.removeEventListener("abort", wake);
			wake = () => {};
		},
	};
}
