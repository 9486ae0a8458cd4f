import { DockerError } from "../errors.ts";

/** What an entry of a tar is; `other` are devices, pipes and the like, which are never opened. */
export type TarKind = "file" | "folder" | "link" | "hard-link" | "other";

/** `modified` is in milliseconds since 1970. `records` are those of PAX that are to be kept: attributes of the file system, such as capabilities. */
export type TarHeader = {
	readonly name: string;
	readonly kind: TarKind;
	readonly mode: number;
	readonly owner: number;
	readonly group: number;
	readonly size: number;
	readonly modified: number;
	/** Where a link leads, as it is written. */
	readonly target?: string;
	readonly records?: Readonly<Record<string, string>>;
};

/** The body may be read until the next entry is asked for; what is not read is skipped. */
export type TarEntry = { readonly header: TarHeader; body(): AsyncGenerator<Buffer> };

export const block = 512;

/** Entries as they come. Bodies that nobody reads are neither kept nor copied. @throws DockerError for what is no tar, and for one that stops before its end */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
	const input = new Input(stream);
	try {
		let global: Record<string, string> = {};
		let own: Record<string, string> = {};
		for (;;) {
			const bytes = input.takeNow(block) ?? (await input.take(block));
			if (!bytes) throw tooEarly();
			// Two empty blocks are the end.
			if (bytes.equals(emptyBlock)) return;
			const raw = parseBlock(bytes);
			if (raw.type === "x" || raw.type === "g" || raw.type === "L" || raw.type === "K") {
				if (raw.size < 0 || raw.size > longestRecords) throw noTar();
				const text = (await input.take(padded(raw.size)))?.subarray(0, raw.size);
				if (!text) throw tooEarly();
				if (raw.type === "x") own = { ...own, ...parseRecords(text) };
				else if (raw.type === "g") global = { ...global, ...parseRecords(text) };
				else own[raw.type === "L" ? "path" : "linkpath"] = untilZero(text);
				continue;
			}
			const header = toHeader(raw, { ...global, ...own });
			own = {};
			let left = withoutBody.has(raw.type) ? 0 : header.size;
			const padding = padded(left) - left;
			yield {
				header,
				async *body() {
					while (left > 0) {
						const piece = await input.some(left);
						if (!piece) throw tooEarly();
						left -= piece.length;
						yield piece;
					}
				},
			};
			await input.skip(left + padding);
		}
	} finally {
		await input.end();
	}
}

export const tooEarly = (): DockerError => new DockerError("unreachable", "the archive ends too early");
export const noTar = (): DockerError => new DockerError("rejected", "what came is no tar archive");
export const emptyBlock = Buffer.alloc(block);
export const longestRecords = 1024 * 1024;
/** Links, devices, folders and pipes, whatever size is written there. */
export const withoutBody: ReadonlySet<string> = new Set(["1", "2", "3", "4", "5", "6"]);
export const padded = (size: number): number => Math.ceil(size / block) * block;

/** What has come of a stream and is not used yet. */
export class Input {
	readonly #source: AsyncIterator<Buffer>;
	#waiting: Buffer = Buffer.alloc(0);

	constructor(stream: AsyncIterable<Buffer>) {
		this.#source = stream[Symbol.asyncIterator]();
	}

