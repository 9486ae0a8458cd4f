import { setTimeout as delay } from "node:timers/promises";
import type { Changes } from "../changes.ts";
import type { Follower, Log } from "../connection/connection.ts";
import type { Daemon } from "../connection/daemon.ts";
import type { Endpoint } from "../connection/endpoint.ts";
import { lineSplitter, parseEvent, type DaemonEvent } from "../connection/events.ts";
import { DockerError, isConnectionError, toDockerError } from "../errors.ts";
import { Collection } from "./collection.ts";
import { kinds, type KindName, type Model, type RowOf } from "./index.ts";
import type { Kind, Row } from "./kind.ts";
import { Reconciler } from "./reconciler.ts";

/** Rows of one kind that came, went or look different; none where the kind has only been listed for the first time. */
export type ResourceChange = { readonly of: KindName; readonly ids: ReadonlySet<string> };

type Collections = { readonly [Name in KindName]: Collection<RowOf<Name>> };
/** The signal aborts at its end, too. */
type Session = { readonly daemon: Daemon; readonly signal: AbortSignal; readonly reconcilers: ReadonlyMap<KindName, Reconciler> };

const names = Object.keys(kinds) as KindName[];

/** So long the others wait at most for the list of what is shown first, and not at all for one that is no longer under way than this; in milliseconds. */
const head = 500;
const noticeable = 40;

/** A daemon's resources, kept as they are by its events; no polling. */
export class Resources implements Follower {
	readonly model: Model;
	readonly #collections: Collections;
	readonly #changed: (change: ResourceChange) => void;
	readonly #events: Changes<DaemonEvent>;
	readonly #log: Log;
	readonly #listed = new Set<KindName>();
	#session: Session | undefined;
	#lastUrl = "";

	/** `events` is told each event just before the rows take it in. */
	constructor(changed: (change: ResourceChange) => void, events: Changes<DaemonEvent>, log: Log) {
		this.#changed = changed;
		this.#events = events;
		this.#log = log;
		// One collection a kind, each for its own rows: what the compiler cannot see through a table.
		const collections = names.map((name) => [name, new Collection(kinds[name] as Kind<Row>, (ids) => changed({ of: name, ids }))] as const);
		this.#collections = Object.fromEntries(collections) as Collections;
		this.model = Object.fromEntries(collections.map(([name, collection]) => [name, collection.rows])) as Model;
	}

	/** Whether the daemon has answered for this kind since the connection was made. */
	isListed(name: KindName): boolean {
		return this.#listed.has(name);
	}

