#!/usr/bin/env node
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { codeFolder, loadCompiled, type Amount } from "./code-cache.ts";
import { flagsFor } from "../files/v8-flags.ts";

// Set before anything is compiled: what is kept of compiled code counts for the same flags only.
for (const flag of flagsFor(process.versions.node, "run")) setFlagsFromString(flag);

/** Makes something of a task; undefined where it came to grief. */
type Ask = (task: unknown) => Promise<unknown>;

/** So many arguments name many files, so that a second thread is wanted for certain. It takes as long to start as all that we do before the first file. */
const many = 100;

if (isMainThread) {
	let amount: Amount = "few";
	const start = (): Ask => {
		amount = "many";
		return availableParallelism() > 1 ? startHelper() : nobody;
	};
	let ask = process.argv.length > many ? start() : undefined;
	const { exports: program, keep } = load(process.argv.slice(3).some(mayBeMany) || process.argv.length > many ? "many" : "few");
	program.main((task) => (ask ??= start())(task));
	process.on("exit", () => keep(amount));
} else {
	const { exports: program } = load("many");
	parentPort?.once("message", (task) => void program.help(task).then((answer) => parentPort?.postMessage(answer)));
}

function load(expected: Amount) {
	return loadCompiled<typeof import("./program.ts")>(join(__dirname, "cli-program.js"), codeFolder(), expected);
}

/** Whether an argument is a folder, in which there may be any number of files. */
function mayBeMany(argument: string): boolean {
	try {
		return statSync(argument, { throwIfNoEntry: false })?.isDirectory() ?? false;
	} catch {
		return false;
	}
}

/** Starts a second thread of this same file. It keeps the process from ending only once it is asked. */
function startHelper(): Ask {
	try {
		const helper = new Worker(__filename);
		const answered = new Promise((resolve) => {
			helper
				.once("message", resolve)
				.once("error", () => resolve(undefined))
				.once("exit", () => resolve(undefined));
		});
		helper.unref();
		return (task) => {
			helper.ref();
			helper.postMessage(task);
			return answered;
		};
	} catch {
		return nobody;
	}
}

/** Helps nobody: all is left to who asks. */
function nobody(): Promise<undefined> {
	return Promise.resolve(undefined);
}
