import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { listenToBuilds } from "../../../src/docker/connection/builds.ts";

/** A connection that gives one answer to whatever is asked, or ends. */
function answering(answer: string | undefined): Duplex & { readonly asked: () => string } {
	let asked = "";
	const socket = new Duplex({
		read() {},
		write(chunk: Buffer, _encoding, done) {
			if (!asked) setImmediate(() => (answer === undefined ? socket.destroy() : socket.push(answer)));
			asked += chunk.toString("latin1");
			done();
		},
	});
	return Object.assign(socket, { asked: () => asked });
}

test.each([
	["a daemon without BuildKit", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"],
	["a proxy that does not let it through", "HTTP/1.1 403 Forbidden\r\n\r\nno"],
	["something else", `${"x".repeat(20_000)}`],
	["a connection that is cut", undefined],
])("%s: nothing is heard, and nothing is left open", async (_name, answer) => {
	const socket = answering(answer);
	await listenToBuilds(socket, "/v1.45/grpc", () => expect.fail("nothing was built"), new AbortController().signal);
	expect(socket.asked()).toMatch(/^POST \/v1\.45\/grpc HTTP\/1\.1\r\n/);
	expect(socket.destroyed).toBe(true);
});

test("who stops listening closes the connection", async () => {
	const stopping = new AbortController();
	const socket = answering("HTTP/1.1 101 Switching Protocols\r\n\r\n");
	const listening = listenToBuilds(socket, "/grpc", () => {}, stopping.signal);
	setImmediate(() => stopping.abort());
	await listening;
	expect(socket.destroyed).toBe(true);
	const late = answering(undefined);
	await listenToBuilds(late, "/grpc", () => {}, stopping.signal);
	expect([late.asked(), late.destroyed]).toEqual(["", true]);
});
