import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "../connection/daemon.ts";
import { demultiplexer, type OutputStream } from "../demultiplex.ts";
import { isConnectionError, toDockerError, type DockerError } from "../errors.ts";
import type { Client } from "../client.ts";
import type { Connection } from "../connection/connection.ts";
import { toStartError, type Container } from "../resources/container.ts";

/** What the reader is told besides the output. After `removed` nothing comes but, perhaps, the output of a new container in its place: `replaced`. */
export type LogMark =
	/** `isRestarted`: its restart policy takes over, and the output goes on. */
	| { readonly kind: "exited"; readonly exitCode: number | undefined; readonly isOutOfMemory: boolean; readonly isRestarted?: true }
	| { readonly kind: "started" }
	/** It was made, and never started. */
	| { readonly kind: "waiting" }
	/** It was to be started; the error is the daemon's. */
	| { readonly kind: "failed"; readonly error: string }
	| { readonly kind: "removed" }
	| { readonly kind: "replaced"; readonly id: string }
	| { readonly kind: "lost"; readonly error: DockerError }
	| { readonly kind: "unreadable"; readonly error: DockerError };

/** `text` is cut anywhere, but never inside a character. `time` is the daemon's, in RFC 3339; empty where a line goes on. */
export type LogOutput = (stream: OutputStream, text: string, time: string) => void;
export type LogReader = { readonly output: LogOutput; mark(mark: LogMark): void };

/** Lines from before: so many of the last, or all. */
export type LogTail = number | "all";

/**
 * Reads a container's output until the signal aborts: across its restarts, the daemon's, and its replacement by another of its name or service,
 * each line once.
 */
export async function followLogs(client: Client, first: Container, reader: LogReader, tail: LogTail, signal: AbortSignal): Promise<void> {
	const { connection, changes } = client;
	const release = connection.hold();
	let { id } = first;
	let last = "";
	let isFirst = true;
	let told = "";
	let started = "";
	let startError = "";
	let unreadable = "";
	const tell = (mark: LogMark): void => {
		const key = mark.kind + ("error" in mark ? String(mark.error) : "");
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
				last = await readOnce(connection, id, { isTty, last, follow: true, ...(isFirst && { tail }) }, reader.output, signal);
				isFirst = false;
				const after = await inspectState(connection, id);
				({ startError } = after);
				if (!after.isRunning || after.isRestarting) tell(endOf(after));
			} catch (error) {
				signal.throwIfAborted();
				const reason = toDockerError(error);
				if (reason.kind === "missing") tell({ kind: "removed" });
				else if (isConnectionError(reason)) tell({ kind: "lost", error: reason });
				else {
					unreadable = id;
					tell({ kind: "unreadable", error: reason });
					// What its output cannot tell, the daemon may.
					const after = await inspectState(connection, id).catch(() => undefined);
					if (after?.startError) tell(endOf(after));
				}
			}
			// Events may be a moment behind what the daemon has just said.
			await delay(50, undefined, { signal });
			const next = (): Container | undefined => {
				const found = connection.status.kind === "connected" ? successorOf(client, id, first) : undefined;
				return found && found.id !== unreadable && hasNews(found, startError) ? found : undefined;
			};
			const isGone = (): boolean =>
				connection.status.kind === "connected" && client.resources.isListed("containers") && !client.resources.model.containers.has(id);
			await changes.until(() => next() !== undefined || (isGone() && told !== "removed"), signal);
			if (!next()) {
				tell({ kind: "removed" });
				await changes.until(() => next() !== undefined, signal);
			}
			const nextId = next()?.id ?? id;
			if (nextId !== id) {
				last = "";
				tell({ kind: "replaced", id: nextId });
			}
			id = nextId;
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		release();
	}
}

/** All that there is of a container's output now. */
export async function readLogs({ connection }: Client, { id }: Container, output: LogOutput, signal: AbortSignal): Promise<void> {
	const { isTty } = await inspectState(connection, id);
	await readOnce(connection, id, { isTty, last: "", follow: false }, output, signal);
}

/**
 * The container itself, or the one that has taken its name after it was removed (`docker compose up` makes new ones);
 * or the only one of its service, where Compose has given it another name.
 */
function successorOf({ resources }: Client, id: string, { name, project, service }: Container): Container | undefined {
	const { containers } = resources.model;
	const known = containers.get(id);
	if (known) return known;
	const all = [...containers.values()];
	const ofService = project && service ? all.filter((container) => container.project === project && container.service === service) : [];
	return all.find((container) => container.name === name) ?? (ofService.length === 1 ? ofService[0] : undefined);
}

/** Whether there is something to read or to tell: it runs, or a start has failed otherwise than was told. */
const hasNews = ({ state, details }: Container, told: string): boolean =>
	state === "running" || state === "paused" || Boolean(details?.startError && details.startError !== told);

type State = {
	readonly isTty: boolean;
	/** Also where its restart policy is about to start it again: `isRestarting`. */
	readonly isRunning: boolean;
	readonly isRestarting: boolean;
	readonly startedAt: string;
	readonly exitCode: number | undefined;
	readonly isOutOfMemory: boolean;
	readonly startError: string;
};

function endOf({ startError, startedAt, exitCode, isOutOfMemory, isRestarting }: State): LogMark {
	if (startError) return { kind: "failed", error: startError };
	return startedAt.startsWith("0001") ? { kind: "waiting" } : { kind: "exited", exitCode, isOutOfMemory, ...(isRestarting && { isRestarted: true }) };
}

async function inspectState(connection: Connection, id: string): Promise<State> {
	const { Config, State } = await connection.use(({ api }) => api.getContainer(id).inspect());
	return {
		isTty: Boolean(Config?.Tty),
		isRunning: Boolean(State?.Running),
		isRestarting: Boolean(State?.Restarting),
		startedAt: State?.StartedAt ?? "",
		exitCode: State?.ExitCode,
		isOutOfMemory: Boolean(State?.OOMKilled),
		startError: toStartError(State?.Error),
	};
}

type Reading = { readonly isTty: boolean; readonly last: string; readonly follow: boolean; readonly tail?: LogTail };

/** Reads until the stream ends. Resolves to the time of the last line, from which the next reading goes on. */
async function readOnce(connection: Connection, id: string, { isTty, last, follow, tail }: Reading, output: LogOutput, signal: AbortSignal): Promise<string> {
	const since = last ? Math.floor(Date.parse(last) / 1000) : 0;
	const options = { stdout: true, stderr: true, timestamps: true, since, abortSignal: signal, ...(typeof tail === "number" && { tail }) };
	return connection.use(async ({ api }) => {
		const stream = follow ? await api.getContainer(id).logs({ ...options, follow: true }) : await streamOf(api, id, options);
		const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
		let newest = last;
		const take = (name: OutputStream, bytes: Buffer): void => {
			const { time, text } = withoutTime(bytes);
			if (time && time <= last) return;
			if (time > newest) newest = time;
			const decoded = decoders[name].decode(text, { stream: true });
			if (decoded) output(name, decoded, time);
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

/** The client hands over logs that are not followed in one piece, however long they are; its lower half does not. */
function streamOf(api: Api, id: string, { abortSignal, ...options }: { readonly abortSignal: AbortSignal } & object): Promise<NodeJS.ReadableStream> {
	const request = { path: `/containers/${id}/logs?`, method: "GET", isStream: true, abortSignal, statusCodes: { 200: true }, options };
	return new Promise((resolve, reject) => {
		api.modem.dial(request, (error, stream) => (error ? reject(error) : resolve(stream as NodeJS.ReadableStream)));
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
