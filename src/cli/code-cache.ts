import { isAscii } from "node:buffer";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/** What a run has compiled is worth more to later runs where it has linted many files. */
export type Amount = "few" | "many";

export type Loaded<Exports> = {
	readonly exports: Exports;
	/** Keeps what has been compiled until now, where nothing is kept of that amount yet. Call it when all work is done. */
	keep(amount: Amount): void;
};

/** As many installations, Node versions and amounts as are kept side by side. */
const most = 12;

/**
 * Loads a bundle together with what earlier runs have compiled of it, since compiling takes most of a short run. Whatever is wrong with the folder or with
 * what is in it, the bundle is loaded, and compiled anew. What many files take is longer to read than what few need, and would be kept for these as well, so they
 * do without it. Node's own compile cache does the same from 22.1 on.
 */
export function loadCompiled<Exports>(file: string, folder: string | undefined, expected: Amount): Loaded<Exports> {
	const key = folder === undefined ? "" : join(folder, keyOf(file));
	const kept = folder === undefined ? undefined : (read(key, expected) ?? (expected === "many" ? read(key, "few") : undefined));
	const script = new Script(wrap(textOf(readFileSync(file))), { filename: file, ...(kept && { cachedData: kept.data }) });
	const known = script.cachedDataRejected ? undefined : kept?.amount;
	const module = { exports: {} as Exports };
	(script.runInThisContext() as Wrapper)(module.exports, createRequire(file), module, file, dirname(file));
	return {
		exports: module.exports,
		keep(amount) {
			// What was loaded for many files is no measure of what few take.
			if (folder === undefined || known === amount || known === "many") return;
			const path = `${key}-${amount}`;
			// Where another amount was expected, it was not looked whether this one is there.
			if (amount !== expected && existsSync(path)) return;
			try {
				write(folder, path, script.createCachedData());
			} catch {
				// A read-only or full disk is no reason to complain: nothing is missing but speed.
			}
		},
	};
}

/** Nearly always ASCII, which is read sooner. */
const textOf = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? "latin1" : "utf8");

type Wrapper = (exports: unknown, require: NodeJS.Require, module: unknown, file: string, folder: string) => void;

/** V8 compares no more of a source than its length, so whatever replaces the bundle has to have another key: the time of change cannot be set by hand. */
function keyOf(file: string): string {
	const { ino, size, mtimeMs, ctimeMs } = statSync(file);
	return [process.versions.v8, process.arch, ino, size, mtimeMs, ctimeMs].join("-");
}

/** V8 trusts what it is given, so the sum at the end tells whether it is as it was written. */
const sumLength = 4;

function read(key: string, amount: Amount): { readonly amount: Amount; readonly data: Buffer } | undefined {
	try {
		const bytes = readFileSync(`${key}-${amount}`);
		const data = bytes.subarray(0, -sumLength);
		return crc32(data) === bytes.readUInt32LE(data.length) ? { amount, data } : undefined;
	} catch {
		return undefined;
	}
}

function write(folder: string, path: string, data: Buffer): void {
	for (const each of [dirname(dirname(folder)), dirname(folder), folder]) makeFolder(each);
	const old = readdirSync(folder);
	if (old.length >= most) for (const name of old) rmSync(join(folder, name), { force: true });
	const sum = Buffer.alloc(sumLength);
	sum.writeUInt32LE(crc32(data));
	// Another run may be reading or writing it at this moment.
	const part = `${path}.${process.pid}`;
	writeFileSync(part, Buffer.concat([data, sum]));
	renameSync(part, path);
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}

/** Where the system wants what can be made again; undefined where there is no such place, or where Node is told to keep nothing. */
export function codeFolder({ env, platform }: Pick<NodeJS.Process, "env" | "platform"> = process): string | undefined {
	// Node 20 has checksums from 20.15 on.
	if (env["NODE_DISABLE_COMPILE_CACHE"] || typeof crc32 !== "function") return undefined;
	try {
		const base =
			platform === "win32"
				? env["LOCALAPPDATA"]
				: platform === "darwin"
					? join(homedir(), "Library/Caches")
					: env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
		return base && isAbsolute(base) ? join(base, "hullwright", "compiled") : undefined;
	} catch {
		// The user has no home.
		return undefined;
	}
}
