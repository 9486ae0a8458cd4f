import { once } from "node:events";
import { toDockerError, type DockerError } from "../errors.ts";
import { causeOf, type Cause } from "./cause.ts";
import type { OpenDaemon } from "./daemon.ts";
import { dial } from "./dial.ts";
import { discoverSockets } from "./discover.ts";
import { listContexts, listWishes, resolveEndpoint, type Address, type ConnectionSettings, type Endpoint, type Wish } from "./endpoint.ts";
import { findInstalled, type Installed } from "./installed.ts";
import type { Surroundings } from "./surroundings.ts";

/** What came of asking an engine. */
export type Outcome =
	| { readonly isThere: true; readonly product: string; readonly version: string; readonly apiVersion: string }
	| { readonly isThere: false; readonly error: DockerError; readonly cause: Cause };

/** `resolve`: which address is meant; `connect`: a connection to it; `ask`: what the engine is, and which API is spoken. */
export type Step = { readonly name: "resolve" | "connect" | "ask"; readonly milliseconds: number; readonly error: DockerError | undefined };

/** All that was tried to reach the engine, in its order. */
export type Diagnosis = {
	/** The places that may name the engine; the first with a value is the one that counts, and where there is none the usual socket does. */
	readonly wishes: readonly Wish[];
	readonly endpoint: Endpoint | undefined;
	readonly steps: readonly Step[];
	readonly outcome: Outcome;
	/** Other engines whose sockets are on this machine. */
	readonly others: readonly { readonly url: string; readonly product: string; readonly outcome: Outcome }[];
	readonly contexts: readonly { readonly name: string; readonly host: string }[];
	readonly installed: readonly Installed[];
};

/** So long another engine of this machine may take to answer, in milliseconds. */
const patienceForOthers = 3_000;

/** Tries to reach the engine, step by step, over connections of its own, and those of this machine besides. */
export async function diagnose(settings: ConnectionSettings, around: Surroundings, open: OpenDaemon): Promise<Diagnosis> {
	const [wishes, found, contexts, installed] = await Promise.all([
		listWishes(settings, around),
		discoverSockets(around),
		listContexts(around),
		findInstalled(around),
	]);
	const steps: Step[] = [];
	const step = async <Result>(name: Step["name"], run: () => Promise<Result>, address = ""): Promise<Result> => {
		const since = performance.now();
		const done = (error?: DockerError): unknown => steps.push({ name, milliseconds: performance.now() - since, error });
		try {
			const result = await run();
			done();
			return result;
		} catch (error) {
			const reason = toDockerError(error, address);
			done(reason);
			throw reason;
		}
	};
	let endpoint: Endpoint | undefined;
	const tried = async (): Promise<Outcome> => {
		const there = await step("resolve", () => resolveEndpoint(settings, around));
		endpoint = there;
		const { address } = there;
		// One by ssh tells only when something is said over it.
		if (address.kind !== "ssh") await step("connect", () => reach(address), there.url);
		return step("ask", () => ask(there, open, new AbortController().signal), there.url);
	};
	const outcome = await tried().catch(async (error: DockerError) => failed(error, endpoint, around));
	const others = found.filter(({ url }) => url !== endpoint?.url);
	return {
		wishes,
		endpoint,
		steps,
		outcome,
		others: await Promise.all(others.map(async ({ url, product }) => ({ url, product, outcome: await tryOther(url, around, open) }))),
		contexts,
		installed,
	};
}

/** Resolves when there is a connection, secured where it is to be. */
async function reach(address: Address): Promise<void> {
	const connection = dial(address);
	try {
		await once(connection, address.kind === "tcp" && address.tls ? "secureConnect" : "connect", { signal: AbortSignal.timeout(10_000) });
	} finally {
		connection.on("error", () => {}).destroy();
	}
}

async function ask(endpoint: Endpoint, open: OpenDaemon, signal: AbortSignal): Promise<Outcome> {
	const daemon = await open(endpoint, signal);
	daemon.close();
	const { product, version, apiVersion } = daemon;
	return { isThere: true, product, version, apiVersion };
}

async function tryOther(url: string, around: Surroundings, open: OpenDaemon): Promise<Outcome> {
	const endpoint = await resolveEndpoint({ host: url, context: "" }, around);
	return ask(endpoint, open, AbortSignal.timeout(patienceForOthers)).catch((error: unknown) => failed(toDockerError(error, url), endpoint, around));
}

async function failed(error: DockerError, endpoint: Endpoint | undefined, around: Surroundings): Promise<Outcome> {
	return { isThere: false, error, cause: await causeOf(error, endpoint, around) };
}
