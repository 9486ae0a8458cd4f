import { Duplex } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../../src/docker/connection/daemon.ts";
import { measureFolder } from "../../../src/docker/files/measure.ts";

afterEach(() => vi.useRealTimers());

test("a folder that takes too long to be counted is counted in part, and nobody goes on", async () => {
	vi.useFakeTimers();
	const stream = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
	const api = { getContainer: () => ({ exec: async () => ({ start: async () => stream }) }) } as unknown as Api;
	const measuring = measureFolder(api, "web", "/srv", true);
	await vi.advanceTimersByTimeAsync(3_900);
	expect(stream.destroyed).toBe(false);
	await vi.advanceTimersByTimeAsync(200);
	expect(await measuring).toEqual({ files: 0, bytes: 0, isPartial: true });
	expect(stream.destroyed).toBe(true);
});
