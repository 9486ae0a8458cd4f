import { type IncomingMessage, request } from "node:http";
import type { Way } from "./dial.ts";

export const isVersion = /^\d+\.\d+$/;

/** What an engine says of itself whatever it is asked. */
export type Greeting = { readonly product: "Docker" | "Podman"; readonly version: string; readonly apiVersion: string };

/**
 * Asks for nothing but the header lines of the answer, which an engine has at once: for `/version` it starts other programs, to ask each for its own. Undefined
 * where the path is refused, and where they do not say all of it; then `/version` may. Rejects where nothing answers.
 * https://docs.docker.com/reference/api/engine/version/v1.47/#tag/System/operation/SystemPing
 */
export function ping(way: Way, path: string, signal: AbortSignal): Promise<Greeting | undefined> {
	return new Promise((resolve, reject) => {
		const asking = request({ ...way, path, signal });
		asking.once("response", (response) => {
			response.once("error", reject);
			// The connection is free for what is asked next only when all has been read.
			response.once("end", () => resolve(response.statusCode === 200 ? greetingIn(response) : undefined));
			response.resume();
		});
		// One that goes on in another protocol is no answer.
		asking.once("upgrade", (_response, socket) => {
			socket.destroy();
			resolve(undefined);
		});
		asking.once("error", reject);
		asking.end();
	});
}

function greetingIn({ headers }: IncomingMessage): Greeting | undefined {
	const { "api-version": apiVersion, server } = headers;
	const [, name, version] = /^(Docker|Libpod)\/(\S+) \(/.exec(String(server)) ?? [];
	if (typeof apiVersion !== "string" || !isVersion.test(apiVersion) || name === undefined || version === undefined) return undefined;
	return { product: name === "Libpod" ? "Podman" : "Docker", version, apiVersion };
}
