import type { Duplex } from "node:stream";
import type { Connection } from "../connection/connection.ts";

export type TerminalSize = { readonly columns: number; readonly rows: number };

/** A shell that runs in a container. `ended` resolves to its exit code, undefined where the connection was lost before it was known. */
export type Shell = {
	write(text: string): void;
	resize(size: TerminalSize): void;
	close(): void;
	readonly ended: Promise<number | undefined>;
};

/** The best shell that the image has. */
const shellOf = { linux: ["/bin/sh", "-c", "if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi"], windows: ["cmd"] };

/** Opens a shell in a running container, over the engine's API: no process here. `output` is never cut inside a character. @throws DockerError */
export async function openShell(connection: Connection, id: string, size: TerminalSize, output: (text: string) => void): Promise<Shell> {
	const release = connection.hold();
	try {
		return await connection.use(async ({ api }) => {
			const container = api.getContainer(id);
			const { Platform } = await container.inspect();
			const streams = { AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true };
			const exec = await container.exec({ ...streams, Cmd: shellOf[Platform === "windows" ? "windows" : "linux"], Env: ["TERM=xterm-256color"] });
			const stream: Duplex = await exec.start({ hijack: true, stdin: true, Tty: true });
			const resize = async ({ columns, rows }: TerminalSize): Promise<void> => {
				// A shell that has just ended has no size any more.
				await exec.resize({ w: columns, h: rows }).catch(() => {});
			};
			const ended = readToEnd(stream, output)
				.then(async () => (await exec.inspect()).ExitCode ?? undefined)
				.catch(() => undefined)
				.finally(release);
			void resize(size);
			return { write: (text) => void stream.write(text), resize: (to) => void resize(to), close: () => stream.destroy(), ended };
		});
	} catch (error) {
		release();
		throw error;
	}
}

async function readToEnd(stream: Duplex, output: (text: string) => void): Promise<void> {
	const decoder = new TextDecoder();
	await new Promise<void>((resolve, reject) => {
		stream.on("data", (chunk: Buffer) => output(decoder.decode(chunk, { stream: true })));
		stream.once("end", resolve);
		stream.once("close", resolve);
		stream.once("error", reject);
	});
}