	/** Puts into a row what we know besides the daemon, until it is called without a note. */
	note<Name extends KindName>(name: Name, id: string, note: Partial<RowOf<Name>> | undefined): void {
		(this.#collections[name] as Collection<RowOf<Name>>).note(id, note);
	}

	/** Changes a row by what the daemon has answered to us, and does not list. */
	learn<Name extends KindName>(name: Name, id: string, change: (row: RowOf<Name>) => RowOf<Name>): void {
		(this.#collections[name] as Collection<RowOf<Name>>).learn(id, change);
	}

	/** Asks the daemon for one row, now. */
	async ask(name: KindName, id: string): Promise<void> {
		await this.#session?.reconcilers.get(name)?.now(id);
	}

	turnTo({ url }: Endpoint): void {
		if (this.#lastUrl && this.#lastUrl !== url) for (const name of names) this.#collections[name].clear();
		this.#lastUrl = url;
	}

	async follow(daemon: Daemon, signal: AbortSignal, ready: () => void, calm: () => void): Promise<void> {
		const { api, endpoint } = daemon;
		const ending = new AbortController();
		const until = AbortSignal.any([signal, ending.signal]);
		const reconcilers = new Map(names.map((name) => [name, new Reconciler((ids) => this.#collections[name].list(api, until, ids))]));
		const session = { daemon, signal: until, reconcilers };
		this.#session = session;
		this.#listed.clear();
		const types = [...new Set(names.flatMap((name) => kinds[name].events))];
		const opening = api.getEvents({ filters: { type: types }, abortSignal: signal });
		const onLine = (line: string): void => {
			const event = signal.aborted ? undefined : parseEvent(line);
			if (event) this.#take(event, session);
		};
		const ended = opening.then((stream) => readToEnd(stream, lineSplitter(onLine)));
		const cut = ended.then(() => Promise.reject(new DockerError("unreachable", "the engine closed the connection", endpoint.url)));
		// Its failure is reported by whoever waits for it below.
		cut.catch(() => {});
		const begin = (): void => {
			// Where that fails, images without a tag are seen when the user has run something or comes back.
			daemon.listenToBuilds(() => this.#takeBuild(session), until).catch(() => {});
			calm();
		};
		try {
			// Podman answers only with the first event: https://github.com/containers/podman/issues/23712
			const isOpen = await Promise.race([opening.then(() => true), delay(300, false)]);
			await Promise.race([this.#load(session, ready, begin), cut]);
			// What happened between that list and the opening of the stream was not seen.
			if (!isOpen) void opening.then(() => this.#load(session, ready)).catch(() => {});
			await ended;
		} finally {
			ending.abort();
			for (const reconciler of reconcilers.values()) reconciler.stop();
			if (this.#session === session) this.#session = undefined;
		}
	}

	async reload(): Promise<void> {
		if (this.#session) await this.#load(this.#session, () => {});
	}

	#take(event: DaemonEvent, { reconcilers }: Session): void {
		this.#events.tell(event);
		for (const name of names) {
			const { id = "", ask, again } = this.#collections[name].apply(event) ?? {};
			const reconciler = reconcilers.get(name);
			if (ask === "row") reconciler?.rowIsStale(id);
			if (ask === "all") reconciler?.allAreStale();
			if (again) reconciler?.later(id, again);
		}
	}

	#takeBuild({ signal, reconcilers }: Session): void {
		if (signal.aborted) return;
		for (const name of names) if ((kinds[name] as Kind<Row>).followsBuilds) reconcilers.get(name)?.allAreStale();
	}

	/** A daemon, or a proxy before it, may refuse to list a kind: the others are shown then. `beforeOthers` is called when the first kind has had its time. */
	async #load({ daemon, signal, reconcilers }: Session, ready: () => void, beforeOthers = (): void => {}): Promise<void> {
		signal.throwIfAborted();
		const refusals: DockerError[] = [];
		const load = async (name: KindName): Promise<void> => {
			try {
				await reconcilers.get(name)?.now();
			} catch (error) {
				const reason = toDockerError(error, daemon.endpoint.url);
				if (signal.aborted || isConnectionError(reason)) throw reason;
				refusals.push(reason);
				this.#log.info(`no ${name}: ${reason.message}`);
				if (refusals.length === names.length) throw reason;
			}
			this.#listed.add(name);
			// What is shown first comes first: without it, the connection would look like an empty engine.
			if (this.#listed.has(names[0] as KindName) && refusals.length < this.#listed.size) ready();
			this.#changed({ of: name, ids: new Set() });
		};
		// With many images or volumes, the engine and this process would do all at once, and the first rows would come with the last.
		const [first, ...others] = names;
		const isShown = first !== undefined && this.#listed.has(first);
		const leading = first && load(first);
		const since = performance.now();
		// Rows that are there already wait for nobody.
		if (!isShown) await Promise.race([leading, delay(head)]);
		const taken = performance.now() - since;
		// Many rows take as long again to be drawn, by the same processors.
		if (taken > noticeable) await delay(Math.min(head, 2 * taken));
		signal.throwIfAborted();
		beforeOthers();
		await Promise.all([leading, ...others.map(load)]);
	}
}

/** However the stream ends: a daemon that is killed resets it. */
function readToEnd(stream: NodeJS.ReadableStream, onChunk: (chunk: Buffer) => void): Promise<void> {
	return new Promise((resolve) => {
		stream.on("data", onChunk);
		for (const event of ["end", "close", "error"]) stream.once(event, () => resolve());
	});
}
