// The processes of this machine, read from Linux's /proc: a small Debian has no ps.
import { readdirSync, readFileSync } from "node:fs";

/** A zombie counts as ended: nobody may have collected it yet. */
export function isAlive(pid) {
	return readProcess(pid) !== undefined;
}

/** Every process that lives. `command` is the program and its arguments, with a NUL after each. Empty where there is no /proc. */
export function listProcesses() {
	if (process.platform !== "linux") return [];
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => readProcess(name) ?? []);
}

/** Process ids: those given and all that descend from them. */
export function withDescendants(pids, processes = listProcesses()) {
	const all = new Set(pids);
	// A set that grows while it is walked is walked to its new end.
	for (const pid of all) for (const { pid: child, parent } of processes) if (parent === pid) all.add(child);
	return all;
}

function readProcess(pid) {
	try {
		const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
		if (state === "Z" || state === "X") return undefined;
		return { pid: Number(pid), parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, "utf8") };
	} catch {
		return undefined; // It has ended, maybe while we looked.
	}
}
