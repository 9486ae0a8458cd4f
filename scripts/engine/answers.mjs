import { get } from "node:http";

/** True where a Docker engine answers on the socket within a second. */
export function answers(socketPath) {
	return new Promise((resolve) => {
		const request = get({ socketPath, path: "/_ping", timeout: 1000 }, (response) => {
			response.resume();
			resolve(response.statusCode === 200);
		});
		request.on("error", () => resolve(false));
		request.on("timeout", () => {
			request.destroy();
			resolve(false);
		});
	});
}
