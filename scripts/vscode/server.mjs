// Starts VS Code's own server, the one that Remote windows use, for a browser on this machine.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, cpSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { cache } from "../cache.mjs";

const execute = promisify(execFile);

/** Installs the extension into a profile. VS Code does it once for each package and takes seconds; each further profile gets a copy of what it made, in which paths are relative. */
export async function installExtension(vscode, profile, vsix) {
	cpSync(await installed(vscode, vsix), join(profile.directory, "extensions"), { recursive: true });
}

/** As `installExtension`, with a link to what VS Code made, for a profile that lives shortly: to copy a thousand files takes a second. */
export async function linkExtension(vscode, profile, vsix) {
	const from = await installed(vscode, vsix);
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(profile.directory, "extensions", entry.name)];
		await (entry.isDirectory() ? symlink(source, target) : copyFile(source, target));
	}
}

/** The folder of extensions with this one alone. */
async function installed(vscode, vsix) {
	const key = createHash("sha256")
		.update(vscode.entry)
		.update(await readFile(vsix))
		.digest("hex")
		.slice(0, 16);
	const all = join(cache, "installed");
	const made = join(all, key);
	if (!existsSync(made)) {
		const work = join(all, `${key}.${process.pid}`);
		for (const folder of ["home", "tmp"]) await mkdir(join(work, folder), { recursive: true });
		await install(vscode, { directory: work, home: join(work, "home"), temporary: join(work, "tmp") }, vsix);
		// Of packages that are no more; another process may be making one just now.
		for (const name of await readdir(all)) {
			const used = statSync(join(all, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
			const isOld = Date.now() - used > 3_600_000;
			if (isOld && !name.startsWith(key)) await rm(join(all, name), { recursive: true, force: true });
		}
		await rename(work, made).catch(() => rm(work, { recursive: true, force: true }));
	}
	await utimes(made, new Date(), new Date());
	return join(made, "extensions");
}

async function install(vscode, profile, vsix) {
	const { stdout, stderr } = await execute(vscode.node, [vscode.entry, ...profileArguments(profile), "--install-extension", vsix, "--force"], {
		env: environment(profile, {}),
	});
	if (!/successfully installed/.test(stdout)) throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
}

/**
 * Starts the server on a loopback port (0: a free one) and answers when it listens.
 * Every workspace is trusted unless `asksForTrust`.
 * With `extensionTests`, VS Code heeds the tests named in the URL, and shows no notifications: such a window is for in-host tests only.
 * `stop` ends the server with its extension hosts, language servers and shells.
 */
export async function startServer(vscode, profile, { env = {}, port = 0, asksForTrust = false, extensionTests = false } = {}) {
	const logFile = join(profile.directory, "server.log");
	const log = openSync(logFile, "a");
	const args = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", ...profileArguments(profile)];
	if (!asksForTrust) args.push("--disable-workspace-trust");
	if (extensionTests) args.push("--enable-smoke-test-driver");
	// A process group of its own, so that all of it can be ended.
	const child = spawn(vscode.node, [vscode.entry, ...args], { env: environment(profile, env), stdio: ["ignore", log, log], detached: true });
	closeSync(log);
	let ended = false;
	const exited = new Promise((resolve) => child.once("exit", resolve)).then(() => (ended = true));
	const signalGroup = (signal) => {
		try {
			if (child.pid !== undefined) process.kill(-child.pid, signal);
		} catch {
			// The whole group is gone.
		}
	};
	const killAtExit = () => signalGroup("SIGKILL");
	process.once("exit", killAtExit);

	const listening = () => /Extension host agent listening on (\d+)/.exec(readFileSync(logFile, "utf8"));
	for (const started = Date.now(); !listening(); await delay(50)) {
		if (!ended && Date.now() - started < 30_000) continue;
		killAtExit();
		throw new Error(`VS Code's server ${ended ? "ended" : "did not start in 30 s"}:\n${readFileSync(logFile, "utf8").slice(-3000)}`);
	}
	const stop = async () => {
		process.off("exit", killAtExit);
		signalGroup("SIGTERM");
		await Promise.race([exited, delay(3000, undefined, { ref: false })]);
		signalGroup("SIGKILL");
	};
	const listeningAt = Number(listening()?.[1]);
	return { url: `http://127.0.0.1:${listeningAt}`, port: listeningAt, pid: child.pid, logFile, exited, stop };
}

const profileArguments = ({ directory }) => [
	"--server-data-dir",
	directory,
	"--accept-server-license-terms",
	"--disable-telemetry",
	"--telemetry-level",
	"off",
];

/** All that VS Code writes stays in the profile, and without a gallery it asks nothing of the network. */
function environment({ home, temporary }, env) {
	const all = {
		...process.env,
		HOME: home,
		TMPDIR: temporary,
		XDG_RUNTIME_DIR: temporary,
		XDG_CONFIG_HOME: join(home, ".config"),
		XDG_DATA_HOME: join(home, ".local/share"),
		XDG_CACHE_HOME: join(home, ".cache"),
		EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "", itemUrl: "", resourceUrlTemplate: "", controlUrl: "", recommendationsUrl: "" }),
		NODE_OPTIONS: "",
		...env,
	};
	// A VS Code that this runs inside of must not be taken for ours.
	for (const name of Object.keys(all)) if (name.startsWith("VSCODE") && !(name in env)) delete all[name];
	return all;
}
