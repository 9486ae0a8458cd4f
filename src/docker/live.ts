import { setTimeout as delay } from "node:timers/promises";
import { join } from "node:path";
import { openEngine, type Engine } from "./engine.ts";
import type { Endpoint } from "./endpoint.ts";
import { DockerError, toDockerError } from "./errors.ts";
import { lineSplitter, parseEvent, type EngineEvent } from "./events.ts";
import { ModelStore, type ModelChange } from "./model-store.ts";
import { toContainer, toImage, type ListedContainer, type ListedImage, type Transition } from "./model.ts";
import { Reconciler } from "./reconciler.ts";
import { watchFile } from "./watch-file.ts";

/** `idle`: nobody looks, so nothing is asked; the model is as it was last. `away`: tried again and again, for the reason given. */
export type Status =
	| { readonly kind: "idle" }
	| { readonly kind: "connecting" }
	| { readonly kind: "connected"; readonly product: string; readonly version: string; readonly endpoint: Endpoint }
	| { readonly kind: "away"; readonly error: DockerError; readonly endpoint?: Endpoint };

/** What the log is told. VS Code's LogOutputChannel is one. */
export type Log = { info(message: string): void; debug(message: string): void };

export type LiveChange = ModelChange & { readonly status: boolean };
type LiveOptions = {
	readonly resolve: () => Promise<Endpoint>;
	readonly log: Log;
	/** The folder whose config.json names the CLI's current context. */
	readonly configFolder: string;
};

const lastEvent: Record<Transition, readonly string[]> = { starting: ["start", "unpause"], stopping: ["die"], restarting: ["start"], removing: ["destroy"] };

/** So long the connection stays after the last one who looked; switching views does not cost it. */
const lingering = 2_000;

/**
 * The engine's containers and images, kept as they are by its events while anybody `hold`s it; no polling.
 * When the engine goes away it says why, and connects again by itself when it is back.
 */
export class Live {
	readonly #options: LiveOptions;
	readonly #listeners = new Set<(change: LiveChange) => void>();
	readonly #eventListeners = new Set<(event: EngineEvent) => void>();
	readonly #model = new ModelStore((change) => this.#tell({ ...change, status: false }));
	#status: Status = { kind: "idle" };
	#engine: Engine | undefined;
	#lastUrl = "";
	#holders = 0;
	#lingering: NodeJS.Timeout | undefined;
	#running: AbortController | undefined;
	#reconciler: Reconciler | undefined;
	#wake = (): void => {};
	#isLoaded = { containers: false, images: false };

	constructor(options: LiveOptions) {
		this.#options = options;
	}

	get status(): Status {
		return this.#status;
	}

	get model(): Pick<ModelStore, "containers" | "images"> {
		return this.#model;
	}

