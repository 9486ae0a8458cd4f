// A private Docker engine: own socket, storage, bridge and addresses. It never touches another engine of this machine.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { answers } from "./answers.mjs";
import { loadBinaries } from "./binaries.mjs";
import { isAlive } from "../processes.mjs";
import { whyNoEngine } from "./requirements.mjs";
import { addressPool, bridgeName, firewallRules, groupName, prefix, removeAbandoned, removeTraces } from "./traces.mjs";

export { whyNoEngine };

/**
 * Starts a private engine, version "20", "26" or "29" (default: ENGINE or 26), in one to two seconds once its programs are cached.
 * Call `stop` in the end; a process that exits without it still takes everything away.
 * `env` has DOCKER_HOST, DOCKER_SOCK, DOCKER_CONFIG (with buildx and compose) and a PATH with the fitting docker CLI.
 * With `tls` it listens on that port of 127.0.0.1 as well, for those whose certificate is by the authority of ca.pem in the folder, which has server-cert.pem and server-key.pem.
 * `kill` ends the engine as a crash does, `start` brings it back on the same socket with the same containers.
 * @param {{ version?: string, log?: (line: string) => void, tls?: { port: number, folder: string } }} [options]
 */
export async function startEngine({ version = process.env["ENGINE"] || "26", log = (line) => console.error(`[engine] ${line}`), tls } = {}) {
	const why = whyNoEngine();
	if (why) throw new Error(why);
	const binaries = await loadBinaries(version, log);
	removeAbandoned(log);

	const directory = await mkdtemp(join(tmpdir(), prefix));
	const number = makeBridge();
	const record = { owner: process.pid, directory, number };
	await writeFile(join(directory, "engine.json"), JSON.stringify(record));
	const removeAtExit = () => removeTraces(record);
	process.once("exit", removeAtExit);
	for (const { table, chain, match } of firewallRules(number)) execFileSync("iptables", ["-w", "-t", table, "-I", chain, ...match]);

	const config = join(directory, "config");
	await mkdir(config);
	await symlink(binaries.plugins, join(config, "cli-plugins"));
	const socket = join(directory, "docker.sock");
	const PATH = [...binaries.path, "/usr/sbin", "/sbin", process.env["PATH"]].join(delimiter);
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, PATH, DOCKER_HOST: `unix://${socket}`, DOCKER_SOCK: socket, DOCKER_CONFIG: config };
	delete env["DOCKER_CONTEXT"];
	delete env["DOCKER_TLS_VERIFY"];

	let daemon;
	const engine = {
		version,
		socket,
		env,
		directory,
		/** Ends the daemon at once; its socket file stays. Containers keep running and are found again by `start`. */
		async kill() {
			daemon.kill("SIGKILL");
			const pidFile = join(directory, "exec/containerd/containerd.pid");
			const containerd = await readFile(pidFile, "utf8").catch(() => "");
			while (isAlive(daemon.pid)) await delay(10);
			// containerd ends with it, a moment later; the next dockerd finds its socket taken until then.
			while (containerd && (await isRunning(containerd))) await delay(10);
			// Where nobody collects that process, its number would look alive to the next dockerd, which then waits 10 s for it.
			await rm(pidFile, { force: true });
		},
		/** Answers when the engine does. */
		async start() {
			daemon = startDaemon({ directory, number, socket, binaries, version, PATH, tls });
			await untilUp(daemon, socket, join(directory, "dockerd.log"));
		},
		/** Ends the engine and its containers, and removes every trace of it. */
		async stop() {
			process.off("exit", removeAtExit);
			removeContainers(env);
			removeTraces(record);
		},
	};
	const started = Date.now();
	try {
		await engine.start();
	} catch (error) {
		await engine.stop();
		throw error;
	}
	log(`Docker ${version} is up after ${((Date.now() - started) / 1000).toFixed(1)} s`);
	return engine;
}

/** The bridge's name is the lock on a range of addresses: of several engines that start at once, each gets its own. */
function makeBridge() {
	for (let number = 60; number < 250; number++) {
		const bridge = bridgeName(number);
		try {
			execFileSync("ip", ["link", "add", "name", bridge, "type", "bridge"], { stdio: "pipe" });
		} catch (error) {
			if (/File exists/.test(String(error.stderr))) continue;
			throw new Error(`cannot make a network bridge here: ${String(error.stderr).trim()}`, { cause: error });
		}
		execFileSync("ip", ["addr", "add", `10.${number}.0.1/24`, "dev", bridge]);
		execFileSync("ip", ["link", "set", bridge, "up"]);
		return number;
	}
	throw new Error("every bridge from hullwright60 to hullwright249 is taken");
}

function startDaemon({ directory, number, socket, binaries, version, PATH, tls }) {
	const log = openSync(join(directory, "dockerd.log"), "a");
	const options = {
		host: `unix://${socket}`,
		"data-root": join(directory, "data"),
		"exec-root": join(directory, "exec"),
		pidfile: join(directory, "pid"),
		bridge: bridgeName(number),
		"fixed-cidr": `10.${number}.0.0/24`,
		"default-address-pool": `base=${addressPool(number).replace(".0.0/16", ".128.0/17")},size=24`,
		"cgroup-parent": `/${groupName(number)}`,
		"exec-opt": "native.cgroupdriver=cgroupfs",
		iptables: "false",
		"live-restore": "true",
		...(binaries.proxy && { "userland-proxy-path": binaries.proxy }),
		...(version === "29" && { "seccomp-profile": "unconfined" }),
	};
	const secured = tls && {
		tlsverify: "true",
		tlscacert: join(tls.folder, "ca.pem"),
		tlscert: join(tls.folder, "server-cert.pem"),
		tlskey: join(tls.folder, "server-key.pem"),
	};
	const args = Object.entries({ ...options, ...secured }).map(([name, value]) => `--${name}=${value}`);
	if (tls) args.push(`--host=tcp://127.0.0.1:${tls.port}`);
	// A process group of its own: Ctrl+C in the terminal must reach us first, who then end it in order.
	const daemon = spawn("dockerd", args, { env: { ...process.env, PATH }, stdio: ["ignore", log, log], detached: true });
	closeSync(log);
	daemon.on("error", () => undefined); // `untilUp` tells it.
	return daemon;
}

async function untilUp(daemon, socket, logFile) {
	const started = Date.now();
	while (!(await answers(socket))) {
		const ended = daemon.pid === undefined || !isAlive(daemon.pid);
		if (ended || Date.now() - started > 30_000)
			throw new Error(`dockerd ${ended ? "ended" : "did not answer in 30 s"}:\n${readFileSync(logFile, "utf8").slice(-3000)}`);
		await delay(30);
	}
}

/** In order, through the engine, so that its control groups go too; what remains of a dead engine is removed by force afterwards. */
function removeContainers(env) {
	const docker = (...args) => execFileSync("docker", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 });
	try {
		const containers = docker("ps", "--all", "--quiet").split("\n").filter(Boolean);
		if (containers.length) docker("rm", "--force", ...containers);
	} catch {
		// It does not answer.
	}
}

/** Not where it has ended and is only not collected. */
async function isRunning(pid) {
	const stat = await readFile(`/proc/${pid.trim()}/stat`, "utf8").catch(() => "");
	return stat !== "" && !/\) [ZX] /.test(stat);
}
