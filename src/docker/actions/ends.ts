import type { Readable } from "node:stream";
import { type Client, settled } from "../client.ts";
import type { Daemon } from "../connection/daemon.ts";
import { demultiplexer } from "../demultiplex.ts";
import { toDockerError } from "../errors.ts";
import { maskSecrets } from "../mask-secrets.ts";
import { colouredText, plainText } from "../plain-text.ts";
import { within } from "../patience.ts";

/** What is left of a container that removed itself when it ended. Texts are safe to show. */
export type End = {
	readonly id: string;
	readonly name: string;
	readonly image: string;
	/** Undefined where we were cut off from the engine when it ended. */
	readonly exitCode: number | undefined;
	readonly isOutOfMemory: boolean;
	/** When we learned of it, in milliseconds since 1970. */
	readonly endedAt: number;
	/** The last of its output, without colours. */
	readonly output: string;
	/** Whether there was output before that. */
	readonly isCut: boolean;
	/** The daemon's own description of it while it ran, secrets masked. */
	readonly inspected: unknown;
};

/** So many characters of its output are kept, the last ones. */
const mostOutput = 32 * 1024;
/** Lines from before, where its output is read anew. */
const tail = 500;

type Inspected = {
	readonly Name?: string;
	readonly Config?: { readonly Image?: string; readonly Tty?: boolean } | null;
	readonly State?: { readonly Running?: boolean } | null;
};

/**
 * Reads what a container that was just made says, and tells the client's `ends` of it once the engine has removed it. Resolves when it may be started
 * without anything being missed. Aborted: nobody is told.
 */
export async function keepEnd(client: Client, id: string, signal: AbortSignal): Promise<void> {
	const { connection, resources, changes, events, ends } = client;
	const release = connection.hold();
	const output = lastOf(mostOutput);
	let exitCode: number | undefined;
	let endedAt: number | undefined;
	let isOutOfMemory = false;
	let isGone = false;
	const stop = events.listen(({ id: of, action, attributes }) => {
		if (of !== id) return;
		if (action === "start") void look().catch(() => {});
		if (action === "oom") isOutOfMemory = true;
		if (action === "destroy") isGone = true;
		if (action !== "die") return;
		const code = attributes["exitCode"] ?? attributes["containerExitCode"];
		[exitCode, endedAt] = [code === undefined ? undefined : Number(code), Date.now()];
	});
	const end = (): void => {
		stop();
		release();
	};
	let described: Inspected = {};
	const look = async (): Promise<Inspected> => (described = (await connection.use(({ api }) => api.getContainer(id).inspect())) as Inspected);

	/** Resolves once it is read; what it resolves to, once there is no more. */
	async function read(open: (daemon: Daemon) => Promise<Readable>): Promise<{ readonly ended: Promise<void> }> {
		const stream = await connection.use(open);
		const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
		const take = (name: "stdout" | "stderr", bytes: Buffer): void => output.add(decoders[name].decode(bytes, { stream: true }));
		stream.on("data", described.Config?.Tty ? (chunk: Buffer) => take("stdout", chunk) : demultiplexer(take));
		const leave = (): void => void stream.destroy();
		signal.addEventListener("abort", leave);
		return {
			ended: new Promise<void>((resolve) => {
				for (const event of ["end", "close", "error"]) stream.once(event, () => resolve());
			}).finally(() => signal.removeEventListener("abort", leave)),
		};
	}

	/** Across its restarts, and the engine's being away. */
	async function follow(first: Promise<void>): Promise<void> {
		await first;
		const isConnected = (): boolean => connection.status.kind === "connected" && resources.isListed("containers");
		const isRunning = (): boolean => isConnected() && resources.model.containers.get(id)?.state === "running" && endedAt === undefined;
		const isMissing = (): boolean => isConnected() && !resources.model.containers.has(id);
		while (!isGone) {
			await changes.until(() => isGone || isMissing() || isRunning(), signal);
			if (isGone) break;
			const isThere = await look().then(
				({ State }) => State?.Running === true,
				(error: unknown) => {
					if (toDockerError(error).kind !== "missing") throw error;
					isGone = true;
					return false;
				},
			);
			if (!isThere) continue;
			output.clear();
			const again = await read(({ api }) => api.getContainer(id).logs({ stdout: true, stderr: true, tail, follow: true }) as unknown as Promise<Readable>);
			await again.ended;
		}
		// What of its end was told while it was being removed.
		await changes.until(() => exitCode !== undefined, within(1_000, signal)).catch(() => signal.throwIfAborted());
		ends.tell({
			id,
			name: plainText(described.Name?.replace(/^\//, "")) || id.slice(0, 12),
			image: plainText(described.Config?.Image),
			exitCode,
			isOutOfMemory,
			endedAt: endedAt ?? Date.now(),
			...output.get(),
			inspected: maskSecrets(described),
		});
	}

	try {
		// Before that, events may pass unseen.
		await settled(client, "containers");
		await look();
		const { ended } = await read(({ upgrade }) => upgrade(`/containers/${id}/attach?stream=1&stdout=1&stderr=1`));
		// Where the engine is not reached any more there is nothing to keep.
		void follow(ended)
			.catch(() => {})
			.finally(end);
	} catch (error) {
		end();
		throw error;
	}
}

/** Keeps so many characters of what is added, the last ones, from the beginning of a line. */
function lastOf(most: number): { add(text: string): void; clear(): void; get(): Pick<End, "output" | "isCut"> } {
	let text = "";
	let isCut = false;
	const cut = (): void => {
		if (text.length <= most) return;
		isCut = true;
		const from = text.length - most;
		const line = text.indexOf("\n", from);
		text = text.slice(line < 0 || line > from + 2_000 ? from : line + 1);
	};
	return {
		add(more) {
			text += more;
			// Seldom, for it costs a copy.
			if (text.length > 2 * most) cut();
		},
		clear: () => ([text, isCut] = ["", false]),
		get() {
			cut();
			const lines = colouredText(text)
				.replace(/\x1b\[[\d;:]*m/g, "")
				.replace(/\r\n?/g, "\n")
				.split("\n");
			return { output: lines.join("\n"), isCut };
		},
	};
}
