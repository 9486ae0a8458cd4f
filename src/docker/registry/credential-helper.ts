import { spawn } from "node:child_process";
import { plainText } from "../plain-text.ts";

/** Calls one of the programs that keep passwords for the Docker CLI. What is secret goes in and out by its pipes. Rejects with its words where it fails. */
export type CallHelper = (helper: string, action: "get" | "store" | "erase", input: string) => Promise<string>;

/** https://docs.docker.com/reference/cli/docker/login/#credential-helper-protocol */
export const callHelper: CallHelper = async (helper, action, input) => {
	// It is the end of a program's name, never a path.
	if (!/^[\w.-]+$/.test(helper)) throw new Error(`\`${plainText(helper)}\` is no name of a credential helper`);
	const program = `docker-credential-${helper}`;
	return new Promise((resolve, reject) => {
		const child = spawn(program, [action], { stdio: ["pipe", "pipe", "pipe"], windowsHide: true, timeout: 60_000 });
		let [output, complaint] = ["", ""];
		child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
		child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
		child.stdin.on("error", () => {});
		child.on("error", (error: NodeJS.ErrnoException) =>
			reject(error.code === "ENOENT" ? new Error(`the program ${program} is not installed, or not in PATH`) : error),
		);
		// Helpers write their complaints to either.
		child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(plainText((complaint || output).trim(), 400) || `${program} failed`))));
		child.stdin.end(input);
	});
};
