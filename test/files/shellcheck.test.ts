import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "../../src/engine/dockerfile/parse.ts";
import { shellScriptsOf } from "../../src/engine/language/dockerfile/shell-scripts.ts";
import { textOf } from "../../src/engine/text/message.ts";
import { createShellcheck } from "../../src/files/shellcheck.ts";
import { standIn } from "./shellcheck-stand-in.ts";

let temporary = "";
beforeAll(() => {
	temporary = mkdtempSync(join(tmpdir(), "hullwright-test-"));
	vi.stubEnv("TMPDIR", temporary);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(temporary, { recursive: true, force: true });
});

const leftOver = (): string[] => readdirSync(temporary).filter((name) => name.includes("-shellcheck-"));

const text = 'FROM debian:12\nRUN echo $x\nRUN echo y\nCMD echo $x\nSHELL ["/bin/bash", "-c"]\nRUN z\n';
const scripts = shellScriptsOf(parse(text));

/** What was in the way, in words. */
const trouble = async (program: string, of = scripts, most?: number): Promise<string | undefined> => {
	const problem = await createShellcheck(program, most).ask(of);
	return problem && textOf(problem);
};

test("the scripts of one shell are looked at by one process, each text once", async () => {
	const { program, calls } = standIn();
	const shellcheck = createShellcheck(program);

	expect(shellcheck.known(scripts)).toEqual([]);
	expect(shellcheck.unasked(scripts)).toEqual(scripts);
	expect(await shellcheck.ask(scripts)).toBeUndefined();
	expect(shellcheck.known(scripts).map(({ code, at }) => `${code} ${at.start}`)).toEqual([`SC2086 ${text.indexOf("$x")}`, `SC2086 ${text.lastIndexOf("$x")}`]);
	expect(shellcheck.unasked(scripts)).toEqual([]);

	const changed = shellScriptsOf(parse(text.replace("echo y", "echo $x y")));
	expect(shellcheck.unasked(changed).map((script) => script.text)).toEqual(["echo $x y"]);
	await shellcheck.ask(changed);
	await shellcheck.ask(changed);
	const fixed = ["--format=json1", "--norc", "--exclude=SC1008,SC1090,SC1091,SC2148,SC2239"];
	expect(calls()).toEqual([
		{ options: [...fixed, "--shell=dash"], scripts: ["echo $x", "echo y"] },
		{ options: [...fixed, "--shell=bash"], scripts: ["z"] },
		{ options: [...fixed, "--shell=dash"], scripts: ["echo $x y"] },
	]);
	expect(leftOver(), "nothing is left of the scripts").toEqual([]);
});

test("an older program that does not know busybox takes dash for it", async () => {
	const { program, calls } = standIn('if (process.argv.includes("--shell=busybox")) { console.error("Unknown shell: busybox"); process.exit(4); }');
	const shellcheck = createShellcheck(program);
	const alpine = shellScriptsOf(parse("FROM alpine:3.20\nRUN echo $x\n"));

	expect(await shellcheck.ask(alpine)).toBeUndefined();
	expect(shellcheck.known(alpine)).toHaveLength(1);
	expect(calls().map(({ options }) => options.at(-1))).toEqual(["--shell=dash"]);
});

test("what is in the way is told, once for each script", async () => {
	expect(await trouble(join(temporary, "no-such-program"))).toMatch(/no program `.*no-such-program`; install it/);
	expect(await trouble(temporary)).toMatch(/cannot be started: permission denied$/);
	expect(await trouble(standIn('console.error("it is\\nbroken"); process.exit(2);').program)).toMatch(/failed: it is$/);
	expect(await trouble(standIn('console.log("no JSON"); process.exit(0);').program)).toMatch(/did not answer in its format json1/);
	expect(await trouble(standIn("setInterval(() => {}, 1000); return;").program, scripts.slice(0, 1), 0.2)).toMatch(/it took more than 0.2 seconds$/);

	const shellcheck = createShellcheck(standIn("process.exit(2);").program);
	expect(await shellcheck.ask(scripts)).toBeDefined();
	expect(await shellcheck.ask(scripts)).toBeUndefined();
	expect(shellcheck.known(scripts)).toEqual([]);
	expect(leftOver()).toEqual([]);
});
