import type { Duplex } from "node:stream";

/** Each message of a gRPC stream has a byte for compression and four for its length; what follows is `ActiveOnly: true`, so that builds of the past are left out. */
const request = Buffer.from([0, 0, 0, 0, 2, 0x08, 0x01]);

/**
 * Calls `heard` when BuildKit begins or has done a build. No event of the daemon tells of an image that a build makes without a tag;
 * BuildKit's own history, which it streams, does. Resolves when there is nothing to be heard any more, at once where the daemon has no BuildKit.
 * https://github.com/moby/buildkit/blob/master/api/services/control/control.proto
 */
export async function listenToBuilds(socket: Duplex, path: string, heard: () => void, signal: AbortSignal): Promise<void> {
	if (signal.aborted) return void socket.destroy();
	const close = (): void => void socket.destroy();
	signal.addEventListener("abort", close);
	try {
		if (!(await upgrade(socket, path))) return;
		// Here, for it takes long to load; the daemon may have gone meanwhile.
		const http2 = await import("node:http2");
		if (!socket.destroyed) await listen(http2, socket, heard);
	} finally {
		signal.removeEventListener("abort", close);
		socket.destroy();
	}
}

/** Turns the connection into one of HTTP/2. False where the daemon will not. */
function upgrade(socket: Duplex, path: string): Promise<boolean> {
	return new Promise((resolve) => {
		let head = Buffer.alloc(0);
		const onData = (chunk: Buffer): void => {
			head = Buffer.concat([head, chunk]);
			const end = head.indexOf("\r\n\r\n");
			if (end < 0 && head.length < 16_384) return;
			socket.off("data", onData);
			socket.pause();
			if (end >= 0 && head.length > end + 4) socket.unshift(head.subarray(end + 4));
			resolve(end >= 0 && /^HTTP\/1\.1 101 /.test(head.toString("latin1")));
		};
		socket.on("data", onData);
		// Why it failed is told by the connection itself.
		for (const event of ["error", "close"]) socket.on(event, () => resolve(false));
		socket.write(`POST ${path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`);
	});
}

function listen({ connect }: typeof import("node:http2"), socket: Duplex, heard: () => void): Promise<void> {
	return new Promise((resolve) => {
		const session = connect("http://docker", { createConnection: () => socket });
		for (const event of ["error", "close"]) session.on(event, () => resolve());
		const headers = { ":method": "POST", ":path": "/moby.buildkit.v1.Control/ListenBuildHistory", "content-type": "application/grpc", te: "trailers" };
		const stream = session.request(headers);
		stream.on("data", heard);
		for (const event of ["error", "close"]) stream.on(event, () => session.close(resolve));
		stream.end(request);
	});
}
