import { setMaxListeners } from "node:events";

/**
 * A signal that is aborted with the other one, or after so many milliseconds. Its timer holds it: what `AbortSignal.any` makes of `AbortSignal.timeout`
 * Node 20 may collect, and then it is never aborted (https://github.com/nodejs/node/issues/54614).
 */
export function within(milliseconds: number, signal: AbortSignal): AbortSignal {
	if (signal.aborted) return signal;
	const ending = new AbortController();
	const abort = (): void => {
		clearTimeout(timer);
		ending.abort(signal.reason);
	};
	const timer = setTimeout(() => {
		signal.removeEventListener("abort", abort);
		ending.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
	}, milliseconds);
	timer.unref();
	// Each of many requests listens to it, for as long as its patience lasts.
	setMaxListeners(0, signal);
	signal.addEventListener("abort", abort, { once: true });
	return ending.signal;
}
