// Debian's Podman, unpacked into the cache and not installed, as a service on a socket of its own.
import { execFile, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { answers } from "./answers.mjs";
import { cached } from "./binaries.mjs";
import { importBusybox } from "./images.mjs";
import { enginePackages, installPackages, whyNoEngine } from "./requirements.mjs";

const execute = promisify(execFile);
const packages = ["podman", "conmon", "golang-github-containers-common", "golang-github-containers-image", "libgpgme11", "libassuan0", "libsubid4"];

/** Starts Podman's service with the image busybox:test. `start` and `kill` are as those of an engine; after `stop` nothing of it is left. */
export async function startPodman({ log = (line) => console.error(`[podman] ${line}`) } = {}) {
	const why = whyNoEngine();
	if (why) throw new Error(why);
	await installPackages(enginePackages, log);
	const root = await cached("podman", log, unpack);
	const directory = await mkdtemp(join(tmpdir(), "hullwright-podman-"));
	const socket = join(directory, "podman.sock");
	const home = join(directory, "home");
	await mkdir(join(home, ".config/containers"), { recursive: true });
	await writeFile(join(home, ".config/containers/policy.json"), '{ "default": [{ "type": "insecureAcceptAnything" }] }');
	await writeFile(join(directory, "containers.conf"), configuration(root, directory));
	await writeFile(
		join(directory, "storage.conf"),
		`[storage]\ndriver = "vfs"\nrunroot = "${join(directory, "run")}"\ngraphroot = "${join(directory, "data")}"\n`,
	);
	const env = {
		HOME: home,
		XDG_RUNTIME_DIR: directory,
		CONTAINERS_CONF: join(directory, "containers.conf"),
		CONTAINERS_STORAGE_CONF: join(directory, "storage.conf"),
		CONTAINERS_REGISTRIES_CONF: join(root, "etc/containers/registries.conf"),
		LD_LIBRARY_PATH: join(root, "usr/lib/x86_64-linux-gnu"),
		PATH: [join(root, "usr/bin"), "/usr/sbin", "/sbin", process.env["PATH"]].join(delimiter),
	};
	const podman = (...args) => execFileSync("podman", args, { env, stdio: "pipe", encoding: "utf8" });

	const service = spawn("podman", ["system", "service", "--time", "0", `unix://${socket}`], { env, stdio: "ignore" });
	const endAtExit = () => endProcesses(directory);
	process.once("exit", endAtExit);
	const stop = async () => {
		process.off("exit", endAtExit);
		service.kill("SIGKILL");
		podman("rm", "--all", "--force", "--time", "0");
		endProcesses(directory);
		await rm(directory, { recursive: true, force: true });
	};
	try {
		for (let tries = 0; !(await answers(socket)); tries++) {
			if (tries > 200 || service.exitCode !== null) throw new Error("Podman's service does not answer");
			await delay(50);
		}
		await importBusybox({ env: { ...process.env, DOCKER_HOST: `unix://${socket}` } });
	} catch (error) {
		await stop();
		throw error;
	}
	return { socket, podman, stop };
}

/** What watches over a container or a shell in it goes on for minutes after its end. All have the folder in their command lines. */
function endProcesses(directory) {
	for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
		try {
			if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes(directory)) process.kill(Number(name), "SIGKILL");
		} catch {
			// It has ended meanwhile.
		}
	}
}

/** runc, as crun wants another kind of cgroups than many machines have; no network, as nothing here needs one. */
const configuration = (root, directory) => `[engine]
runtime = "runc"
conmon_path = ["${join(root, "usr/bin/conmon")}"]
events_logger = "file"
cgroup_manager = "cgroupfs"
tmp_dir = "${join(directory, "tmp")}"
[containers]
default_ulimits = ["nofile=8192:8192", "nproc=8192:8192"]
netns = "none"
`;

async function unpack(directory) {
	const work = join(directory, "work");
	await mkdir(work);
	await execute("apt-get", ["-qq", "-o", "APT::Sandbox::User=root", "download", ...packages], { cwd: work });
	for (const file of await readdir(work)) await execute("dpkg", ["-x", join(work, file), directory]);
	await rm(work, { recursive: true });
}
