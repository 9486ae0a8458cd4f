import { request } from "node:http";
import type { Duplex } from "node:stream";
import type { Way } from "./dial.ts";

/**
 * Asks for a connection that both sides write to, without a body: dockerode sends one, which would be a program's first input.
 * https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerAttach
 */
export function upgrade(way: Way, path: string): Promise<Duplex> {
	return new Promise((resolve, reject) => {
		const asking = request({ ...way, method: "POST", path, headers: { ...way.headers, Connection: "Upgrade", Upgrade: "tcp" } });
		asking.once("upgrade", (_response, socket, head) => {
			if (head.length > 0) socket.unshift(head);
			resolve(socket);
		});
		asking.once("response", (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (part: string) => (text += part));
			response.once("end", () => {
				// In the form in which dockerode reports what an engine refuses.
				reject(Object.assign(new Error(messageIn(text)), { statusCode: response.statusCode ?? 500 }));
			});
		});
		asking.once("error", reject);
		asking.end();
	});
}

function messageIn(text: string): string {
	try {
		const { message } = JSON.parse(text) as { readonly message?: unknown };
		return typeof message === "string" ? message : text;
	} catch {
		return text;
	}
}
