import Dockerode from "dockerode";
import type { Duplex } from "node:stream";
import { inspect } from "node:util";
import { listenToBuilds } from "./builds.ts";
import { daemonAgent, dial, type Way } from "./dial.ts";
import type { Address, Endpoint } from "./endpoint.ts";
import { type Greeting, isVersion, ping } from "./ping.ts";
import { upgrade } from "./upgrade.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { plainText } from "../plain-text.ts";
import { within } from "../patience.ts";

/** dockerode, with two options that its types leave out. */
export type Api = Dockerode & {
	version(options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
	info(options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
	ping(options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
};

/** A connection whose version is agreed on. `close` ends all of its requests and streams. */
export type Daemon = {
	readonly api: Api;
	readonly endpoint: Endpoint;
	readonly product: "Docker" | "Podman";
	readonly version: string;
	readonly apiVersion: string;
	/** What the machine has on which containers run, in bytes; undefined where it does not say. Asked for once. Never rejects. */
	machine(): Promise<Machine | undefined>;
	/** The same in another version of the API, which the daemon may refuse. */
	apiOf(version: string): Api;
	/** Calls `heard` when a build begins or is done. Resolves when no more can be heard, which may be at once. */
	listenToBuilds(heard: () => void, signal: AbortSignal): Promise<void>;
	/** A connection to a program, both sides of which write: by a path of the API without its version. */
	upgrade(path: string): Promise<Duplex>;
	close(): void;
};

/** `hasOldGroups`: its kernel has the first version of control groups. */
export type Machine = { readonly memory: number; readonly cpus: number; readonly hasOldGroups: boolean };

/** The newest shapes of answers that this code was written for, and the oldest. */
const newest = "1.52";
const oldest = "1.24";

/** How a daemon is opened; a test has its own. Rejects early where the signal aborts. */
export type OpenDaemon = (endpoint: Endpoint, signal: AbortSignal) => Promise<Daemon>;

/** @throws DockerError where nothing answers, or nothing that we can talk to */
export async function openDaemon(endpoint: Endpoint, signal: AbortSignal, connect = (): Duplex => dial(endpoint.address)): Promise<Daemon> {
	const agent = daemonAgent(connect);
	const way = { agent, socketPath: endpoint.url, headers: { Host: hostHeader(endpoint.address) } };
	// Closing early must also end a connection that is still being made.
	const patient = (): AbortSignal => within(endpoint.address.kind === "ssh" ? 20_000 : 10_000, signal);
	try {
		const unversioned = client(way);
		const pinged = (path: string): Promise<Greeting | undefined> => ping(way, path, patient());
		const { product, version, apiVersion } = (await greeted(pinged, endpoint.url)) ?? (await described(unversioned, patient(), endpoint.url));
		let machine: Promise<Machine | undefined> | undefined;
		return {
			api: client(way, `v${apiVersion}`),
			endpoint,
			product,
			version: plainText(version, 60),
			apiVersion,
			machine: () => (machine ??= machineOf(unversioned, patient())),
			apiOf: (version) => client(way, `v${version}`),
			listenToBuilds: (heard, aborted) => listenToBuilds(connect(), `/v${apiVersion}/grpc`, heard, aborted),
			upgrade: (path) => upgrade(way, `/v${apiVersion}${path}`),
			close: () => agent.destroy(),
		};
	} catch (error) {
		agent.destroy();
		throw toDockerError(error, endpoint.url);
	}
}

/** With the version of the API that both sides know; undefined where the header lines do not tell. */
async function greeted(pinged: (path: string) => Promise<Greeting | undefined>, url: string): Promise<Greeting | undefined> {
	const found = await pinged("/_ping");
	if (!found) return undefined;
	// Whether one that is newer still takes what we speak, its answer to that tells.
	const isNewer = isOlder(newest, found.apiVersion);
	return isNewer && !(await pinged(`/v${newest}/_ping`)) ? undefined : { ...found, apiVersion: agree(found.apiVersion, undefined, url) };
}

/** The same as the engine describes itself, with the oldest version that it takes. */
async function described(api: Api, abortSignal: AbortSignal, url: string): Promise<Greeting> {
	const found = (await api.version({ abortSignal }).catch(unlessElsewhere)) as {
		Version?: string;
		ApiVersion?: string;
		MinAPIVersion?: string;
		Components?: readonly { Name?: string }[];
	};
	const isPodman = found.Components?.some(({ Name }) => Name?.startsWith("Podman"));
	return { product: isPodman ? "Podman" : "Docker", version: found.Version ?? "", apiVersion: agree(found.ApiVersion, found.MinAPIVersion, url) };
}

/** What sends elsewhere is no engine. */
function unlessElsewhere(error: { readonly statusCode?: number }): object {
	if (Math.trunc((error.statusCode ?? 0) / 100) === 3) return {};
	throw error;
}

/** Nobody needs it to work with the daemon. */
async function machineOf(api: Api, abortSignal: AbortSignal): Promise<Machine | undefined> {
	const found = (await api.info({ abortSignal }).catch(() => undefined)) as
		| { readonly MemTotal?: number; readonly NCPU?: number; readonly CgroupVersion?: string }
		| undefined;
	if (!found?.MemTotal || !found.NCPU) return undefined;
	return { memory: found.MemTotal, cpus: found.NCPU, hasOldGroups: found.CgroupVersion === "1" };
}

/** The highest version that both sides know. */
export function agree(theirs: string | undefined, theirMinimum: string | undefined, url: string): string {
	if (!theirs || !isVersion.test(theirs)) throw new DockerError("incompatible", "what answers there is not a Docker engine", url);
	if (isOlder(theirs, oldest))
		throw new DockerError("incompatible", `the engine speaks API ${theirs}; ${oldest} or newer is needed`, url, { reason: "too-old" });
	if (theirMinimum && isOlder(newest, theirMinimum))
		throw new DockerError("incompatible", `the engine wants API ${theirMinimum} or newer; Hullwright speaks up to ${newest}`, url, { reason: "too-new" });
	return isOlder(theirs, newest) ? theirs : newest;
}

export function isOlder(left: string, right: string): boolean {
	const [[leftMajor = 0, leftMinor = 0], [rightMajor = 0, rightMinor = 0]] = [left.split(".").map(Number), right.split(".").map(Number)];
	return leftMajor < rightMajor || (leftMajor === rightMajor && leftMinor < rightMinor);
}

function client(way: Way, version?: string): Api {
	// Nothing tells dockerode of another way. Its own defaults come from DOCKER_HOST and DOCKER_CERT_PATH, which it reads (and throws on)
	// whatever it is given: https://github.com/apocas/docker-modem/blob/master/lib/modem.js
	const options = { ...way, host: undefined, port: undefined, protocol: "http" as const };
	const api = withoutDockerHost(() => new Dockerode({ ...options, ...(version && { version }) }));
	const modem = api.modem as unknown as Modem;
	const { buildRequest } = modem;
	modem.buildRequest = (request, ...rest) => buildRequest.call(modem, Object.assign(request, { [inspect.custom]: () => "" }), ...rest);
	return api;
}

/**
 * It writes each request down for a log that nobody reads, with the agent, its sockets and the signal, and all that hangs on them, which takes up to 20 ms:
 * https://github.com/apocas/docker-modem/blob/v5.0.7/lib/modem.js#L288
 */
type Modem = { buildRequest(request: object, ...rest: readonly unknown[]): void };

const hostHeader = (address: Address): string =>
	address.kind === "tcp" ? `${address.host.includes(":") ? `[${address.host}]` : address.host}:${address.port}` : "docker";

function withoutDockerHost<Result>(create: () => Result): Result {
	const host = process.env["DOCKER_HOST"];
	delete process.env["DOCKER_HOST"];
	try {
		return create();
	} finally {
		if (host !== undefined) process.env["DOCKER_HOST"] = host;
	}
}
