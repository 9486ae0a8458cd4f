import { run } from "./run.ts";

const { stdout, stderr, env } = process;

// A reader that has seen enough (`hullwright rules | head -3`) is no failure.
stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
	throw error;
});

run(process.argv.slice(2), {
	write: (text) => void stdout.write(text),
	complain: (message) => void stderr.write(`hullwright: ${message}\n`),
	readInput: async () => {
		const chunks: Buffer[] = [];
		for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
		return Buffer.concat(chunks);
	},
	hasColors: env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
}).then(
	(exitCode) => {
		process.exitCode = exitCode;
	},
	(error: unknown) => {
		stderr.write(`hullwright: ${error instanceof Error ? error.message : String(error)}\nThis is a bug in Hullwright. Please report it with the command and the file.\n`);
		process.exitCode = 2;
	},
);
