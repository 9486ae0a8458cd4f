import { describe, expect, test } from "vitest";
import { readMarked } from "../../../src/docker/files/exec.ts";
import { movedInto } from "../../../src/docker/files/moved-tar.ts";
import { readTar, tarEnd, tarHeader, type TarHeader, tarOf, tarPadding } from "../../../src/docker/files/tar.ts";

const header = (name: string, more: Partial<TarHeader> = {}): TarHeader => ({
	name,
	kind: "file",
	mode: 0o644,
	owner: 0,
	group: 0,
	size: 0,
	modified: 1_577_934_245_000,
	...more,
});
const file = (name: string, text: string, more: Partial<TarHeader> = {}): Buffer =>
	Buffer.concat([tarHeader(header(name, { size: Buffer.byteLength(text), ...more })), Buffer.from(text), tarPadding(Buffer.byteLength(text))]);

/** A block as other programs write it, its sum corrected. */
function block(name: string, type: string, size: number | Buffer, change: (bytes: Buffer) => void = () => {}): Buffer {
	const bytes = Buffer.from(tarHeader(header(name.slice(0, 99))));
	bytes.write(type, 156, "latin1");
	if (Buffer.isBuffer(size)) size.copy(bytes, 124);
	else bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
	change(bytes);
	bytes.fill(" ", 148, 156);
	bytes.write(
		`${bytes
			.reduce((sum, byte) => sum + byte, 0)
			.toString(8)
			.padStart(6, "0")}\0 `,
		148,
		"latin1",
	);
	return bytes;
}
const body = (content: Buffer): Buffer => Buffer.concat([content, tarPadding(content.length)]);
const records = (...lines: readonly string[]): Buffer =>
	Buffer.concat([block("pax", "x", Buffer.byteLength(lines.join(""))), body(Buffer.from(lines.join("")))]);

