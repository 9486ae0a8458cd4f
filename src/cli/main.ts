#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { codeFolder, loadCompiled, type Amount } from "./code-cache.ts";

// Set before anything is compiled: what is kept of compiled code counts for the same flags only. By its own measure V8 optimises early and much, which costs a
// run of some hundred files half of its processor time. A heap as small as ours is collected sooner at once, and by one thread, than in steps and by several,
// which wait for each other where the cores are busy. Most regular expressions are used twice, after which they were compiled twice. The last three: 6 % of 500 files.
for (const flag of ["--interrupt-budget=2000000", "--no-incremental-marking", "--no-parallel-scavenge", "--no-regexp-tier-up"]) setFlagsFromString(flag);

/** Makes something of a task; undefined where it came to grief. */
type Ask = (task: unknown) => Promise<unknown>;

/** So many arguments name many files, so that a second thread is wanted for certain. It takes as long to start as all that we do before the first file. */
const many = 100;

if (isMainThread) {
	let amount: Amount = "few";
	const start = (): Ask => {
		amount = "many";
		return startHelper();
	};
	const hasCores = availableParallelism() > 1;
	let ask = hasCores && process.argv.length > many ? start() : undefined;
	const { exports: program, keep } = load();
	program.main(hasCores ? (task) => (ask ??= start())(task) : undefined);
	process.on("exit", () => keep(amount));
} else {
	const { exports: program } = load();
	parentPort?.once("message", (task) => void program.help(task).then((answer) => parentPort?.postMessage(answer)));
}

function load() {
	return loadCompiled<typeof import("./program.ts")>(join(__dirname, "cli-program.js"), codeFolder());
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
		return () => Promise.resolve(undefined);
	}
}
