import { createServer, request } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { daemonAgent, dial } from "../../../src/docker/connection/dial.ts";

test.skipIf(process.platform === "win32")("a request that is aborted with the last of its answer leaves no error that nobody catches", async () => {
	const folder = await mkdtemp(join(tmpdir(), "hullwright-dial-"));
	const path = join(folder, "engine.sock");
	const server = createServer((asked, answer) => void asked.resume().on("end", () => answer.end("the only piece")));
	const agent = daemonAgent(() => dial({ kind: "socket", path }));
	const uncaught: unknown[] = [];
	const listener = (error: unknown): unknown => uncaught.push(error);
	const others = process.listeners("uncaughtException");
	process.removeAllListeners("uncaughtException").on("uncaughtException", listener);
	try {
		await once(server.listen(path), "listening");
		const aborting = new AbortController();
		const asking = request({ agent, socketPath: "/", path: "/", method: "POST", signal: aborting.signal });
		asking.on("error", () => {}).on("response", (answer) => void answer.on("error", () => {}).on("data", () => aborting.abort()));
		asking.end("body");
		await once(asking, "close");
		await delay(20);
		expect(uncaught).toEqual([]);
	} finally {
		process.removeAllListeners("uncaughtException");
		for (const other of others) process.on("uncaughtException", other);
		agent.destroy();
		server.close();
		await rm(folder, { recursive: true });
	}
});
