import { join } from "node:path";
import { DockerError, isFileError, toDockerError } from "../errors.ts";
import type { Cause } from "./cause.ts";
import type { Daemon, Machine, OpenDaemon } from "./daemon.ts";
import type { Endpoint, Source } from "./endpoint.ts";
import { makeNap, type Nap } from "./nap.ts";
import { watchFile } from "./watch-file.ts";

/** `idle`: nobody looks, so nothing is asked; the model is as it was last. `away`: tried again and again, for the reason given. */
export type Status =
	| { readonly kind: "idle" }
	| { readonly kind: "connecting" }
	| {
			readonly kind: "connected";
			readonly product: string;
			readonly version: string;
			readonly apiVersion: string;
			/** Absent until it is known, shortly after the rows. */
			readonly machine: Machine | undefined;
			readonly endpoint: Endpoint;
	  }
	| ({ readonly kind: "away"; readonly error: DockerError; readonly endpoint?: Endpoint } & Explanation);

/** Why it is away, and who named the engine that is. */
export type Explanation = { readonly cause: Cause; readonly source: Source };

/** What the log is told. VS Code's LogOutputChannel is one. */
export type Log = { info(message: string): void; debug(message: string): void };

/** What is done with a daemon while there is one. */
export type Follower = {
	/** The next attempt leads there: what was seen of another daemon is forgotten. */
	turnTo(endpoint: Endpoint): void;
	/**
	 * Resolves when the daemon has ended what it was asked to keep up, which it does when it ends itself; rejects where it does not answer.
	 * Calls `ready` once the daemon has shown that it answers, and `calm` when what is shown first has had its time. After the signal has aborted nothing of it counts.
	 */
	follow(daemon: Daemon, signal: AbortSignal, ready: () => void, calm: () => void): Promise<void>;
	/** Asks for everything once more. */
	reload(): Promise<void>;
};

type Parts = {
	readonly resolve: () => Promise<Endpoint>;
	readonly open: OpenDaemon;
	readonly explain: (error: DockerError, endpoint: Endpoint | undefined) => Promise<Explanation>;
	readonly follower: Follower;
	readonly changed: () => void;
	readonly until: (condition: () => boolean) => Promise<void>;
	readonly log: Log;
	/** The folder whose config.json names the CLI's current context. */
	readonly configFolder: string;
};

/** One run of attempts, from the start until it is aborted. */
type Loop = { readonly ending: AbortController; readonly nap: Nap };

/** So long the connection stays after the last one who looked; switching views does not cost it. */
const lingering = 2_000;

