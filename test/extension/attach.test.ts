import { expect, test, vi } from "vitest";

vi.mock("vscode", () => ({ EventEmitter: class {}, l10n: { t: (message: string) => message } }));
const { inputOf } = await import("../../src/extension/commands/container/attach.ts");

const enter = (isTty: boolean, keys: readonly string[], takesInput = true): { sent: string; shown: string; isClosed: boolean } => {
	const seen = { sent: "", shown: "", isClosed: false };
	const attached = {
		isTty,
		takesInput,
		write: (text: string) => void (seen.sent += text),
		resize: () => {},
		close: () => void (seen.isClosed = true),
		ended: Promise.resolve(0),
	};
	const type = inputOf(
		attached,
		(text) => void (seen.shown += text),
		() => "careful",
	);
	for (const key of keys) type(key);
	return seen;
};

test("a terminal takes keys as they are; Ctrl+C only when it is pressed twice in a row", () => {
	expect(enter(true, ["l", "s", "\r", "\x04"]).sent).toBe("ls\r\x04");
	expect(enter(true, ["\x03"])).toEqual({ sent: "", shown: "\r\ncareful\r\n", isClosed: false });
	expect(enter(true, ["\x03", "a", "\x03"]).sent).toBe("a");
	expect(enter(true, ["\x03", "\x03"]).sent).toBe("\x03");
	expect(enter(true, ["\x03", "\x03", "\x03"]).sent, "and the next one warns again").toBe("\x03");
});

test("the detach keys let go, however they come", () => {
	for (const isTty of [true, false]) {
		expect(enter(isTty, ["\x10", "\x11"]).isClosed).toBe(true);
		expect(enter(isTty, ["\x10\x11"]).isClosed).toBe(true);
		expect(enter(isTty, ["\x10", "a", "\x11"]).isClosed).toBe(false);
	}
	expect(enter(false, ["\x10", "\x11"], false).isClosed).toBe(true);
});

test("without a terminal lines are sent whole, and shown while they are typed", () => {
	expect(enter(false, ["h", "i", "x", "\x7f", "\r"])).toEqual({ sent: "hi\n", shown: "hix\b \b\r\n", isClosed: false });
	expect(enter(false, ["one\rtwo\r"]).sent).toBe("one\ntwo\n");
	expect(enter(false, ["\x04", "\x7f", "\r"]).sent, "what ends its input is not sent").toBe("\n");
	expect(enter(false, ["h", "\r"], false)).toEqual({ sent: "", shown: "", isClosed: false });
});
