import { describe, expect, test } from "vitest";
import type { LogMark } from "../../src/docker/actions/logs.ts";
import { DockerError } from "../../src/docker/errors.ts";
import { isBad, markText } from "../../src/extension/logs/log-marks.ts";
import { makeLogWriter, shortTime } from "../../src/extension/logs/log-writer.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const text = (mark: LogMark, lastLine = ""): string => markText(mark, "web", lastLine, String, english);
const exited = (exitCode: number | undefined, isOutOfMemory = false): LogMark => ({ kind: "exited", exitCode, isOutOfMemory });

describe("between the lines", () => {
	test.each<[LogMark, string, RegExp, boolean]>([
		[exited(0), "", /^web has ended with exit code 0/, false],
		[exited(1), "", /^web has ended with exit code 1/, true],
		[exited(137), "", /^web has ended with exit code 137/, false],
		[exited(137, true), "", /^web was killed: it used more memory than it may \(exit code 137\)/, true],
		[exited(0, true), "", /^web has ended with exit code 0/, false],
		[exited(undefined), "", /^web has ended$/, false],
		[exited(1), "exec /app/run.sh: no such file or directory", /^web could not run: \/app\/run\.sh names an interpreter .* \(exit code 1\)/, true],
		[exited(1), "exec /app: exec format error", /^web could not run: \/app cannot run here: .* \(exit code 1\)/, true],
		[exited(1), "bind: address already in use", /^web has ended with exit code 1/, true],
		[exited(0), "exec /app: exec format error", /^web has ended with exit code 0/, false],
		[{ kind: "waiting" }, "", /^web has not been started yet/, false],
		[
			{ kind: "failed", error: 'runc create failed: exec: "nope": executable file not found in $PATH: unknown' },
			"",
			/^web failed to start: the program nope is not in the image.*\. The engine's words: exec: "nope": executable file not found in \$PATH$/,
			true,
		],
		[{ kind: "failed", error: "runc create failed: it is Tuesday: unknown" }, "", /^web failed to start: it is Tuesday$/, true],
		[
			{ kind: "exited", exitCode: 3, isOutOfMemory: false, isRestarted: true },
			"",
			/^web has ended with exit code 3; its restart policy starts it again$/,
			true,
		],
		[{ kind: "exited", exitCode: 137, isOutOfMemory: true, isRestarted: true }, "", /^web was killed: .*; its restart policy starts it again$/, true],
		[exited(1, true), "", /^web has ended with exit code 1: a process of it was killed, out of memory; its next start will be followed$/, true],
		[{ kind: "replaced", id: "w2" }, "", /^web was replaced/, false],
		[{ kind: "removed" }, "", /^web was removed/, false],
		[{ kind: "started" }, "", /^web has started$/, false],
		[{ kind: "lost", error: new DockerError("refused", "no") }, "", /connection lost/, true],
	])("%o after %j", (mark, lastLine, wanted, bad) => {
		expect(text(mark, lastLine)).toMatch(wanted);
		expect(isBad(mark)).toBe(bad);
	});
});

describe("lines", () => {
	const write = (hasTimes: boolean, ...pieces: readonly (readonly [string, string])[]): { shown: string; last: string } => {
		const writer = makeLogWriter({ hasTimes, lineEnd: "\r\n", formatTime: shortTime });
		const shown = pieces.map(([part, time]) => writer.write("stdout", part, time)).join("");
		return { shown, last: writer.lastLine() };
	};
	const time = "2026-11-25T21:00:00.123456789Z";

	test("times on request, once a line, also where a line comes in several pieces", () => {
		const pieces = [["one\n", time] as const, ["a long ", time] as const, ["line\n", ""] as const, ["two\n", time] as const];
		expect(write(false, ...pieces).shown).toBe("one\r\na long line\r\ntwo\r\n");
		expect(write(true, ...pieces).shown).toBe("2026-11-25T21:00:00.123Z one\r\n2026-11-25T21:00:00.123Z a long line\r\n2026-11-25T21:00:00.123Z two\r\n");
	});

	test("the last line is remembered, whatever comes after it that says nothing", () => {
		expect(write(false, ["first\nexec /app: exec ", time], ["format error\n", ""], ["\n\n", time]).last).toBe("exec /app: exec format error");
		expect(write(false, ["x".repeat(100_000), time]).last.length).toBeLessThanOrEqual(2_000);
	});

	test("what would steer the terminal is left out, colours stay", () => {
		expect(write(false, ["\u001b]0;title\u0007\u001b[31mred\u001b[0m\r\n", time]).shown).toBe("\u001b[31mred\u001b[0m\r\n");
	});
});
