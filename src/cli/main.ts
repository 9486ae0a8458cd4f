#!/usr/bin/env node
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { codeFolder, loadCompiled, type Amount } from "./code-cache.ts";

// By its own measure V8 optimises early and much, which costs a run of some hundred files half of its processor time. Set before anything is compiled: what is
// kept of compiled code counts for the same flags only.
setFlagsFromString("--interrupt-budget=500000");

const { exports: program, keep } = loadCompiled<typeof import("./program.ts")>(join(__dirname, "cli-program.js"), codeFolder());
if (isMainThread) {
	let amount: Amount = "few";
	program.main(() => {
		amount = "many";
	});
	process.on("exit", () => keep(amount));
} else {
	void program.help(workerData).then((answer) => parentPort?.postMessage(answer));
}
