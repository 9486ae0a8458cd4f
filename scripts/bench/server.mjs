import { spawn } from "node:child_process";
import { median, milliseconds, print, quantile } from "./measure.mjs";

const edits = 200;

/** Prints the time from the server's start to the first diagnostics, and from an edit to new ones, over stdio as an editor has it. */
export async function benchServer(server, text) {
	/** @type {number[][]} */
	const [starts, early, late] = [[], [], []];
	let found = 0;
	for (let run = 0; run < 3; run++) {
		const start = performance.now();
		const client = connect(server);
		await client.request("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
		client.notify("initialized", {});
		const uri = "untitled:Dockerfile";
		client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "dockerfile", version: 1, text } });
		await client.request("textDocument/diagnostic", { textDocument: { uri } });
		starts.push(performance.now() - start);
		for (let version = 2; version < edits; version++) {
			const sent = performance.now();
			const position = { line: 3, character: 0 };
			client.notify("textDocument/didChange", {
				textDocument: { uri, version },
				contentChanges: [{ range: { start: position, end: position }, text: version % 2 ? "x" : "#" }],
			});
			const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
			// The first edits compile much of the server's code. How many are left out decides what comes out, so both are told.
			if (version > 10) (version > 50 ? late : early).push(performance.now() - sent);
			found = items.length;
		}
		await client.request("shutdown");
		client.notify("exit");
		await client.ended;
	}
	print(
		`Language server, a file of ${text.split("\n").length - 1} lines with ${found} diagnostics; the median, the shortest, and what 95 of 100 do not exceed`,
		[
			["process start to first diagnostics", milliseconds(median(starts)), milliseconds(Math.min(...starts))],
			["edits 11 to 50, to new diagnostics", milliseconds(median(early)), milliseconds(Math.min(...early)), milliseconds(quantile(early, 0.95))],
			["later edits, to new diagnostics", milliseconds(median(late)), milliseconds(Math.min(...late)), milliseconds(quantile(late, 0.95))],
		],
	);
}

/** A server's process, asked over stdio. */
export function connect(server) {
	const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
	const waiting = new Map();
	let received = Buffer.alloc(0);
	let last = 0;
	const ended = new Promise((resolve) => child.on("exit", resolve));
	void ended.then(() => waiting.forEach(({ reject }) => reject(new Error("the server ended"))));
	child.stdout.on("data", (chunk) => {
		received = Buffer.concat([received, chunk]);
		for (;;) {
			const head = received.indexOf("\r\n\r\n");
			if (head < 0) return;
			const length = Number(/Content-Length: (\d+)/i.exec(received.toString("latin1", 0, head))?.[1]);
			if (received.length < head + 4 + length) return;
			const message = JSON.parse(received.toString("utf8", head + 4, head + 4 + length));
			received = received.subarray(head + 4 + length);
			if (message.method && message.id !== undefined) send({ id: message.id, result: null });
			else if (message.id !== undefined) {
				const { resolve, reject } = waiting.get(message.id);
				waiting.delete(message.id);
				if (message.error) reject(new Error(message.error.message));
				else resolve(message.result);
			}
		}
	});
	const send = (message) => {
		const body = JSON.stringify({ jsonrpc: "2.0", ...message });
		child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	};
	return {
		ended,
		notify: (method, params) => send({ method, params }),
		request: (method, params) =>
			new Promise((resolve, reject) => {
				waiting.set(++last, { resolve, reject });
				send({ id: last, method, params });
			}),
	};
}