/** The way to the daemon, kept open while anybody `hold`s it. When the daemon goes away it says why, and connects again by itself when it is back. */
export class Connection {
	readonly #parts: Parts;
	#status: Status = { kind: "idle" };
	/** The daemon that answers now. */
	#daemon: Daemon | undefined;
	#holders = 0;
	#lingering: NodeJS.Timeout | undefined;
	#loop: Loop | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	get status(): Status {
		return this.#status;
	}

	/** Connects, and stays connected, until the returned function is called. */
	hold(): () => void {
		clearTimeout(this.#lingering);
		this.#holders += 1;
		if (!this.#loop) this.#start();
		let isHeld = true;
		return () => {
			if (isHeld) this.#holders -= 1;
			isHeld = false;
			clearTimeout(this.#lingering);
			if (this.#holders === 0) this.#lingering = setTimeout(() => this.#rest(), lingering).unref();
		};
	}

	/** Runs one request, or several, connecting first where needed. @throws DockerError, or the file system's own error where files are written or read meanwhile */
	async use<Result>(run: (daemon: Daemon) => Promise<Result>): Promise<Result> {
		const release = this.hold();
		let url: string | undefined;
		try {
			await this.#settled();
			const daemon = this.#daemon;
			if (!daemon) throw this.#status.kind === "away" ? this.#status.error : new DockerError("unreachable", "the connection was closed");
			url = daemon.endpoint.url;
			return await run(daemon);
		} catch (error) {
			throw isFileError(error) ? error : toDockerError(error, url);
		} finally {
			release();
		}
	}

	/** Asks the daemon for everything once more; where it is away, tries again now. Waits for the outcome. */
	async refresh(): Promise<void> {
		const release = this.hold();
		try {
			if (this.#daemon) await this.#parts.follower.reload().catch(() => this.reconnect());
			else {
				if (this.#status.kind === "away") this.#setStatus({ kind: "connecting" });
				this.#loop?.nap.wake();
			}
			await this.#settled();
		} finally {
			release();
		}
	}

	/** Drops the connection and resolves the endpoint anew: a setting or the CLI's context has changed. */
	reconnect(): void {
		if (!this.#loop) return;
		this.#disconnect();
		this.#start();
	}

	/**
	 * For when the user comes back to the window, or a command in a terminal has ended: finds out that the daemon has silently gone, or is there again, and sees
	 * what no event tells, such as an image that the old builder's COPY or `docker load` leaves without a tag.
	 */
	async check(): Promise<void> {
		if (this.#status.kind === "away") this.#loop?.nap.wake();
		const daemon = this.#daemon;
		try {
			await daemon?.api.ping({ abortSignal: AbortSignal.timeout(5_000) });
			if (daemon && this.#daemon === daemon) await this.#parts.follower.reload();
		} catch {
			if (this.#daemon === daemon) this.reconnect();
		}
	}

	dispose(): void {
		clearTimeout(this.#lingering);
		this.#disconnect();
	}

	/** Waits until there is a daemon, or is known to be none. */
	#settled(): Promise<void> {
		return this.#parts.until(() => this.#daemon !== undefined || this.#status.kind === "away" || this.#status.kind === "idle");
	}

	#rest(): void {
		this.#disconnect();
		this.#setStatus({ kind: "idle" });
	}

	#start(): void {
		const loop = { ending: new AbortController(), nap: makeNap() };
		this.#loop = loop;
		if (this.#status.kind !== "connecting") this.#setStatus({ kind: "connecting" });
		void this.#keepConnected(loop);
	}

	#disconnect(): void {
		this.#loop?.ending.abort();
		this.#loop = undefined;
		this.#daemon?.close();
		this.#daemon = undefined;
	}

	/** Never rejects: runs until it is aborted. */
	async #keepConnected({ ending: { signal }, nap }: Loop): Promise<void> {
		let failures = 0;
		let resets = 0;
		while (!signal.aborted) {
			let endpoint: Endpoint | undefined;
			const tried = Date.now();
			try {
				endpoint = await this.#parts.resolve();
				signal.throwIfAborted();
				this.#parts.follower.turnTo(endpoint);
				const daemon = await this.#parts.open(endpoint, signal);
				const since = Date.now();
				resets = 0;
				await this.#stay(daemon, signal);
				// Something between us and the daemon may cut every stream short: then not at once again.
				failures = Date.now() - since < 2_000 ? failures + 1 : 0;
				if (failures > 1) await pause(endpoint, failures, nap, signal);
			} catch (error) {
				if (signal.aborted) return;
				failures += 1;
				const reason = toDockerError(error, endpoint?.url);
				// A daemon that is just ending resets connections; a moment later the system says what is the matter.
				const isReset = reason.kind === "unreachable" && endpoint?.address.kind === "socket" && Date.now() - tried < 1_000;
				const isEnding = isReset && ++resets <= 2;
				if (!isEnding) {
					const explanation = await this.#parts.explain(reason, endpoint);
					if (signal.aborted) return;
					this.#setStatus({ kind: "away", error: reason, ...(endpoint && { endpoint }), ...explanation });
				}
				await pause(endpoint, failures, nap, signal);
			}
		}
	}

	async #stay(daemon: Daemon, signal: AbortSignal): Promise<void> {
		const { product, version, apiVersion, endpoint } = daemon;
		const stopWatching = this.#watchContext(endpoint);
		let isCalm = false;
		const tellMachine = async (): Promise<void> => {
			const machine = await daemon.machine();
			if (!machine || this.#daemon !== daemon || this.#status.kind !== "connected") return;
			this.#status = { ...this.#status, machine };
			this.#parts.changed();
		};
		const ready = (): void => {
			if (signal.aborted || this.#daemon === daemon) return;
			this.#daemon = daemon;
			this.#setStatus({ kind: "connected", product, version, apiVersion, machine: undefined, endpoint });
			// Where the status is as it was, somebody may still wait for the daemon itself.
			this.#parts.changed();
			if (isCalm) void tellMachine();
		};
		const calm = (): void => {
			isCalm = true;
			void tellMachine();
		};
		try {
			// Its answer may have come too late.
			if (!signal.aborted) await this.#parts.follower.follow(daemon, signal, ready, calm);
		} finally {
			stopWatching();
			daemon.close();
			if (this.#daemon === daemon) this.#daemon = undefined;
		}
	}

	/** `docker context use` in a terminal changes the daemon here too, where the CLI's context is what we follow; so does a change of a context, whoever named it. */
	#watchContext({ source, url, file }: Endpoint): () => void {
		const isNamedHere = source.by === "window" || source.by === "setting" || source.by === "environment";
		const files = [...(isNamedHere ? [] : [join(this.#parts.configFolder, "config.json")]), ...(file === undefined ? [] : [file])];
		const stops = files.map((each) =>
			watchFile(each, () => {
				void this.#parts.resolve().then(
					(now) => now.url !== url && this.reconnect(),
					() => this.reconnect(),
				);
			}),
		);
		return () => {
			for (const stop of stops) stop();
		};
	}

	#setStatus(status: Status): void {
		const before = describe(this.#status);
		this.#status = status;
		if (describe(status) === before) return;
		this.#parts.log.info(describe(status));
		this.#parts.changed();
	}
}

/** Until it is time to try again: sooner where the socket appears or somebody asks. */
async function pause(endpoint: Endpoint | undefined, failures: number, nap: Nap, signal: AbortSignal): Promise<void> {
	const address = endpoint?.address;
	const longest = address?.kind === "ssh" ? 30_000 : address?.kind === "tcp" ? 2_000 : 1_000;
	const first = address?.kind === "ssh" ? 2_000 : 250;
	const stopWatching = address?.kind === "socket" && !address.path.startsWith("\\\\") ? watchFile(address.path, nap.wake) : () => {};
	await nap.sleep(Math.min(longest, first * 2 ** Math.min(failures - 1, 10)), signal);
	stopWatching();
}

function describe(status: Status): string {
	switch (status.kind) {
		case "connected":
			return `${status.product} ${status.version} at ${status.endpoint.url}`;
		case "away":
			return `no engine: ${status.cause}: ${status.error.message}`;
		case "idle":
		case "connecting":
			return status.kind;
	}
}
