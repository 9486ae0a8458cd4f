import { fstatSync } from "node:fs";
import { join } from "node:path";
import { help } from "./lint-together.ts";
import { run } from "./run.ts";
import type { Terminal } from "./terminal.ts";

// A helping thread begins as the process does: in cli.js, which loads this.
export { help };

/** Runs the process's command line. */
export function main(askHelper: NonNullable<Terminal["askHelper"]>): void {
	const { stdout, stderr, env } = process;

	// A reader that has seen enough (`hullwright rules | head -3`) is no failure.
	stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		process.exit();
	});

	const terminal = {
		write: (text: string) => void stdout.write(text),
		complain: (message: string) => void stderr.write(`hullwright: ${message}\n`),
		readInput: async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
			return Buffer.concat(chunks);
		},
		hasInput,
		askHelper,
		onInterrupt: (listener: () => void) => {
			for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, listener);
			return () => {
				for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, listener);
			};
		},
		width: stdout.isTTY ? stdout.columns : undefined,
		hasColors: env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
	};

	run(process.argv.slice(2), terminal, join(__dirname, "..")).then(
		(exitCode) => exit(exitCode),
		(error: unknown) => {
			terminal.complain(
				`${error instanceof Error ? error.message : String(error)}\nThis is a bug in Hullwright: please report it with the command and the file.`,
			);
			exit(2);
		},
	);
}

/** So long in milliseconds one waits for what a program before us may write; a pipe in which nothing comes is what programs get that are started by others. */
const patience = 100;

async function hasInput(): Promise<boolean> {
	const stat = fstatSync(0);
	if (!stat.isFIFO()) return stat.isFile() && stat.size > 0;
	const { stdin } = process;
	return new Promise((resolve) => {
		const settle = (): void => resolve(stdin.readableLength > 0);
		stdin.once("readable", settle);
		stdin.once("end", settle);
		setTimeout(settle, patience);
	});
}

/** Ends the process once all that was written has arrived. To let it end by itself, memory put back in order, takes as long as to lint a hundred files. */
function exit(code: number): void {
	process.exitCode = code;
	process.stdout.write("", () => process.stderr.write("", () => process.exit()));
}