	/** So many bytes, where they are there already. */
	takeNow(size: number): Buffer | undefined {
		if (this.#waiting.length < size) return undefined;
		const taken = this.#waiting.subarray(0, size);
		this.#waiting = this.#waiting.subarray(size);
		return taken;
	}

	async take(size: number): Promise<Buffer | undefined> {
		while (this.#waiting.length < size) if (!(await this.#more())) return undefined;
		return this.takeNow(size);
	}

	/** At most so many bytes, as they come. */
	async some(most: number): Promise<Buffer | undefined> {
		if (this.#waiting.length === 0 && !(await this.#more())) return undefined;
		return this.takeNow(Math.min(most, this.#waiting.length));
	}

	async skip(size: number): Promise<void> {
		let left = size;
		while (left > this.#waiting.length) {
			left -= this.#waiting.length;
			this.#waiting = Buffer.alloc(0);
			if (!(await this.#more())) return;
		}
		this.takeNow(left);
	}

	async end(): Promise<void> {
		await this.#source.return?.();
	}

	async #more(): Promise<boolean> {
		const { value, done } = (await this.#source.next()) as { readonly value: Buffer | undefined; readonly done?: boolean };
		if (done || !value) return false;
		this.#waiting = this.#waiting.length > 0 ? Buffer.concat([this.#waiting, value]) : value;
		return true;
	}
}

type Raw = Omit<TarHeader, "kind"> & { readonly type: string };

export function parseBlock(bytes: Buffer): Raw {
	let sum = 8 * 32;
	for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += bytes[at] ?? 0;
	if (number(bytes, 148, 8) !== sum) throw noTar();
	const isUstar = bytes.toString("latin1", 257, 263) === "ustar\0";
	const prefix = isUstar ? untilZero(bytes.subarray(345, 500)) : "";
	const name = untilZero(bytes.subarray(0, 100));
	return {
		name: prefix ? `${prefix}/${name}` : name,
		type: String.fromCharCode(bytes[156] || 0x30),
		mode: number(bytes, 100, 8) & 0o7777,
		owner: number(bytes, 108, 8),
		group: number(bytes, 116, 8),
		size: number(bytes, 124, 12),
		modified: number(bytes, 136, 12) * 1000,
		target: untilZero(bytes.subarray(157, 257)),
	};
}

function toHeader({ type, target, ...raw }: Raw, records: Record<string, string>): TarHeader {
	const kind = kinds[type] ?? "other";
	const attributes = Object.entries(records).filter(([key]) => key.startsWith("SCHILY.xattr."));
	const linked = records["linkpath"] || target || "";
	const size = Number(records["size"] || raw.size);
	if (!Number.isSafeInteger(size) || size < 0) throw noTar();
	return {
		name: records["path"] || raw.name,
		kind,
		mode: raw.mode,
		owner: Number(records["uid"] ?? raw.owner),
		group: Number(records["gid"] ?? raw.group),
		size,
		modified: records["mtime"] === undefined ? raw.modified : Math.floor(Number(records["mtime"]) * 1000),
		...(linked && { target: linked }),
		...(attributes.length > 0 && { records: Object.fromEntries(attributes) }),
	};
}

const kinds: Readonly<Record<string, TarKind>> = { "0": "file", "7": "file", "5": "folder", "2": "link", "1": "hard-link" };

/** Octal, or, with the first bit set, as it is: GNU's way with large numbers. */
function number(bytes: Buffer, start: number, length: number): number {
	if (((bytes[start] ?? 0) & 0x80) === 0) return Number.parseInt(untilZero(bytes.subarray(start, start + length)).trim() || "0", 8) || 0;
	let value = bytes[start] === 0xff ? -1 : (bytes[start] ?? 0) & 0x7f;
	for (let at = start + 1; at < start + length; at++) value = value * 256 + (bytes[at] ?? 0);
	return value;
}

function untilZero(bytes: Buffer): string {
	const end = bytes.indexOf(0);
	return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}

/** `12 path=a b\n`, one after the other; the number counts the bytes of all of it. `isWhole` is false where they stop being such. */
export function recordsIn(bytes: Buffer): { readonly pairs: readonly (readonly [key: Buffer, value: Buffer])[]; readonly isWhole: boolean } {
	const pairs: [Buffer, Buffer][] = [];
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(0x20, at);
		const length = Number(bytes.toString("latin1", at, space));
		const equals = bytes.indexOf(0x3d, space);
		if (space < 0 || equals < 0 || !(length > equals - at) || at + length > bytes.length) return { pairs, isWhole: false };
		pairs.push([bytes.subarray(space + 1, equals), bytes.subarray(equals + 1, at + length - 1)]);
		at += length;
	}
	return { pairs, isWhole: true };
}

/** Attributes are bytes. */
const encodingOf = (key: string): "latin1" | "utf8" => (key.startsWith("SCHILY.xattr.") ? "latin1" : "utf8");

function parseRecords(bytes: Buffer): Record<string, string> {
	const records: Record<string, string> = {};
	for (const [name, value] of recordsIn(bytes).pairs) {
		const key = name.toString("utf8");
		records[key] = value.toString(encodingOf(key));
	}
	return records;
}

const types: Readonly<Record<TarKind, string>> = { file: "0", folder: "5", link: "2", "hard-link": "1", other: "0" };

/** The blocks before a body, with PAX records where the old header has no room. */
export function tarHeader(header: TarHeader): Buffer {
	const records: Record<string, string> = { ...header.records };
	const inBlock = (text: string, key: string): string => {
		if (Buffer.byteLength(text) <= 100 && /^[\x20-\x7e]*$/.test(text)) return text;
		records[key] = text;
		return "long";
	};
	const name = inBlock(header.name, "path");
	const target = inBlock(header.target ?? "", "linkpath");
	for (const [key, value] of [
		["uid", header.owner],
		["gid", header.group],
	] as const)
		if (value > 0o7777777) records[key] = String(value);
	if (header.size > 0o77777777777) records["size"] = String(header.size);
	const own = writeBlock({ ...header, name, target, type: types[header.kind] });
	if (Object.keys(records).length === 0) return own;
	return Buffer.concat([paxHeader(Object.entries(records).map(([key, value]) => [Buffer.from(key), Buffer.from(value, encodingOf(key))])), own]);
}

/** The entry before another that has its PAX records. */
export function paxHeader(records: readonly (readonly [key: Buffer, value: Buffer])[]): Buffer {
	const text = Buffer.concat(records.map(writeRecord));
	const header = writeBlock({ name: "PaxHeader", type: "x", mode: 0o644, owner: 0, group: 0, size: text.length, modified: 0, target: "" });
	return Buffer.concat([header, text, tarPadding(text.length)]);
}

export const tarPadding = (size: number): Buffer => Buffer.alloc(padded(size) - size);
export const tarEnd = Buffer.alloc(2 * block);

/** A tar with one file or folder in it. */
export const tarOf = (header: TarHeader, content: Uint8Array = Buffer.alloc(0)): Buffer =>
	Buffer.concat([tarHeader({ ...header, size: content.length }), content, tarPadding(content.length), tarEnd]);

/** The number before it counts itself, too. */
function writeRecord([key, value]: readonly [key: Buffer, value: Buffer]): Buffer {
	const rest = Buffer.concat([Buffer.from(" "), key, Buffer.from("="), value, Buffer.from("\n")]);
	let length = rest.length + String(rest.length).length;
	if (String(length).length + rest.length > length) length += 1;
	return Buffer.concat([Buffer.from(String(length)), rest]);
}

function writeBlock({ name, type, mode, owner, group, size, modified, target }: Raw): Buffer {
	const bytes = Buffer.alloc(block);
	const octal = (value: number, at: number, length: number): void => {
		bytes.write((value >= 0 && value < 8 ** (length - 1) ? value : 0).toString(8).padStart(length - 1, "0"), at, "latin1");
	};
	bytes.write(name, 0, 100, "utf8");
	octal(mode, 100, 8);
	octal(owner, 108, 8);
	octal(group, 116, 8);
	octal(size, 124, 12);
	octal(Math.floor(modified / 1000), 136, 12);
	bytes.fill(0x20, 148, 156);
	bytes.write(type, 156, "latin1");
	bytes.write(target ?? "", 157, 100, "utf8");
	bytes.write("ustar\x0000", 257, "latin1");
	let sum = 0;
	for (const byte of bytes) sum += byte;
	bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	return bytes;
}
