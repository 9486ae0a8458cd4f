import { describe, expect, test } from "vitest";
import { inUtc, sinceOf } from "../../../src/docker/logs/engine-time.ts";
import { lineReader, longestLine } from "../../../src/docker/logs/lines.ts";

const first = "2026-11-26T12:00:00.000000001Z";
const second = "2026-11-26T12:00:00.000000002Z";

/** As an engine sends it: the stream's number and the length, then the payload. */
function frame(stream: 1 | 2, payload: string | Buffer): Buffer {
	const bytes = Buffer.from(payload);
	const header = Buffer.alloc(8);
	header[0] = stream;
	header.writeUInt32BE(bytes.length, 4);
	return Buffer.concat([header, bytes]);
}

/** Lines as `stream time text`, with `…` where one goes on. */
function read(bytes: Buffer, { isTty = false, cuts = [] as readonly number[] } = {}): readonly string[] {
	const lines: string[] = [];
	const reader = lineReader(isTty, (stream, time, text, isCut) =>
		lines.push(`${stream} ${time.slice(-3)} ${text.replace(/^x+/, (all) => (all.length > 99 ? `${all.length} x, ` : all))}${isCut ? "…" : ""}`),
	);
	let from = 0;
	for (const cut of [...cuts, bytes.length]) {
		reader.feed(bytes.subarray(from, cut));
		from = cut;
	}
	reader.end();
	return lines;
}

describe("frames", () => {
	const log = Buffer.concat([
		frame(1, `${first} héllo 漢字 🐳\n`),
		frame(2, `${second} oops\r\n`),
		frame(1, `${second} \n`),
		frame(1, `${second} begins `),
		frame(2, `${second} between\n`),
		frame(1, `${second} and ends\n`),
		frame(1, `${second} without an end`),
	]);
	const wanted = [
		"stdout 01Z héllo 漢字 🐳",
		"stderr 02Z oops",
		"stdout 02Z ",
		"stderr 02Z between",
		"stdout 02Z begins and ends",
		"stdout 02Z without an end",
	];

	test("are lines of two streams, pieces joined", () => expect(read(log)).toEqual(wanted));

	test("may be cut at every byte", () => {
		for (let cut = 0; cut <= log.length; cut++) expect(read(log, { cuts: [cut] })).toEqual(wanted);
		expect(read(log, { cuts: Array.from(log.keys()) })).toEqual(wanted);
	});

	test("characters that an engine has cut are put together, and what is none is shown as such", () => {
		const whale = Buffer.from("🐳");
		const pieces = [
			frame(1, Buffer.concat([Buffer.from(`${first} `), whale.subarray(0, 2)])),
			frame(1, Buffer.concat([Buffer.from(`${first} `), whale.subarray(2)])),
		];
		expect(read(Buffer.concat([...pieces, frame(1, `${first} !\n`)]))).toEqual(["stdout 01Z 🐳!"]);
		expect(read(frame(1, Buffer.concat([Buffer.from(`${first} a`), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from("b\n")])))).toEqual(["stdout 01Z a��(b"]);
	});

	test("a time that a program has written itself stays", () => {
		expect(read(frame(1, `${first} ${second} mine\n`))).toEqual([`stdout 01Z ${second} mine`]);
	});

	test("times of other engines are read, in whatever zone", () => {
		expect(read(frame(1, "2026-11-26T14:00:00+02:00 podman\n"))).toEqual(["stdout 00Z podman"]);
		expect(inUtc("2026-11-26T14:00:00.5+02:00")).toBe("2026-11-26T12:00:00.500000000Z");
		expect(inUtc("0001-01-01T00:00:00Z")).toBe("");
		expect(inUtc("yesterday")).toBe("");
		expect(sinceOf(first)).toBe(`${Date.UTC(2026, 10, 26, 12) / 1000}.000000001`);
	});

	test("a line that never ends comes in parts of a bounded length, cut between characters", () => {
		const part = 16 * 1024;
		const text = `x${"é".repeat((2 * longestLine + 50_000) / 2)}`;
		const bytes = Buffer.from(text);
		const frames: Buffer[] = [];
		for (let at = 0; at < bytes.length; at += part) frames.push(frame(1, Buffer.concat([Buffer.from(`${first} `), bytes.subarray(at, at + part)])));
		const lines: { text: string; isCut: boolean }[] = [];
		const reader = lineReader(false, (_stream, time, each, isCut) => {
			expect(time).toBe(first);
			lines.push({ text: each, isCut });
		});
		for (const each of frames) reader.feed(each);
		expect(lines.map(({ isCut }) => isCut)).toEqual([true, true]);
		reader.end();
		expect(lines.map(({ isCut }) => isCut)).toEqual([true, true, false]);
		expect(lines.map((line) => line.text).join("") === text).toBe(true);
		expect(Math.max(...lines.map((line) => Buffer.byteLength(line.text)))).toBeLessThanOrEqual(longestLine);
	});
});

describe("a terminal's output", () => {
	const long = "x".repeat(16 * 1024);
	const log = Buffer.from(`${first} \u001b[31mred é漢\u001b[0m\r\n${second} next\r\n${first} ${long}${second} more\r\n${first} ${long}\r\n${first} prompt> `);
	const wanted = ["stdout 01Z \u001b[31mred é漢\u001b[0m", "stdout 02Z next", "stdout 01Z 16384 x, more", "stdout 01Z 16384 x, ", "stdout 01Z prompt> "];

	test("has no frames, and times also within long lines", () => expect(read(log, { isTty: true })).toEqual(wanted));

	test("may be cut at every byte", () => {
		const cuts = [
			...Array.from({ length: 140 }, (_, at) => at),
			...Array.from({ length: 60 }, (_, at) => 16_500 + at),
			...Array.from({ length: 90 }, (_, at) => log.length - at),
		];
		for (const cut of cuts) expect(read(log, { isTty: true, cuts: [cut] })).toEqual(wanted);
		expect(read(log, { isTty: true, cuts: Array.from(log.keys()) })).toEqual(wanted);
	});
});
