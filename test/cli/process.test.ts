import { spawn } from "node:child_process";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { inFolder, maintained } from "./command-line.ts";

let program = "";

beforeAll(async () => {
	const { outputFiles } = await esbuild.build({
		entryPoints: ["src/cli/main.ts"],
		absWorkingDir: join(import.meta.dirname, "../.."),
		bundle: true,
		platform: "node",
		target: "node20",
		format: "cjs",
		write: false,
	});
	program = outputFiles[0]?.text ?? "";
});

type Ended = { readonly exitCode: number | null; readonly output: string; readonly errors: string };

/** The command line as a process of its own; `most` characters of its output are read before the pipe is closed. */
function start(args: readonly string[], { input = "", most = Infinity } = {}): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["dist/cli.js", ...args]);
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

const long = `FROM alpine:3.20\n${"RUN echo one \\\n  && echo two\n".repeat(50_000)}`;

test("a long output into a pipe arrives whole, on standard input and from a file", async () => {
	inFolder({ Dockerfile: long, "dist/cli.js": program });
	const [piped, read] = await Promise.all([start(["tree", "--format", "json", "-"], { input: long }), start(["tree", "--format", "json", "Dockerfile"])]);

	expect(piped).toMatchObject({ exitCode: 0, errors: "" });
	expect((JSON.parse(piped.output) as { instructions: unknown[] }).instructions).toHaveLength(50_001);
	expect(read.output.length).toBe(piped.output.length + "Dockerfile".length - 1);
}, 30_000);

test("a reader that closes the pipe is no failure", async () => {
	inFolder({ Dockerfile: long, "dist/cli.js": program });
	const { errors } = await start(["tree", "--format", "json", "Dockerfile"], { most: 10 });

	expect(errors).toBe("");
}, 30_000);

test("exit codes", async () => {
	inFolder({ Dockerfile: maintained, clean: "FROM alpine:3.20\nUSER app\n", "dist/cli.js": program });
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
