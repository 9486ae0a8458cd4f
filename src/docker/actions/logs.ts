import { setTimeout as delay } from "node:timers/promises";
import { demultiplexer, type OutputStream } from "./demultiplex.ts";
import { isConnectionError, toDockerError, type DockerError } from "../errors.ts";
import type { Client } from "../client.ts";
import type { Connection } from "../connection/connection.ts";
import type { Container } from "../resources/container.ts";

/** What the reader is told besides the output. After `removed` nothing comes but, perhaps, the output of a new container of the same name. */
export type LogMark =
	| { readonly kind: "exited"; readonly exitCode: number | undefined }
	| { readonly kind: "started" }
	| { readonly kind: "removed" }
	| { readonly kind: "lost"; readonly error: DockerError }
	| { readonly kind: "unreadable"; readonly error: DockerError };

/** `text` is cut anywhere, but never inside a character. */
export type LogReader = { output(stream: OutputStream, text: string): void; mark(mark: LogMark): void };

/** So many lines from before are shown. */
const tail = 1_000;

/**
 * Reads a container's output until the signal aborts: across its restarts, the engine's, and its replacement by another of its name,
 * each line once.
 */
export async function followLogs(client: Client, first: Container, reader: LogReader, signal: AbortSignal): Promise<void> {
	const { connection, changes } = client;
	const release = connection.hold();
	let { id } = first;
	let last = "";
	let isFirst = true;
	let told = "";
	let started = "";
	const tell = (mark: LogMark): void => {
		const key = mark.kind + ("error" in mark ? mark.error.message : "");
		if (key !== told) reader.mark(mark);
		told = key;
	};
	try {
		while (!signal.aborted) {
			try {
				const { isTty, isRunning, startedAt } = await inspectState(connection, id);
				if (isRunning && started && (told || started !== startedAt)) reader.mark({ kind: "started" });
				if (isRunning) [told, started] = ["", startedAt];
				started ||= startedAt;
				last = await readOnce(connection, id, { isTty, last, isFirst }, reader, signal);
				isFirst = false;
				const after = await inspectState(connection, id);
				if (!after.isRunning) tell({ kind: "exited", exitCode: after.exitCode });
			} catch (error) {
				signal.throwIfAborted();
				const reason = toDockerError(error);
				if (reason.kind === "missing") tell({ kind: "removed" });
				else tell({ kind: isConnectionError(reason) ? "lost" : "unreadable", error: reason });
				if (!isConnectionError(reason) && reason.kind !== "missing") return;
			}
			// Events may be a moment behind what the engine has just said.
			await delay(50, undefined, { signal });
			await changes.until(() => connection.status.kind === "connected" && Boolean(runningOne(client, id, first.name)), signal);
			const next = runningOne(client, id, first.name)?.id ?? id;
			if (next !== id) last = "";
			id = next;
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		release();
	}
}

/** The container itself, or the one that has taken its name after it was removed (`docker compose up` makes new ones). */
function runningOne({ resources }: Client, id: string, name: string): Container | undefined {
	const { containers } = resources.model;
	const found = containers.get(id) ?? [...containers.values()].find((container) => container.name === name);
	return found?.state === "running" || found?.state === "paused" ? found : undefined;
}

async function inspectState(
	connection: Connection,
	id: string,
): Promise<{ isTty: boolean; isRunning: boolean; startedAt: string; exitCode: number | undefined }> {
	const { Config, State } = await connection.use(({ api }) => api.getContainer(id).inspect());
	return { isTty: Boolean(Config?.Tty), isRunning: Boolean(State?.Running), startedAt: State?.StartedAt ?? "", exitCode: State?.ExitCode };
}

type Reading = { readonly isTty: boolean; readonly last: string; readonly isFirst: boolean };

/** Reads until the stream ends. Resolves to the time of the last line, from which the next reading goes on. */
async function readOnce(connection: Connection, id: string, { isTty, last, isFirst }: Reading, reader: LogReader, signal: AbortSignal): Promise<string> {
	const since = last ? Math.floor(Date.parse(last) / 1000) : 0;
	const options = { follow: true as const, stdout: true, stderr: true, timestamps: true, since, abortSignal: signal, ...(isFirst && { tail }) };
	return connection.use(async ({ api }) => {
		const stream = await api.getContainer(id).logs(options);
		const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
		let newest = last;
		const take = (name: OutputStream, bytes: Buffer): void => {
			const { time, text } = withoutTime(bytes);
			if (time && time <= last) return;
			if (time > newest) newest = time;
			const decoded = decoders[name].decode(text, { stream: true });
			if (decoded) reader.output(name, decoded);
		};
		// A terminal's output is not framed: the engine puts the time before each line.
		const feed = isTty ? byteLines((line) => take("stdout", line)) : demultiplexer(take);
		await new Promise<void>((resolve, reject) => {
			stream.on("data", feed);
			stream.once("end", resolve);
			stream.once("close", resolve);
			stream.once("error", reject);
		});
		return newest;
	});
}

const longestTime = 40;

/** Takes the engine's time stamp off. `time` is empty where there is none, as in a later part of one long line. */
export function withoutTime(bytes: Buffer): { readonly time: string; readonly text: Buffer } {
	const head = bytes.subarray(0, longestTime).toString("latin1");
	const time = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) /.exec(head)?.[0];
	return time ? { time: time.trimEnd(), text: bytes.subarray(time.length) } : { time: "", text: bytes };
}

/** Cuts bytes into lines, ends included. */
function byteLines(onLine: (line: Buffer) => void): (chunk: Buffer) => void {
	let rest: Buffer[] = [];
	return (chunk) => {
		let at = 0;
		for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
			onLine(Buffer.concat([...rest, chunk.subarray(at, end + 1)]));
			rest = [];
			at = end + 1;
		}
		if (at < chunk.length) rest.push(chunk.subarray(at));
	};
}
