// What an engine leaves on the machine, and how it is taken away again. Synchronous, so that it also works while a process exits.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, listProcesses, withDescendants } from "../processes.mjs";

export const prefix = "hullwright-engine-";

/**
 * Ends an engine's processes and removes its containers' processes, mounts, bridges, firewall rules, control groups and folder.
 * `engine` is the record that `startEngine` keeps in the folder: the traces of a process that was killed can be removed by the next.
 */
export function removeTraces({ directory, number }) {
	endProcesses(directory);
	for (const mount of mountsBelow(directory)) attempt("umount", ["-l", mount]);
	for (const bridge of bridgesIn(number)) attempt("ip", ["link", "del", bridge]);
	for (const rule of firewallRules(number)) attempt("iptables", ["-w", "-t", rule.table, "-D", rule.chain, ...rule.match]);
	for (const controller of ["", ...readdirSync("/sys/fs/cgroup")]) removeGroup(join("/sys/fs/cgroup", controller, groupName(number)));
	rmSync(directory, { recursive: true, force: true });
}

/** Removes what engines left behind whose process was killed before it could clean up. */
export function removeAbandoned(log) {
	for (const name of readdirSync(tmpdir())) {
		const record = join(tmpdir(), name, "engine.json");
		if (!name.startsWith(prefix) || !existsSync(record)) continue;
		const engine = JSON.parse(readFileSync(record, "utf8"));
		if (isAlive(engine.owner)) continue;
		log(`removing what an engine of the ended process ${engine.owner} left behind`);
		removeTraces(engine);
	}
}

export const bridgeName = (number) => `hullwright${number}`;
export const groupName = (number) => `hullwright${number}`;
/** Every address that containers of this engine get. */
export const addressPool = (number) => `10.${number}.0.0/16`;

/** Lets containers reach the outside without dockerd's own rules: a second dockerd would rewrite those of the machine's engine. */
export function firewallRules(number) {
	const pool = addressPool(number);
	return [
		{ table: "nat", chain: "POSTROUTING", match: ["-s", pool, "!", "-d", pool, "-j", "MASQUERADE"] },
		{ table: "filter", chain: "FORWARD", match: ["-s", pool, "-j", "ACCEPT"] },
		{ table: "filter", chain: "FORWARD", match: ["-d", pool, "-j", "ACCEPT"] },
	];
}

function endProcesses(directory) {
	// Only programs that the engine starts: a test that runs beside it may name the same folder in its arguments.
	const engineProgram = /^(?:[^\0]*\/)?(?:dockerd|containerd|containerd-shim-runc-v2|docker-proxy)\0/;
	for (let round = 0; round < 50; round++) {
		const processes = listProcesses();
		const ours = processes.filter(({ command }) => engineProgram.test(command) && command.includes(directory)).map(({ pid }) => pid);
		if (!ours.length) return;
		// Containers do not name the folder, but descend from a shim that does.
		for (const pid of withDescendants(ours, processes)) {
			try {
				process.kill(pid, "SIGKILL");
			} catch {
				// It has ended meanwhile.
			}
		}
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
	}
}

function mountsBelow(directory) {
	const points = readFileSync("/proc/mounts", "utf8")
		.split("\n")
		.map((line) => line.split(" ")[1] ?? "");
	return points.filter((point) => point.startsWith(`${directory}/`)).reverse();
}

function bridgesIn(number) {
	const addresses = execFileSync("ip", ["-o", "-4", "addr"], { encoding: "utf8" });
	return [...addresses.matchAll(/^\d+: (\S+)\s+inet 10\.(\d+)\./gm)]
		.filter(([, , pool]) => Number(pool) === number)
		.map(([, name]) => name)
		.filter((name) => name === bridgeName(number) || /^(br-|docker_gwbridge)/.test(name));
}

function removeGroup(directory) {
	if (!existsSync(directory)) return;
	for (const entry of readdirSync(directory, { withFileTypes: true })) if (entry.isDirectory()) removeGroup(join(directory, entry.name));
	try {
		rmdirSync(directory);
	} catch {
		// The kernel still counts an ended process; an empty group costs nothing.
	}
}

function attempt(command, args) {
	try {
		execFileSync(command, args, { stdio: "ignore" });
	} catch {
		// It is gone already, which is what was wanted.
	}
}