async function* inPieces(bytes: Buffer, size: number, first = size): AsyncGenerator<Buffer> {
	yield bytes.subarray(0, first);
	for (let at = first; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Found = TarHeader & { readonly text?: string };
async function readAll(source: AsyncIterable<Buffer>): Promise<readonly Found[]> {
	const found: Found[] = [];
	for await (const entry of readTar(source)) {
		const pieces: Buffer[] = [];
		for await (const piece of entry.body()) pieces.push(piece);
		found.push({ ...entry.header, ...(pieces.length > 0 && { text: Buffer.concat(pieces).toString() }) });
	}
	return found;
}
const readWhole = (...parts: readonly Buffer[]): Promise<readonly Found[]> => {
	const bytes = Buffer.concat([...parts, tarEnd]);
	return readAll(inPieces(bytes, bytes.length));
};

describe("an archive", () => {
	const long = `${"deep/".repeat(40)}é "two\nlines".txt`;
	const archive = Buffer.concat([
		tarHeader(header("folder/", { kind: "folder", mode: 0o1777 })),
		file(long, "hello", { owner: 3_000_000, group: 12 }),
		tarHeader(header("folder/again", { kind: "hard-link", target: long })),
		tarHeader(header("link", { kind: "link", target: `../${"up/".repeat(60)}` })),
		file("last", "x".repeat(1_500)),
		tarEnd,
	]);
	const expected = [
		{ name: "folder/", kind: "folder", mode: 0o1777, modified: 1_577_934_245_000 },
		{ name: long, kind: "file", size: 5, owner: 3_000_000, group: 12, text: "hello" },
		{ name: "folder/again", kind: "hard-link", target: long },
		{ name: "link", kind: "link", target: `../${"up/".repeat(60)}` },
		{ name: "last", kind: "file", size: 1_500, text: "x".repeat(1_500) },
	];

	test("is the same wherever it is cut on its way", async () => {
		for (let first = 1; first < archive.length; first += 5) expect(await readAll(inPieces(archive, archive.length, first))).toMatchObject(expected);
		for (const size of [1, 7, 511, 513]) expect(await readAll(inPieces(archive, size))).toMatchObject(expected);
	});

	test("that stops before its end is told from one that is whole, wherever it stops", async () => {
		const whole = archive.length - tarEnd.length + 512;
		for (let length = 0; length < whole; length += 61)
			await expect(readAll(inPieces(archive.subarray(0, length), 512)), `${length} bytes`).rejects.toMatchObject({ kind: "unreachable" });
		expect(await readAll(inPieces(archive.subarray(0, whole), 512))).toHaveLength(5);
	});

	test("is passed over where nobody reads the bodies, or only their beginnings", async () => {
		const names: string[] = [];
		for await (const { header: found, body: read } of readTar(inPieces(archive, 100))) {
			names.push(found.name);
			if (found.name === "last") for await (const piece of read()) if (piece.length > 0) break;
		}
		expect(names).toEqual(expected.map(({ name }) => name));
	});
});

test("what old and GNU programs write is read: long names in entries of their own, parts of a name, numbers as they are", async () => {
	const name = "n".repeat(300);
	const target = "t".repeat(200);
	const bytes = Buffer.alloc(12);
	bytes[0] = 0x80;
	bytes.writeUInt32BE(5, 8);
	const found = await readWhole(
		block("././@LongLink", "L", 301),
		body(Buffer.from(`${name}\0`)),
		block("././@LongLink", "K", 201),
		body(Buffer.from(`${target}\0`)),
		block("cut", "2", 0),
		block("name", "\0", bytes, (raw) => {
			raw.write("the/beginning", 345, "latin1");
			raw.writeUInt8(0x80, 108);
			raw.fill(0, 109, 112).writeUInt32BE(4_000_000, 112);
			// A second before 1970.
			raw.fill(0xff, 136, 148);
		}),
		body(Buffer.from("12345")),
	);
	expect(found).toMatchObject([
		{ name, kind: "link", target },
		{ name: "the/beginning/name", kind: "file", size: 5, owner: 4_000_000, modified: -1_000, text: "12345" },
	]);
	expect(found[1]).not.toHaveProperty("target");
});

test("records count for the next entry alone, those of the whole archive for all; what is broken in them is passed over", async () => {
	const global = "15 uid=1000000\n";
	const found = await readWhole(
		block("global", "g", global.length),
		body(Buffer.from(global)),
		records("17 path=renamed\n\n", "15 mtime=-1.5\n\n", "22 SCHILY.xattr.a=\u0001b\n", "99999 path=too long\n"),
		block("one", "0", 0),
		records("no records at all"),
		block("two", "0", 0),
		records("8 path=\n"),
		block("three", "0", 0),
	);
	expect(found.map(({ name, owner }) => [name, owner])).toEqual([
		["renamed\n", 1_000_000],
		["two", 1_000_000],
		["three", 1_000_000],
	]);
});

test("sizes that no file has, wrong sums and other texts are no tar", async () => {
	const huge = Buffer.alloc(12, 0xff);
	huge[0] = 0x80;
	for (const bad of [
		block("huge", "0", huge),
		block("negative", "0", Buffer.alloc(12, 0xff)),
		Buffer.concat([records("13 size=-12\n\n"), block("negative", "0", 0)]),
		Buffer.concat([records("11 size=a\n\n"), block("no number", "0", 0)]),
		block("records without end", "x", 2 ** 30),
		block("records without end", "x", Buffer.alloc(12, 0xff)),
		Buffer.concat([block("sum", "0", 0).subarray(0, 511), Buffer.from("x")]),
		Buffer.from('{"message":"open /x: permission denied"}'.padEnd(512)),
	])
		await expect(readWhole(bad)).rejects.toMatchObject({ kind: "rejected" });
	// Only devices, folders and links have none, whatever size is written.
	const large = await readWhole(block("folder/", "5", 700), block("link", "1", 700), block("unknown", "Z", 3), body(Buffer.from("abc")), file("behind", "b"));
	expect(large.map(({ name, kind }) => [name, kind])).toEqual([
		["folder/", "folder"],
		["link", "hard-link"],
		["unknown", "other"],
		["behind", "file"],
	]);
});

test("what is written is read again, whatever the names and numbers", async () => {
	for (const name of ["../../etc/passwd", "/absolute", "a\nb", "x".repeat(101), "é", "-rf", " ", "a/../../b", "\u202etxt", "x".repeat(5_000)]) {
		const made = tarOf(
			header(name, { size: 4, owner: 70_000_000, modified: 0, records: { "SCHILY.xattr.security.capability": "\u0001\u00ff\u0000=\n" } }),
			Buffer.from("text"),
		);
		expect(await readAll(inPieces(made, 512))).toEqual([
			{ ...header(name, { size: 4, owner: 70_000_000, modified: 0 }), records: { "SCHILY.xattr.security.capability": "\u0001\u00ff\u0000=\n" }, text: "text" },
		]);
	}
	const large = tarHeader(header("large", { size: 10 * 1024 ** 3 }));
	const entries = readTar(inPieces(large, 512));
	expect((await entries.next()).value).toMatchObject({ header: { size: 10 * 1024 ** 3 } });
	await entries.return(undefined);
});

describe("the output of a program", () => {
	const mark = "5f0f0c3e-9b5b-4b0e-8a43-0d6c1f5a7c11";
	const frame = (stream: number, text: string): Buffer => {
		const head = Buffer.alloc(8);
		head[0] = stream;
		head.writeUInt32BE(Buffer.byteLength(text), 4);
		return Buffer.concat([head, Buffer.from(text)]);
	};
	const whole = Buffer.concat([frame(1, "one\n"), frame(2, "a complaint\n"), frame(1, `é${mark} 3`), frame(1, "\n")]);

	test("ends at its mark, wherever it is cut on its way", async () => {
		for (let first = 1; first < whole.length; first++) {
			const found = await readMarked(inPieces(whole, whole.length, first), mark);
			expect(found).toEqual({ output: Buffer.from("one\né"), code: 3, isCut: false });
		}
		expect(await readMarked(inPieces(whole, 1), mark)).toEqual({ output: Buffer.from("one\né"), code: 3, isCut: false });
	});

	test("is not taken for whole where the engine has cut it off", async () => {
		for (let length = 0; length < whole.length; length++) expect(await readMarked(inPieces(whole.subarray(0, length), 64), mark)).toBeUndefined();
		expect(await readMarked(inPieces(Buffer.concat([frame(1, `${mark} 0`), frame(1, "more")]), 64), mark)).toBeUndefined();
	});

	test("is not waited for where there is more of it than is wanted", async () => {
		expect(await readMarked(inPieces(frame(1, "x".repeat(200)), 64), mark, 100)).toEqual({ output: Buffer.from("x".repeat(100)), code: 0, isCut: true });
		const all = { output: Buffer.from("x".repeat(100)), code: 0, isCut: false };
		expect(await readMarked(inPieces(frame(1, `${"x".repeat(100)}${mark} 0\n`), 400), mark, 100)).toEqual(all);
	});
});

test("all of an archive is moved below a folder, byte for byte, but for what is left out", async () => {
	const capability = "\x01\x00\x00\x02\u00ff";
	const long = "n".repeat(160);
	const global = Buffer.concat([block("global", "g", 18), body(Buffer.from("18 comment=of all\n"))]);
	const named = Buffer.concat([block("././@LongLink", "L", long.length + 1), body(Buffer.from(`${long}\0`))]);
	const archive = Buffer.concat([
		global,
		file("./", "", { kind: "folder", mode: 0o1777, owner: 33 }),
		file("./a", "one", { owner: 4_000_000_000, records: { "SCHILY.xattr.security.capability": capability, mtime: "1.5" } }),
		file("./b", "", { kind: "hard-link", target: "./a" }),
		file("./up", "", { kind: "link", target: "../../up" }),
		file("./left/out", "not to be there"),
		Buffer.concat([named, file("short", "two")]),
		block("dev", "3", 0),
		tarEnd,
	]);
	const moved: Buffer[] = [];
	for await (const piece of movedInto("to", inPieces(archive, 700), (path) => path.startsWith("/left"))) moved.push(piece);
	const found = await readWhole(Buffer.concat(moved));
	expect(found).toMatchObject([
		{ name: "to/", kind: "folder", mode: 0o1777, owner: 33 },
		{ name: "to/a", text: "one", owner: 4_000_000_000, records: { "SCHILY.xattr.security.capability": capability } },
		{ name: "to/b", kind: "hard-link", target: "to/a" },
		{ name: "to/up", kind: "link", target: "../../up" },
		{ name: `to/${long}`, text: "two" },
		{ name: "to/dev", kind: "other" },
	]);
	expect(Buffer.concat(moved).toString("latin1")).toContain("mtime=1.5");
	await expect(async () => {
		for await (const piece of movedInto("to", inPieces(archive.subarray(0, 3000), 700))) moved.push(piece);
	}).rejects.toThrow("ends too early");
});
