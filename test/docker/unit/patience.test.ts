import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { within } from "../../../src/docker/patience.ts";

test("patience ends although nobody but its listener holds it, however often memory is cleared", async () => {
	setFlagsFromString("--expose-gc");
	const clear = runInNewContext("gc") as () => void;
	const clearing = setInterval(clear, 5);
	try {
		const reason = await new Promise<unknown>((resolve) => {
			const signal = within(60, new AbortController().signal);
			signal.addEventListener("abort", () => resolve("ended"));
		});
		expect(reason).toBe("ended");
	} finally {
		clearInterval(clearing);
	}
});

test("it ends with the other signal, for its reason, and at once where that has ended", () => {
	const other = new AbortController();
	const signal = within(60_000, other.signal);
	other.abort(new Error("away"));
	expect(signal.reason).toEqual(new Error("away"));
	expect(within(60_000, other.signal).aborted).toBe(true);
});
