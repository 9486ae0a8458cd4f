import type { Api } from "./connection/daemon.ts";

export type Request = {
	readonly path: string;
	readonly method: "GET" | "POST";
	readonly query?: Readonly<Record<string, unknown>>;
	readonly abortSignal?: AbortSignal;
};

type Modem = { dial(options: object, answered: (error: unknown, answer: unknown) => void): void };

/** A request for which dockerode has no method, or one that leaves out what it is to be asked with. */
export function request(api: Api, { path, method, query, abortSignal }: Request): Promise<unknown> {
	const options = {
		path: query ? `${path}?` : path,
		method,
		...(query && { options: { _query: query, _body: {} } }),
		...(abortSignal && { abortSignal }),
		statusCodes: { 200: true, 201: true, 204: true },
	};
	return new Promise((resolve, reject) => {
		(api.modem as Modem).dial(options, (error, answer) => (error ? reject(error as Error) : resolve(answer)));
	});
}
