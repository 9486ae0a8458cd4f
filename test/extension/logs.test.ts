import { describe, expect, test } from "vitest";
import type { LogLine, LogMark } from "../../src/docker/logs/log.ts";
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
		[{ kind: "back" }, "", /the log of web goes on/, false],
		[{ kind: "unreadable", error: new DockerError("rejected", "no"), driver: "none" }, "", /^web keeps no logs: .* Make it again with “local”/, true],
		[{ kind: "unreadable", error: new DockerError("rejected", "no"), driver: "syslog" }, "", /its logging driver, “syslog”, sends them elsewhere/, true],
		[{ kind: "unreadable", error: new DockerError("rejected", "no"), driver: "local" }, "", /^the logs cannot be read\. /, true],
		[{ kind: "lost", error: new DockerError("refused", "no") }, "", /connection lost/, true],
	])("%o after %j", (mark, lastLine, wanted, bad) => {
		expect(text(mark, lastLine)).toMatch(wanted);
		expect(isBad(mark)).toBe(bad);
	});
});

describe("lines", () => {
	const time = "2026-11-25T21:00:00.123456789Z";
	const line = (text: string, cut?: true): LogLine => ({ stream: "stdout", time, text, run: 0, ...(cut && { cut }) });
	const write = (style: Partial<Parameters<typeof makeLogWriter>[0]>, ...lines: readonly LogLine[]): { shown: string; last: string } => {
		const writer = makeLogWriter({ lineEnd: "\r\n", ...style });
		return { shown: lines.map(writer.write).join(""), last: writer.lastLine() };
	};

	test("times on request, once a line, also where a line comes in several parts", () => {
		const lines = [line("one"), line("a long ", true), line("line"), line("two")];
		expect(write({}, ...lines).shown).toBe("one\r\na long line\r\ntwo\r\n");
		const timed = write({ formatTime: shortTime }, ...lines).shown;
		expect(timed).toBe("2026-11-25T21:00:00.123Z one\r\n2026-11-25T21:00:00.123Z a long line\r\n2026-11-25T21:00:00.123Z two\r\n");
	});

	test("whose a line is, where that is a question; its colours and its returns touch no other", () => {
		expect(write({ label: "web | " }, line("\u001b[31mred"), line("10 %\r20 %")).shown).toBe("web | \u001b[31mred\u001b[0m\r\nweb | 10 %20 %\r\n");
	});

	test("the last line is remembered, whatever comes after it that says nothing", () => {
		expect(write({}, line("first"), line("exec /app: exec format error"), line(""), line(" ")).last).toBe("exec /app: exec format error");
		expect(write({}, line("x".repeat(100_000))).last.length).toBeLessThanOrEqual(2_000);
	});

	test("what would steer the terminal is left out, colours stay", () => {
		expect(write({}, line("\u001b]0;title\u0007\u001b[31mred\u001b[0m")).shown).toBe("\u001b[31mred\u001b[0m\r\n");
	});
});
