import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { inFolder, maintained } from "./command-line.ts";

/** Starts a command that goes on until it is interrupted. */
function watching(...args: string[]) {
	const written: string[] = [];
	const listeners = new Set<() => void>();
	const ended = run(
		["lint", "--watch", ...args],
		{
			write: (text) => void written.push(text),
			complain: (message) => void written.push(message),
			readInput: () => Promise.reject(new Error("no input")),
			hasColors: false,
			onInterrupt(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		},
		join(import.meta.dirname, "../.."),
	);
	const interrupt = (): void => listeners.forEach((listener) => listener());
	onTestFinished(async () => {
		interrupt();
		await ended;
	});
	const told = (text: string | RegExp): Promise<void> => vi.waitFor(() => expect(written.join("")).toMatch(text), { interval: 5, timeout: 10_000 });
	return { written, ended, interrupt, told };
}

test("a save is answered with the whole report, and an interrupt ends it cleanly", async () => {
	inFolder({ "a/Dockerfile": maintained, "b/Dockerfile": maintained });
	const { written, ended, interrupt, told } = watching();
	await told(/2 problems in 2 files/);
	written.length = 0;
	writeFileSync("a/Dockerfile", "FROM alpine:3.22\nUSER app\n");
	await told(/b\/Dockerfile:2:1 [^]*1 problem in 2 files/);
	interrupt();
	expect(await ended).toBe(0);
});

test("files and folders that come and go are followed", async () => {
	inFolder({ "a/Dockerfile": maintained });
	const { written, told } = watching();
	await told(/1 problem in 1 file/);
	mkdirSync("b/c", { recursive: true });
	writeFileSync("b/c/Dockerfile", maintained);
	await told(/2 problems in 2 files/);
	written.length = 0;
	writeFileSync("b/c/Dockerfile", `${maintained}WORKDIR app\n`);
	await told(/3 problems in 2 files/);
	written.length = 0;
	rmSync("a/Dockerfile");
	await told(/2 problems in 1 file/);
});

test("a configuration that is saved counts for all files", async () => {
	inFolder({ "a/Dockerfile": maintained, "b/Dockerfile": maintained });
	const { told } = watching("--format", "json");
	await told(/"rule": "maintainer-instruction"[^]*\n\]\n/);
	writeFileSync(".hullwright.yaml", "rules: { DL4000: off }\n");
	await told(/\n\]\n\[\]\n$/);
});

test("what is saved beside them is of no matter", async () => {
	inFolder({ "a/Dockerfile": maintained });
	const { written, told } = watching();
	await told(/1 problem/);
	writeFileSync("a/readme.md", "text");
	writeFileSync("a/Dockerfile", `${maintained}WORKDIR app\n`);
	await told(/2 problems/);
	expect(written.join("").match(/problems? in/g)).toHaveLength(2);
});

test.each(["--fix", "--diff", "--update-baseline", "-"])("it does not go together with %s", async (other) => {
	const { written, ended } = watching(other);
	expect(await ended).toBe(2);
	expect(written.join("")).toContain(`--watch lints again and again, which does not go together with ${other}`);
});
