import { expect, test } from "vitest";
import { showLine } from "../../../src/engine/logs/shown-line.ts";
import { lookOf } from "../../../src/engine/logs/style.ts";

const shown = (raw: string): string => showLine(raw).text;

test.each([
	["plain", "plain"],
	["tabs\tstay", "tabs\tstay"],
	["ends\r", "ends"],
	["\x1b]0;title\x07after", "after"],
	["\x1b]8;;command:evil\x1b\\click\x1b]8;;\x1b\\ here", "click here"],
	["\x1b]52;c;ZXZpbA==\x07x", "x"],
	["\x1b]0;no end", "␛]0;no end"],
	["a\x1b[2Jb\x1b[H\x1b[5Ac", "abc"],
	["a\x1b[b", "a␛[b".replace("␛[b", "")],
	["\x1b[?25l\x1b[?1049hx\x1bcy\x1b(Bz", "xyz"],
	["\x9b31mred\x9b0m", "red"],
	["\x1bPq#0;2;0;0;0#0!10~\x1b\\x", "x"],
	["nul\0 bell\x07 del\x7f", "nul␀ bell␇ del␡"],
	["user\u202egnp.exe", "user‹U+202E›gnp.exe"],
	["a\u2066b\u2069\u200f", "a‹U+2066›b‹U+2069›‹U+200F›"],
	["\ufefffirst", "first"],
	["half \ud800", "half \ufffd"],
	["whole 🐳 é", "whole 🐳 é"],
	["10%\r50%\r100%", "100%"],
	["downloading 10%\rdone", "doneloading 10%"],
	["downloading 10%\r\x1b[Kdone", "done"],
	["a long text\r\x1b[2Kb", "b"],
	["abc\b\bX", "aXc"],
	["12345\x1b[3DX", "12X45"],
	["12345\x1b[2GX", "1X345"],
	["progress\r", "progress"],
])("%j is shown as %j", (raw, text) => expect(shown(raw)).toBe(text));

test("styles are kept as spans, also where text is written over", () => {
	const { text, spans, style } = showLine("\x1b[1;31mred\x1b[0m plain \x1b[38;5;46mgreen\x1b[38;2;0;0;255mblue");
	expect(text).toBe("red plain greenblue");
	expect(spans.map(({ start, end, style: each }) => [text.slice(start, end), lookOf(each).colour, lookOf(each).isBold])).toEqual([
		["red", 1, true],
		["green", 10, false],
		["blue", 12, false],
	]);
	expect(lookOf(style).colour).toBe(12);
	expect(showLine("next", style).spans).toEqual([{ start: 0, end: 4, style }]);
	const over = showLine("\x1b[32mabcdef\x1b[0m\rXY");
	expect(over.text).toBe("XYcdef");
	expect(over.spans.map(({ start, end }) => over.text.slice(start, end))).toEqual(["cdef"]);
});

test.each([
	["38;5;196", 9],
	["38;5;244", 8],
	["38;2;255;165;0", 11],
	["38:2::0:128:0", 2],
	["38:5:12", 12],
	["38;5;999", undefined],
	["1;39", undefined],
	["97", 15],
])("%s is colour %s of the theme's", (parameters, colour) => expect(lookOf(showLine(`\x1b[${parameters}mx`).style).colour).toBe(colour));

test.each([
	["text", "x".repeat(1e7)],
	["carriage returns", `${"A".repeat(5e6)}${"\rX".repeat(2.5e6)}`],
	["titles without an end", "\x1b]0;".repeat(2.5e6)],
	["sequences without an end", "\x1b[".repeat(5e6)],
	["eight-bit sequences", "\x9d".repeat(1e7)],
	["carriage returns alone", `${"\r".repeat(1e7)}x\r`],
	["backspaces", "ab\b".repeat(3e6)],
])("10 MB of %s are no burden", (_name, raw) => {
	expect(shown(raw).length).toBeGreaterThan(0);
});
