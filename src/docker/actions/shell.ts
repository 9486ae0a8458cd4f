import type { Duplex } from "node:stream";
import type { Connection } from "../connection/connection.ts";
import { demultiplexer } from "../demultiplex.ts";
import { isConnectionError, toDockerError } from "../errors.ts";
import { colouredText, plainText } from "../plain-text.ts";
import { firstFileOf } from "./archive.ts";

export type TerminalSize = { readonly columns: number; readonly rows: number };

/** A program in a container with a terminal of ours. `ended` resolves to its exit code, undefined where we were cut off from it before it was known. */
export type Shell = {
	write(text: string): void;
	resize(size: TerminalSize): void;
	/** Ends a program that was started for the terminal; of the container's own it only lets go. */
	close(): void;
	readonly ended: Promise<number | undefined>;
};

/** Without `user` and `directory`: as the container was made. */
export type Program = { readonly command: readonly string[]; readonly user?: string | undefined; readonly directory?: string | undefined };

/** The container's own program. Without a terminal of its own, lines go to it, and may not at all: `takesInput`. */
export type Attached = Shell & { readonly isTty: boolean; readonly takesInput: boolean };

/** Programs in a running container, over the engine's API: no process here. `output` is never cut inside a character. Each rejects with a DockerError. */
export type ProgramActions = {
	runProgram(id: string, program: Program, size: TerminalSize, output: (text: string) => void): Promise<Shell>;
	/** The container's own program, PID 1, from now on. Nothing that happens to the connection ends it. */
	attach(id: string, size: TerminalSize, output: (text: string) => void): Promise<Attached>;
	/** The shells that the container has, the best first; so many at most. Nothing is run for it. */
	shells(id: string, most?: number): Promise<readonly string[]>;
	/** Names of users that the container knows; none where it has no list of them. */
	users(id: string): Promise<readonly string[]>;
};

export const programActions = (connection: Connection): ProgramActions => ({
	runProgram: (id, program, size, output) => runProgram(connection, id, program, size, output),
	attach: (id, size, output) => attach(connection, id, size, output),
	shells: (id, most = Infinity) => findShells(connection, id, most),
	users: (id) => findUsers(connection, id),
});

async function runProgram(connection: Connection, id: string, program: Program, size: TerminalSize, output: (text: string) => void): Promise<Shell> {
	const { command, user, directory } = program;
	const release = connection.hold();
	try {
		return await connection.use(async ({ api }) => {
			const streams = { AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true };
			const place = { ...(user && { User: user }), ...(directory && { WorkingDir: directory }) };
			const exec = await api.getContainer(id).exec({ ...streams, ...place, Cmd: [...command], Env: ["TERM=xterm-256color"] });
			const stream: Duplex = await exec.start({ hijack: true, stdin: true, Tty: true });
			const resize = async ({ columns, rows }: TerminalSize): Promise<void> => {
				// A program that has just ended has no size any more.
				await exec.resize({ w: columns, h: rows }).catch(() => {});
			};
			const ended = readToEnd(stream, textsFor(output))
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

async function attach(connection: Connection, id: string, size: TerminalSize, output: (text: string) => void): Promise<Attached> {
	const release = connection.hold();
	try {
		return await connection.use(async ({ api, upgrade }) => {
			const container = api.getContainer(id);
			const { Config } = await container.inspect();
			const isTty = Boolean(Config?.Tty);
			// One that was made to end with its first input would end when we let go.
			const takesInput = Boolean(Config?.OpenStdin) && (isTty || !Config?.StdinOnce);
			const stream = await upgrade(`/containers/${id}/attach?stream=1&stdout=1&stderr=1${takesInput ? "&stdin=1" : ""}`);
			const resize = async ({ columns, rows }: TerminalSize): Promise<void> => {
				if (isTty) await container.resize({ w: columns, h: rows }).catch(() => {});
			};
			const text = textsFor(isTty ? output : (part) => output(colouredText(part).replace(/\r?\n/g, "\r\n")));
			const ended = readToEnd(stream, isTty ? text : demultiplexer((_stream, payload) => text(payload)))
				.then(async () => {
					const { State } = await container.inspect();
					return State.Running ? undefined : State.ExitCode;
				})
				.catch(() => undefined)
				.finally(release);
			void resize(size);
			const write = (typed: string): void => void (takesInput && stream.write(typed));
			return { isTty, takesInput, write, resize: (to) => void resize(to), close: () => stream.destroy(), ended };
		});
	} catch (error) {
		release();
		throw error;
	}
}

/** Where images keep them. Distroless ones for looking into have BusyBox in a folder of its own. */
const shellPaths = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/zsh", "/usr/bin/zsh", "/bin/ash", "/bin/sh", "/usr/bin/sh", "/busybox/sh"];

async function findShells(connection: Connection, id: string, most: number): Promise<readonly string[]> {
	return connection.use(async ({ api }) => {
		const container = api.getContainer(id);
		const { Platform } = await container.inspect();
		if (Platform === "windows") return ["powershell", "cmd"].slice(0, most);
		const found: string[] = [];
		for (const path of shellPaths) {
			const name = path.replace(/^.*\//, "");
			if (found.length >= most || found.some((other) => other.endsWith(`/${name}`))) continue;
			if (await isThere(container, path)) found.push(path);
		}
		return found;
	});
}

async function isThere(container: { infoArchive(options: { readonly path: string }): Promise<unknown> }, path: string): Promise<boolean> {
	try {
		const answer = (await container.infoArchive({ path })) as { resume?(): void };
		answer.resume?.();
		return true;
	} catch (error) {
		// Also where a part of the path is a file.
		if (!isConnectionError(toDockerError(error))) return false;
		throw error;
	}
}

async function findUsers(connection: Connection, id: string): Promise<readonly string[]> {
	return connection.use(async ({ api }) => {
		try {
			const text = (await firstFileOf(await api.getContainer(id).getArchive({ path: "/etc/passwd" }))).toString("utf8");
			const users = text.split("\n").flatMap((line) => {
				const [name = "", , uid = ""] = line.split(":");
				return /^[\w][\w.-]{0,31}$/.test(name) && /^\d+$/.test(uid) ? [{ name: plainText(name), uid: Number(uid) }] : [];
			});
			// People's accounts come before those of services.
			return users.sort((one, other) => rank(one.uid) - rank(other.uid) || one.uid - other.uid).map(({ name }) => name);
		} catch (error) {
			if (!isConnectionError(toDockerError(error))) return [];
			throw error;
		}
	});
}

const rank = (uid: number): number => (uid === 0 ? 0 : uid >= 1000 && uid < 65_000 ? 1 : 2);

function textsFor(output: (text: string) => void): (chunk: Buffer) => void {
	const decoder = new TextDecoder();
	return (chunk) => output(decoder.decode(chunk, { stream: true }));
}

async function readToEnd(stream: Duplex, onChunk: (chunk: Buffer) => void): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		stream.on("data", onChunk);
		stream.once("end", resolve);
		stream.once("close", resolve);
		stream.once("error", reject);
	});
}
