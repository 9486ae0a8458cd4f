import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundle } from "../../scripts/build.mjs";
import { hullwright, inFolder, maintained } from "./command-line.ts";

let programs: Readonly<Record<string, string>> = {};

beforeAll(async () => {
	const { bundles } = await bundle();
	programs = Object.fromEntries(
		["cli", "cli-program", "configuration-file", "yaml", "compose-language"].map((name) => [`dist/${name}.js`, bundles[name] ?? ""]),
	);
}, 30_000);

type Ended = { readonly exitCode: number | null; readonly output: string; readonly errors: string };

/** The command line as a process of its own; `most` characters of its output are read before the pipe is closed. */
function start(args: readonly string[], { input = "", most = Infinity, cache = "" } = {}): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["dist/cli.js", ...args], {
			env: { ...process.env, ...(cache ? { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache } : { NODE_DISABLE_COMPILE_CACHE: "1" }) },
		});
		let [output, errors] = ["", ""];
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			output += text;
			if (output.length > most) child.stdout.destroy();
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			errors += text;
		});
		child.on("error", reject).on("close", (exitCode) => resolve({ exitCode, output, errors }));
		child.stdin.end(input);
	});
}

const long = `FROM alpine:3.22\n${"RUN echo one \\\n  && echo two\n".repeat(50_000)}`;

test("a long output into a pipe arrives whole, on standard input and from a file", async () => {
	inFolder({ Dockerfile: long, ...programs });
	const [piped, read] = await Promise.all([start(["tree", "--format", "json", "-"], { input: long }), start(["tree", "--format", "json", "Dockerfile"])]);

	expect(piped).toMatchObject({ exitCode: 0, errors: "" });
	expect((JSON.parse(piped.output) as { instructions: unknown[] }).instructions).toHaveLength(50_001);
	expect(read.output.length).toBe(piped.output.length + "Dockerfile".length - 1);
}, 30_000);

test("a reader that closes the pipe is no failure", async () => {
	inFolder({ Dockerfile: long, ...programs });
	const { errors } = await start(["tree", "--format", "json", "Dockerfile"], { most: 10 });

	expect(errors).toBe("");
}, 30_000);

test("exit codes", async () => {
	inFolder({ Dockerfile: maintained, clean: "FROM alpine:3.22\nUSER app\n", ...programs });
	const outcomes = await Promise.all(
		[
			["lint", "clean"],
			["lint", "Dockerfile"],
			["lint", "nowhere"],
			["lint", "--nope"],
			["lint", "--fail-on", "never", "Dockerfile"],
		].map((args) => start(args)),
	);

	expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 1, 2, 2, 0]);
	expect(outcomes[2]?.errors).toBe("hullwright: nowhere: no such file or directory\n");
}, 30_000);

test("many files on two cores, and with what was compiled before, give what one core gives", async () => {
	const files = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}/Dockerfile`, `FROM alpine\nMAINTAINER number ${index}\n`]));
	const cache = join(inFolder({ ...files, ...programs, "7/.hullwright.yaml": "preset: nowhere\n" }), "cache");
	const kept = (): string[] =>
		readdirSync(cache, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
	mkdirSync(cache);
	const expected = await hullwright(["lint", "--format", "json"]);
	const outcomes = [];
	// Sorted as a walk finds them.
	const named = Object.keys(files).sort();
	for (const broken of [undefined, undefined, scramble, undefined, shorten, undefined]) {
		if (broken) for (const file of kept()) broken(file);
		outcomes.push(await start(["lint", "--format", "json"], { cache }), await start(["lint", "--format", "json", ...named], { cache }));
	}

	expect(JSON.parse(expected.output)).toHaveLength(150 * 2);
	for (const { exitCode, output, errors } of outcomes) {
		expect(output).toBe(expected.output);
		expect(errors).toBe(`hullwright: ${expected.errors}`);
		expect(exitCode).toBe(expected.exitCode);
	}
	expect(kept().map((file) => statSync(file).size > 100_000)).toEqual([true]);
}, 30_000);

test("many arguments are refused, or mended, without a second thread being waited for", async () => {
	const names = Array.from({ length: 150 }, (_, index) => `${index}.dockerfile`);
	const fixable = "FROM debian:12\nRUN apt-get update && apt-get install curl\nUSER app\n";
	inFolder({ ...Object.fromEntries(names.map((name) => [name, fixable])), ...programs });
	const [refused, mended] = [await start(["lint", "--nope", ...names]), await start(["lint", "--fix", "--fail-on", "never", ...names])];

	expect(refused).toMatchObject({ exitCode: 2, output: "" });
	expect(mended.exitCode).toBe(0);
	expect(names.filter((name) => readFileSync(name, "utf8") === fixable)).toEqual([]);
}, 30_000);

/** Every thousandth byte is another one. */
function scramble(file: string): void {
	writeFileSync(
		file,
		readFileSync(file).map((byte, index) => (index % 1000 === 999 ? byte ^ 0xff : byte)),
	);
}

const shorten = (file: string): void => truncateSync(file, 10_000);
