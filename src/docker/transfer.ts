import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { toDockerError } from "./errors.ts";

/** Told the bytes that have passed so far. */
export type Passed = (bytes: number) => void;

/** Whether a file of this name is to be compressed. */
const isGzipName = (path: string): boolean => /\.(?:tar\.gz|tgz|gz)$/i.test(path);

/**
 * Writes what comes from an engine into a file, compressed where its name says so. Where that fails or is cancelled, nothing is left of it,
 * and a file that was there before is as it was. @throws DockerError where the engine's part fails; the file system's errors are its own
 */
export async function saveToFile(source: Readable, path: string, signal: AbortSignal, passed: Passed = () => {}): Promise<void> {
	const stop = (): void => void source.destroy(signal.reason as Error);
	signal.addEventListener("abort", stop);
	try {
		signal.throwIfAborted();
		let bytes = 0;
		const counted = counting(source, (more) => passed((bytes += more)));
		const chunks: Readable = isGzipName(path) ? pipeline(counted, createGzip(), () => {}) : counted;
		await writeWhole(fromEngine(chunks), path, signal);
	} finally {
		source.destroy();
		signal.removeEventListener("abort", stop);
	}
}

/** Writes a file that has its name once it is whole: where that fails nothing is left of it, and what was there before stays. */
export async function writeWhole(chunks: AsyncIterable<Buffer>, path: string, signal?: AbortSignal): Promise<void> {
	const part = `${path}.${randomUUID().slice(0, 8)}.part`;
	const file = await open(part, "wx");
	try {
		// A disk that is nearly full takes the beginning of a chunk and does not fail: only this goes on until it has all of it.
		for await (const chunk of chunks) await file.writeFile(chunk);
		await file.close();
		signal?.throwIfAborted();
		await rename(part, path);
	} catch (error) {
		await file.close().catch(() => {});
		await rm(part, { force: true });
		throw error;
	}
}

/** What is read of a file, for an engine. `read` is told how much of it, of how much. Its end is the caller's to see to: `destroy`. */
export async function readFromFile(path: string, read: (bytes: number, of: number) => void = () => {}): Promise<Readable> {
	const file = await open(path);
	const { size } = await file.stat();
	let bytes = 0;
	return counting(file.createReadStream(), (more) => read((bytes += more), size));
}

/** The same, unpacked where it is compressed by gzip. */
export async function readUnzipped(path: string, read: (bytes: number, of: number) => void = () => {}): Promise<Readable> {
	const isZipped = await isGzip(path);
	const source = await readFromFile(path, read);
	// One that is cut or damaged may fail before anybody reads; who reads then is told.
	return isZipped ? pipeline(source, createGunzip(), () => {}).on("error", () => {}) : source;
}

async function isGzip(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
		return bytesRead === 2 && buffer.readUInt16BE(0) === 0x1f8b;
	} finally {
		await file.close();
	}
}

/** The same stream, with each chunk's length told as it passes. */
export function counting(source: Readable, passed: (bytes: number) => void): Readable {
	return Readable.from(
		(async function* () {
			for await (const chunk of source) {
				passed((chunk as Buffer).length);
				yield chunk as Buffer;
			}
		})(),
		{ objectMode: false },
	);
}

async function* fromEngine(chunks: Readable): AsyncGenerator<Buffer> {
	try {
		for await (const chunk of chunks) yield chunk as Buffer;
	} catch (error) {
		throw toDockerError(error);
	}
}