	/** Looking is not enough to be kept informed: somebody has to `hold`. */
	onChange(listener: (change: LiveChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** The engine's container and image events as they come, just before the model takes them in. */
	onEvent(listener: (event: EngineEvent) => void): () => void {
		this.#eventListeners.add(listener);
		return () => this.#eventListeners.delete(listener);
	}

	/** Connects, and stays connected, until the returned function is called. */
	hold(): () => void {
		clearTimeout(this.#lingering);
		this.#holders += 1;
		if (!this.#running) this.#start();
		let isHeld = true;
		return () => {
			if (isHeld) this.#holders -= 1;
			isHeld = false;
			clearTimeout(this.#lingering);
			if (this.#holders === 0) this.#lingering = setTimeout(() => this.#rest(), lingering).unref();
		};
	}

	/** Waits until the part is known or the engine is known to be away. */
	async settled(part: "containers" | "images" = "containers"): Promise<void> {
		await this.until(() => this.#status.kind === "away" || this.#status.kind === "idle" || (this.#status.kind === "connected" && this.#isLoaded[part]));
	}

	/** Waits for a change after which the condition holds; at once where it does already. Rejects when the signal aborts. */
	async until(condition: () => boolean, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		if (condition()) return;
		await new Promise<void>((resolve, reject) => {
			const stop = this.onChange(() => {
				if (condition()) finish(resolve);
			});
			const abort = (): void => finish(() => reject(signal?.reason as Error));
			const finish = (settle: () => void): void => {
				stop();
				signal?.removeEventListener("abort", abort);
				settle();
			};
			signal?.addEventListener("abort", abort);
		});
	}

	/** Runs one request, or several, connecting first where needed. @throws DockerError */
	async use<Result>(run: (engine: Engine) => Promise<Result>): Promise<Result> {
		const release = this.hold();
		try {
			await this.settled();
			if (this.#status.kind === "away") throw this.#status.error;
			if (!this.#engine) throw new DockerError("unreachable", "the connection was closed");
			return await run(this.#engine);
		} catch (error) {
			throw toDockerError(error, this.#engine?.endpoint.url);
		} finally {
			release();
		}
	}

	/** Asks the engine for everything once more; where it is away, tries again now. Waits for the outcome. */
	async refresh(): Promise<void> {
		const release = this.hold();
		try {
			if (this.#status.kind === "connected" && this.#engine) await this.#load(this.#engine).catch(() => this.reconnect());
			else {
				if (this.#status.kind === "away") this.#setStatus({ kind: "connecting" });
				this.#wake();
			}
			await this.settled();
		} finally {
			release();
		}
	}

	/** Drops the connection and resolves the endpoint anew: a setting or the CLI's context has changed. */
	reconnect(): void {
		if (!this.#running) return;
		this.#disconnect();
		this.#start();
	}

	/** For when the user comes back to the window: finds out that the engine has silently gone, or is there again. */
	async check(): Promise<void> {
		if (this.#status.kind === "away") this.#wake();
		const engine = this.#engine;
		if (this.#status.kind !== "connected" || !engine) return;
		await engine.api.ping({ abortSignal: AbortSignal.timeout(5_000) }).catch(() => {
			if (this.#engine === engine) this.reconnect();
		});
	}

	/**
	 * Shows in the container what is being done to it while `run` does it. `run` resolves to false where there was nothing to do;
	 * otherwise the engine's event is waited for, which may come a moment after its answer (and its list may be as late).
	 */
	async during(id: string, transition: Transition, run: () => Promise<boolean>): Promise<void> {
		let isOver = false;
		const stop = this.onEvent((event) => (isOver ||= event.id === id && lastEvent[transition].includes(event.action)));
		this.#model.setTransition(id, transition);
		try {
			if (!(await run())) return;
			await this.until(() => isOver || this.#status.kind !== "connected", AbortSignal.timeout(1_000)).catch(() => {});
		} finally {
			stop();
			await this.#reconciler?.now([id]).catch(() => {});
			this.#model.setTransition(id, undefined);
		}
	}

	dispose(): void {
		clearTimeout(this.#lingering);
		this.#listeners.clear();
		this.#eventListeners.clear();
		this.#disconnect();
	}

	#rest(): void {
		this.#disconnect();
		this.#setStatus({ kind: "idle" });
	}

	#start(): void {
		const running = new AbortController();
		this.#running = running;
		if (this.#status.kind !== "connecting") this.#setStatus({ kind: "connecting" });
		void this.#keepConnected(running.signal);
	}

	#disconnect(): void {
		this.#running?.abort();
		this.#running = undefined;
		this.#engine?.close();
		this.#engine = undefined;
		this.#reconciler?.stop();
		this.#reconciler = undefined;
	}

	/** Never rejects: runs until it is aborted. */
	async #keepConnected(signal: AbortSignal): Promise<void> {
		let failures = 0;
		let resets = 0;
		while (!signal.aborted) {
			let endpoint: Endpoint | undefined;
			const tried = Date.now();
			try {
				endpoint = await this.#options.resolve();
				signal.throwIfAborted();
				this.#useModelOf(endpoint);
				const engine = await openEngine(endpoint, signal);
				const since = Date.now();
				resets = 0;
				await this.#follow(engine, signal).finally(() => engine.close());
				// Something between us and the engine may cut every stream short: then not at once again.
				failures = Date.now() - since < 2_000 ? failures + 1 : 0;
				if (failures > 1) await this.#pause(endpoint, failures, signal);
			} catch (error) {
				if (signal.aborted) return;
				failures += 1;
				const reason = toDockerError(error, endpoint?.url);
				// An engine that is just ending resets connections; a moment later the system says what is the matter.
				const isReset = reason.kind === "unreachable" && endpoint?.address.kind === "socket" && Date.now() - tried < 1_000;
				const isEnding = isReset && ++resets <= 2;
				if (!isEnding) this.#setStatus({ kind: "away", error: reason, ...(endpoint && { endpoint }) });
				await this.#pause(endpoint, failures, signal);
			}
		}
	}

	/** Resolves when the engine has ended the stream of events, which it does when it ends itself. */
	async #follow(engine: Engine, signal: AbortSignal): Promise<void> {
		const { api, endpoint } = engine;
		this.#engine = engine;
		this.#isLoaded = { containers: false, images: false };
		const reconciler = new Reconciler(
			(ids) => this.#listContainers(engine, ids),
			() => this.#listImages(engine),
		);
		this.#reconciler = reconciler;
		const opening = api.getEvents({ filters: { type: ["container", "image"] }, abortSignal: signal });
		const ended = opening.then((stream) =>
			readToEnd(
				stream,
				lineSplitter((line) => this.#onEvent(line, reconciler)),
			),
		);
		const cut = ended.then(() => Promise.reject(new DockerError("unreachable", "the engine closed the connection", endpoint.url)));
		// Its failure is reported by whoever waits for it below.
		cut.catch(() => {});
		const stopWatching = this.#watchContext(endpoint);
		try {
			// Podman answers only with the first event: https://github.com/containers/podman/issues/23712
			const isOpen = await Promise.race([opening.then(() => true), delay(300, false)]);
			await Promise.race([this.#load(engine), cut]);
			// What happened between that list and the opening of the stream was not seen.
			if (!isOpen) void opening.then(() => this.#load(engine)).catch(() => {});
			await ended;
		} finally {
			stopWatching();
			reconciler.stop();
		}
	}

	#onEvent(line: string, reconciler: Reconciler): void {
		const event = parseEvent(line);
		if (!event) return;
		for (const listener of this.#eventListeners) listener(event);
		const stale = this.#model.apply(event);
		if (stale === "container") reconciler.containerIsStale(event.id);
		if (stale === "images") reconciler.imagesAreStale();
	}

	async #load(engine: Engine): Promise<void> {
		const containers = this.#listContainers(engine).then(() => {
			this.#isLoaded.containers = true;
			const { product, version, endpoint } = engine;
			this.#setStatus({ kind: "connected", product, version, endpoint });
		});
		const images = this.#listImages(engine).then(() => {
			this.#isLoaded.images = true;
			this.#tell({ containers: new Set(), images: true, status: false });
		});
		await Promise.all([containers, images]);
	}

	#listContainers({ api }: Engine, ids?: ReadonlySet<string>): Promise<ReadonlySet<string>> {
		const options = { all: true, ...(ids && { filters: { id: [...ids] } }), abortSignal: AbortSignal.timeout(60_000) };
		return this.#model.listContainers(async () => ((await api.listContainers(options)) as readonly ListedContainer[]).map(toContainer), ids);
	}

	async #listImages({ api }: Engine): Promise<void> {
		const listed = (await api.listImages({ abortSignal: AbortSignal.timeout(60_000) })) as readonly ListedImage[];
		this.#model.replaceImages(listed.map(toImage));
	}

	#useModelOf({ url }: Endpoint): void {
		if (this.#lastUrl && this.#lastUrl !== url) this.#model.clear();
		this.#lastUrl = url;
	}

	/** `docker context use` in a terminal changes the engine here too, where the CLI's context is what we follow. */
	#watchContext({ source, url }: Endpoint): () => void {
		if (source.by === "setting" || source.by === "environment") return () => {};
		return watchFile(join(this.#options.configFolder, "config.json"), () => {
			void this.#options.resolve().then(
				(now) => now.url !== url && this.reconnect(),
				() => this.reconnect(),
			);
		});
	}

	/** Until it is time to try again: sooner where the socket appears or somebody asks. */
	async #pause(endpoint: Endpoint | undefined, failures: number, signal: AbortSignal): Promise<void> {
		const address = endpoint?.address;
		const longest = address?.kind === "ssh" ? 30_000 : address?.kind === "tcp" ? 2_000 : 1_000;
		const first = address?.kind === "ssh" ? 2_000 : 250;
		const stopWatching = address?.kind === "socket" && !address.path.startsWith("\\\\") ? watchFile(address.path, () => this.#wake()) : () => {};
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, Math.min(longest, first * 2 ** Math.min(failures - 1, 10)));
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
			signal.addEventListener("abort", this.#wake);
		});
		signal.removeEventListener("abort", this.#wake);
		stopWatching();
		this.#wake = () => {};
	}

	#setStatus(status: Status): void {
		const before = describe(this.#status);
		this.#status = status;
		if (describe(status) === before) return;
		this.#options.log.info(describe(status));
		this.#tell({ containers: new Set(), images: false, status: true });
	}

	#tell(change: LiveChange): void {
		for (const listener of [...this.#listeners]) listener(change);
	}
}

function describe(status: Status): string {
	switch (status.kind) {
		case "connected":
			return `${status.product} ${status.version} at ${status.endpoint.url}`;
		case "away":
			return `no engine: ${status.error.kind}: ${status.error.message}`;
		case "idle":
		case "connecting":
			return status.kind;
	}
}

/** However the stream ends: an engine that is killed resets it. */
function readToEnd(stream: NodeJS.ReadableStream, onChunk: (chunk: Buffer) => void): Promise<void> {
	return new Promise((resolve) => {
		stream.on("data", onChunk);
		for (const event of ["end", "close", "error"]) stream.once(event, () => resolve());
	});
}
