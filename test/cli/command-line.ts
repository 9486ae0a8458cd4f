import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli/run.ts";

export type Outcome = { readonly exitCode: number; readonly output: string; readonly errors: string };

const root = join(import.meta.dirname, "../..");

/** Runs a command line in this process, with `input` as its standard input. */
export async function hullwright(args: readonly string[], input: string | Buffer = ""): Promise<Outcome> {
	let [output, errors] = ["", ""];
	const exitCode = await run(
		args,
		{
			write: (text) => {
				output += text;
			},
			complain: (message) => {
				errors += `${message}\n`;
			},
			readInput: () => Promise.resolve(Buffer.from(input)),
			hasInput: () => Promise.resolve(input.length > 0),
			hasColors: false,
		},
		root,
	);
	return { exitCode, output, errors };
}

/** A folder with the files, which is the current one until the test is over. */
export function inFolder(files: Readonly<Record<string, string | Buffer>>): string {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-cli-"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	const before = process.cwd();
	process.chdir(folder);
	onTestFinished(() => {
		process.chdir(before);
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** Reported by the default preset, as a warning with a fix that is not safe. */
export const maintained = "FROM alpine:3.22\nMAINTAINER Jane Doe\nUSER app\n";
