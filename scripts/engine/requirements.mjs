// What the private engine needs from this machine, and how Debian's apt provides it.
import { execFile, execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Says in one sentence why a private engine cannot be started on this machine; undefined where it can. */
export function whyNoEngine() {
	if (process.platform !== "linux") return "a private Docker engine runs on Linux only";
	if (process.getuid?.() !== 0) return "a private Docker engine needs root (containers, bridges and mounts are made)";
	if (isChroot()) return "this is a chroot, and what an engine runs in a container there would reach the system around it";
	if (!isInstalled("apt-get")) return "a private Docker engine is fetched with Debian's apt, which is not here";
	return undefined;
}

/** Who enters a mount namespace, as runc does, gets its root. In a chroot that is not the root that is seen here. */
function isChroot() {
	const { dev, ino } = statSync("/");
	try {
		const entered = execFileSync("nsenter", ["--mount=/proc/self/ns/mnt", "stat", "--format=%d:%i", "/"], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		});
		return entered.trim() !== `${dev}:${ino}`;
	} catch {
		return false; // Where this is not allowed an engine will not start either, and say so.
	}
}

export function isInstalled(command) {
	try {
		execFileSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

/** Installs the packages whose commands are missing. `packages` maps a command to the Debian package that has it. */
export async function installPackages(packages, log) {
	const missing = Object.keys(packages).filter((command) => !isInstalled(command));
	if (!missing.length) return;
	const names = [...new Set(missing.map((command) => packages[command]))];
	log(`apt-get install ${names.join(" ")}`);
	// RUNLEVEL=1 keeps the packages from starting their services.
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
	await execute("apt-get", ["-qq", "update"], { env }).catch(() => undefined); // An unreachable extra source need not matter.
	try {
		await execute("apt-get", ["-qq", "-y", "--no-install-recommends", "install", ...names], { env, maxBuffer: 1 << 26 });
	} catch (error) {
		throw new Error(`could not install ${names.join(", ")} with apt-get; install them by hand\n${error.stderr ?? error}`, { cause: error });
	}
}

/** runc, iptables and the rest that newer engines share with Debian's own. */
export const enginePackages = { dockerd: "docker.io", iptables: "iptables", ip: "iproute2", busybox: "busybox-static" };
