import { rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Stands between a client and the engine, and does what goes wrong on the way. */
export type LogProxy = {
	readonly host: string;
	/** So many logs are being read over it now. */
	logs(): number;
	/** Cuts the connections over which logs are read, or all. */
	cut(which: "logs" | "all"): void;
};

type Options = {
	/** What the engine sends comes in pieces of so many bytes. */
	readonly pieces?: number;
};

let number = 0;

export async function logProxy(engine: string, { pieces }: Options = {}): Promise<LogProxy> {
	const path = join(tmpdir(), `hullwright-log-proxy-${process.pid}-${number++}.sock`);
	const open = new Map<Socket, { isLog: boolean }>();
	const server = createServer((near) => {
		const state = { isLog: false };
		const far = connect(engine);
		open.set(near, state);
		near.on("data", (chunk: Buffer) => {
			const asked = /^(?:GET|POST|HEAD|PUT|DELETE) (\S+)/.exec(chunk.toString("latin1", 0, 300))?.[1];
			if (asked !== undefined) state.isLog = /\/logs\?.*follow=true/.test(asked);
			far.write(chunk);
		});
		far.on("data", (chunk: Buffer) => {
			let isFull = false;
			if (pieces === undefined) isFull = !near.write(chunk);
			else for (let at = 0; at < chunk.length; at += pieces) isFull = !near.write(chunk.subarray(at, at + pieces));
			if (isFull) {
				far.pause();
				near.once("drain", () => far.resume());
			}
		});
		const end = (): void => {
			open.delete(near);
			near.destroy();
			far.destroy();
		};
		for (const socket of [near, far]) socket.on("close", end).on("error", end);
		near.setNoDelay(true);
	});
	await new Promise<void>((resolve) => server.listen(path, resolve));
	onTestFinished(async () => {
		for (const socket of open.keys()) socket.destroy();
		server.close();
		await rm(path, { force: true });
	});
	return {
		host: `unix://${path}`,
		logs: () => [...open.values()].filter(({ isLog }) => isLog).length,
		cut(which) {
			for (const [socket, { isLog }] of open) if (which === "all" || isLog) socket.destroy();
		},
	};
}
