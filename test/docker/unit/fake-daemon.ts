import { PassThrough, type Readable } from "node:stream";
import { onTestFinished } from "vitest";
import type { Daemon, OpenDaemon } from "../../../src/docker/connection/daemon.ts";
import type { Endpoint } from "../../../src/docker/connection/endpoint.ts";
import { connect, type Docker } from "../../../src/docker/docker.ts";

/** What one connection to the fake leads to; each can be told to misbehave. */
export type FakeDaemon = Daemon & {
	readonly isClosed: () => boolean;
	/** Tells those who listen that a build is done. */
	build(): void;
	/** The stream of events: write to it, end it, destroy it with an error. */
	readonly events: PassThrough;
	/** What it lists; a promise keeps the answer back. */
	readonly answers: {
		containers: unknown;
		images: unknown;
		networks: unknown;
		volumes: unknown;
		inspect: (id: string) => unknown;
		network: (id: string) => unknown;
		start: (id: string) => unknown;
		stats: (id: string, signal: AbortSignal) => Promise<Readable>;
		logs: (request: { readonly follow: boolean; readonly tail?: number }) => Readable;
	};
};

/** A daemon that has one container, `web`. */
export function fakeDaemon(endpoint: Endpoint, signal: AbortSignal): FakeDaemon {
	const events = new PassThrough();
	signal.addEventListener("abort", () => events.destroy());
	const built = new Set<() => void>();
	let isClosed = false;
	const answers: FakeDaemon["answers"] = {
		containers: [{ Id: "w1", Names: ["/web"], Image: "nginx", ImageID: "sha256:n", State: "running", Status: "Up 3 minutes" }],
		images: [],
		networks: [],
		volumes: { Volumes: [] },
		inspect: () => ({}),
		network: () => ({}),
		start: () => undefined,
		stats: () => Promise.reject(new Error("nothing is measured here")),
		logs: () => new PassThrough().end(),
	};
	/** As the real client: an answer that was kept back fails when the connection is dropped. */
	const answer = async (what: unknown, { abortSignal }: { abortSignal?: AbortSignal } = {}): Promise<unknown> => {
		let drop = (): void => {};
		const dropped = new Promise((_, reject) => {
			drop = () => reject(new DOMException("aborted", "AbortError"));
		});
		abortSignal?.addEventListener("abort", drop);
		return Promise.race([what, dropped]).finally(() => abortSignal?.removeEventListener("abort", drop));
	};
	const api = {
		// Of what has been, it remembers nothing.
		getEvents: async ({ until }: { until?: unknown } = {}) => (until === undefined ? events : new PassThrough().end()),
		modem: {
			dial: ({ options }: { options: { readonly follow: boolean; readonly tail?: number } }, done: (error: unknown, stream: Readable) => void) =>
				done(undefined, answers.logs(options)),
		},
		listContainers: (options: object) => answer(answers.containers, options),
		listImages: (options: object) => answer(answers.images, options),
		listNetworks: (options: object) => answer(answers.networks, options),
		listVolumes: (options: object) => answer(answers.volumes, options),
		getContainer: (id: string) => ({
			inspect: async () => answers.inspect(id),
			start: async () => answers.start(id),
			stats: ({ abortSignal }: { abortSignal: AbortSignal }) => answers.stats(id, abortSignal),
		}),
		getNetwork: (id: string) => ({ inspect: async () => answers.network(id) }),
		ping: async () => "OK",
	};
	return {
		api: api as unknown as Daemon["api"],
		endpoint,
		product: "Docker",
		version: "99.0",
		apiVersion: "1.52",
		machine: () => Promise.resolve(undefined),
		apiOf: () => api as unknown as Daemon["api"],
		listenToBuilds: async (heard, aborted) => {
			built.add(heard);
			await new Promise((resolve) => aborted.addEventListener("abort", resolve));
			built.delete(heard);
		},
		upgrade: async () => Promise.reject(new Error("nothing runs here")),
		build() {
			for (const heard of built) heard();
		},
		answers,
		events,
		isClosed: () => isClosed,
		close() {
			isClosed = true;
			events.destroy();
		},
	};
}

/** Our client before a fake; `host` is never connected to. Ended with the test. */
export function clientOf(open: OpenDaemon, host: () => string = () => "tcp://daemon:2375"): Docker & { readonly log: readonly string[] } {
	const log: string[] = [];
	const docker = connect(() => ({ host: host(), context: "" }), { info: (line) => void log.push(line), debug: () => {} }, open);
	onTestFinished(() => docker.dispose());
	return Object.assign(docker, { log });
}
