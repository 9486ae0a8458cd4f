import { setTimeout as delay } from "node:timers/promises";
import type { Readable } from "node:stream";
import type { Client } from "../client.ts";
import { lineSplitter } from "../connection/events.ts";
import { type DockerError, toDockerError } from "../errors.ts";
import { plainText } from "../plain-text.ts";

/** What is followed: all that an engine tells, what happens to these containers, or to those of a Compose project, also to ones that come later. */
export type EventSubject =
	| { readonly kind: "engine" }
	| { readonly kind: "containers"; readonly ids: readonly string[] }
	| { readonly kind: "project"; readonly name: string };

/** One event in the engine's own words, safe to show. `at` is its time by the engine's clock, in milliseconds since 1970. */
export type ToldEvent = {
	readonly at: number;
	readonly type: string;
	readonly action: string;
	readonly id: string;
	readonly attributes: Readonly<Record<string, string>>;
};

/** `lost` is called where the engine does not tell any more; once it does again, it goes on after the last event. */
export type EventReader = { readonly take: (event: ToldEvent) => void; readonly lost: (error: DockerError) => void };

export type EventActions = {
	/** From the recent ones on, as far as the engine remembers them, until the signal aborts; an engine that goes away is waited for. */
	follow(subject: EventSubject, reader: EventReader, signal: AbortSignal): Promise<void>;
};

/** So old the oldest are, in seconds. Docker remembers the last 256. */
const recent = 3_600;
/** Between two attempts, in milliseconds. */
const pause = 1_000;

export function eventActions({ connection, changes }: Client): EventActions {
	const isConnected = (): boolean => connection.status.kind === "connected";
	const urlNow = (): string => (connection.status.kind === "connected" ? connection.status.endpoint.url : "");
	return {
		async follow(subject, { take, lost }, signal) {
			const release = connection.hold();
			let last = "";
			let lastUrl = "";
			try {
				while (!signal.aborted) {
					const turned = new AbortController();
					const until = AbortSignal.any([signal, turned.signal]);
					const stop = changes.listen(({ of }) => {
						if (of === "connection" && urlNow() !== lastUrl) turned.abort();
					});
					try {
						await connection.use(async ({ api, endpoint }) => {
							// Another engine has another clock and another past.
							if (endpoint.url !== lastUrl) last = "";
							lastUrl = endpoint.url;
							const options: object = {
								since: last ? after(last) : String(Math.floor(Date.now() / 1_000) - recent),
								filters: filtersOf(subject),
								abortSignal: until,
							};
							const stream = (await api.getEvents(options)) as unknown as Readable;
							const split = lineSplitter((line) => {
								const event = until.aborted ? undefined : parse(line);
								if (!event) return;
								last = event.time;
								take(event.told);
							});
							for await (const chunk of stream) split(chunk as Buffer);
						});
						signal.throwIfAborted();
						lost(toDockerError(new Error("the engine closed the connection"), lastUrl));
					} catch (error) {
						if (!signal.aborted) lost(toDockerError(error, lastUrl));
					} finally {
						stop();
					}
					await delay(pause, undefined, { signal });
					await changes.until(isConnected, signal);
				}
			} catch (error) {
				if (!signal.aborted) throw error;
			} finally {
				release();
			}
		},
	};
}

function filtersOf(subject: EventSubject): Readonly<Record<string, readonly string[]>> {
	if (subject.kind === "engine") return {};
	// Of networks and volumes no event tells whose they are.
	return subject.kind === "project"
		? { type: ["container"], label: [`com.docker.compose.project=${subject.name}`] }
		: { type: ["container"], container: subject.ids };
}

type Raw = {
	readonly Type?: string;
	readonly Action?: string;
	readonly Actor?: { readonly ID?: string; readonly Attributes?: Readonly<Record<string, unknown>> | null };
	readonly HealthStatus?: string;
	readonly time?: number;
};

/** `time` is in nanoseconds, more digits than a number holds. */
function parse(line: string): { readonly told: ToldEvent; readonly time: string } | undefined {
	try {
		const { Type, Action, Actor, HealthStatus, time = 0 } = JSON.parse(line) as Raw;
		if (!Type || !Action) return undefined;
		const nano = /"timeNano":\s*(\d{10,})/.exec(line)?.[1] ?? `${time}000000000`;
		const attributes = Object.entries(Actor?.Attributes ?? {}).map(([name, value]) => [plainText(name), plainText(value, 400)] as const);
		const health = HealthStatus && !Action.includes(":") ? `: ${HealthStatus}` : "";
		const told = {
			at: Number(nano.slice(0, -6)),
			type: plainText(Type),
			action: plainText(Action + health, 400),
			id: plainText(Actor?.ID),
			attributes: Object.fromEntries(attributes),
		};
		return { told, time: nano };
	} catch {
		return undefined;
	}
}

/** The next moment, as engines take it for `since`: seconds and nanoseconds. */
function after(nano: string): string {
	const next = String(BigInt(nano) + 1n);
	return `${next.slice(0, -9)}.${next.slice(-9)}`;
}
