import type { Readable } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import type { Connection } from "../connection/connection.ts";
import { toStartError } from "../resources/container.ts";

export type LogRequest = { readonly follow: boolean; readonly since?: string; readonly tail?: number };

/** The output as it comes, whether it is followed or not: the client's own request hands over what is not in one piece, however long it is. */
export function requestLog(api: Api, id: string, { follow, since, tail }: LogRequest, abortSignal: AbortSignal): Promise<Readable> {
	const options = { stdout: true, stderr: true, timestamps: true, follow, ...(since && { since }), ...(tail !== undefined && { tail }) };
	const request = { path: `/containers/${id}/logs?`, method: "GET", isStream: true, abortSignal, statusCodes: { 200: true }, options };
	return new Promise((resolve, reject) => {
		api.modem.dial(request, (error, stream) => (error ? reject(error) : resolve(stream as Readable)));
	});
}

/** What of a container its log needs. */
export type LogState = {
	readonly isTty: boolean;
	readonly driver: string;
	/** Also where its restart policy is about to start it again: `isRestarting`. */
	readonly isRunning: boolean;
	readonly isRestarting: boolean;
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly exitCode: number | undefined;
	readonly isOutOfMemory: boolean;
	readonly startError: string;
};

export async function inspectForLog(connection: Connection, id: string): Promise<LogState> {
	const { Config, HostConfig, State } = await connection.use(({ api }) => api.getContainer(id).inspect());
	return {
		isTty: Boolean(Config?.Tty),
		driver: HostConfig?.LogConfig?.Type ?? "",
		isRunning: Boolean(State?.Running),
		isRestarting: Boolean(State?.Restarting),
		startedAt: State?.StartedAt ?? "",
		finishedAt: State?.FinishedAt ?? "",
		exitCode: State?.ExitCode,
		isOutOfMemory: Boolean(State?.OOMKilled),
		startError: toStartError(State?.Error),
	};
}
