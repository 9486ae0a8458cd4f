import { connect, createServer, type Socket } from "node:net";
import { afterAll } from "vitest";

/** A request that has gone through: its method and its path, without the version, and when, in milliseconds. */
export type Asked = { readonly what: string; readonly at: number };

export type Gate = {
	/** The connections that are open now. */
	readonly path: string;
	readonly open: ReadonlySet<Socket>;
	/** All that was asked so far, in order. */
	readonly asked: readonly Asked[];
	/** How many questions like this are being answered: none whose answer has ended, though its connection may be kept for others. */
	answering(question: RegExp): number;
	/** How many connections there were so far. */
	count(): number;
	/** Resolves once no connection is open any more. */
	closed(): Promise<void>;
};

const requestLine = /^([A-Z]+) (?:\/v[\d.]+)?(\/\S*) HTTP\/1\.1\r$/gm;

const ending = /^HTTP\/1\.1 [45]|(?:^|\r\n)0\r\n\r\n$/;

/** A socket at `path` that leads to the engine, and knows what goes through it. It is there until the file's tests have ended. */
export async function startGate(path: string, engine: string): Promise<Gate> {
	const open = new Set<Socket>();
	const asked: Asked[] = [];
	const last = new Map<Socket, string>();
	let count = 0;
	const server = createServer((ours) => {
		count += 1;
		open.add(ours);
		const theirs = connect(engine);
		ours.on("data", (chunk) => {
			for (const [, method, target] of chunk.toString("latin1").matchAll(requestLine)) {
				const what = `${method} ${target}`;
				asked.push({ what, at: performance.now() });
				last.set(ours, what);
			}
		});
		// What is followed comes in chunks, of which the last is empty; what is refused comes at once.
		theirs.on("data", (chunk) => {
			if (ending.test(chunk.toString("latin1"))) last.delete(ours);
		});
		ours.pipe(theirs).pipe(ours);
		for (const end of [ours, theirs])
			end
				.on("error", () => {})
				.on("close", () => {
					open.delete(ours);
					last.delete(ours);
					ours.destroy();
					theirs.destroy();
				});
	});
	await new Promise<void>((resolve) => server.listen(path, resolve));
	afterAll(() => server.close());
	const closed = async (): Promise<void> => {
		for (const each of [...open]) if (open.has(each)) await new Promise((resolve) => each.once("close", resolve));
	};
	const answering = (question: RegExp): number => [...last.values()].filter((what) => question.test(what)).length;
	return { path, open, asked, answering, count: () => count, closed };
}
