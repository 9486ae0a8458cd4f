// Where the engine's programs come from: Debian's packages, unpacked into a cache and not installed, or Go modules.
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { cache } from "../cache.mjs";
import { isAlive } from "../processes.mjs";
import { enginePackages, installPackages, isInstalled } from "./requirements.mjs";

const execute = promisify(execFile);

/**
 * Provides the programs of engine "20" (this Debian's own), "26" (Debian trixie's) or "29" (built from Go modules, some minutes once).
 * `path` are the folders to search first, `plugins` holds buildx and compose; both survive in the cache.
 */
export async function loadBinaries(version, log) {
	await installPackages(enginePackages, log);
	const trixie = await cached("docker-26", log, unpackTrixie);
	if (version === "20") return { path: [], plugins: join(trixie, "cli-plugins"), proxy: undefined };
	if (version === "26") return { path: [join(trixie, "bin")], plugins: join(trixie, "cli-plugins"), proxy: join(trixie, "bin/docker-proxy") };
	if (version !== "29") throw new Error(`ENGINE is ${version}, but only 20, 26 and 29 are known`);
	const built = await cached("docker-29", log, buildModules);
	return { path: [join(built, "bin"), join(trixie, "bin")], plugins: join(built, "cli-plugins"), proxy: join(built, "bin/docker-proxy") };
}

/** Fills a folder of the cache once. Several processes may try at the same time: the first complete folder wins. */
export async function cached(name, log, fill) {
	const directory = join(cache, name);
	if (existsSync(directory)) return directory;
	const started = Date.now();
	const work = `${directory}.${process.pid}`;
	await rm(work, { recursive: true, force: true });
	await removeUnfinished(name);
	await mkdir(work, { recursive: true });
	log(`fetching ${name}`);
	try {
		await fill(work);
		await rename(work, directory).catch((error) => {
			if (!existsSync(directory)) throw error;
		});
	} finally {
		await rm(work, { recursive: true, force: true });
	}
	log(`${name} is ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
	return directory;
}

/** What a process left that was ended while it filled a folder. */
async function removeUnfinished(name) {
	for (const each of existsSync(cache) ? await readdir(cache) : []) {
		const owner = each.startsWith(`${name}.`) ? Number(each.slice(name.length + 1)) : Number.NaN;
		if (owner > 0 && !isAlive(owner)) await rm(join(cache, each), { recursive: true, force: true });
	}
}

/** The C library of bookworm is recent enough for all of trixie's programs but runc, which the installed docker.io brings. */
async function unpackTrixie(directory) {
	const work = join(directory, "work");
	for (const folder of ["lists/partial", "cache/archives/partial", "packages", "root"]) await mkdir(join(work, folder), { recursive: true });
	const source = [
		"Types: deb",
		`URIs: ${debianMirror()}`,
		"Suites: trixie",
		"Components: main",
		"Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg",
		"",
	];
	await writeFile(join(work, "trixie.sources"), source.join("\n"));
	// Lists and archives of its own: the machine's apt is left as it is.
	const settings = {
		"Dir::Etc::sourcelist": join(work, "trixie.sources"),
		"Dir::Etc::sourceparts": "-",
		"Dir::State::lists": join(work, "lists"),
		"Dir::Cache": join(work, "cache"),
		"APT::Sandbox::User": "root",
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
	await execute("apt-get", [...options, "-qq", "update"]);
	await execute("apt-get", [...options, "-qq", "download", "docker.io", "docker-cli", "containerd", "docker-buildx", "docker-compose"], {
		cwd: join(work, "packages"),
	});
	for (const file of await readdir(join(work, "packages"))) await execute("dpkg", ["-x", join(work, "packages", file), join(work, "root")]);

	await move(
		join(work, "root/usr"),
		["sbin/dockerd", "sbin/docker-proxy", "bin/docker", "bin/containerd", "bin/containerd-shim-runc-v2"],
		join(directory, "bin"),
	);
	await move(join(work, "root/usr/libexec/docker/cli-plugins"), ["docker-buildx", "docker-compose"], join(directory, "cli-plugins"));
	await rm(work, { recursive: true });
}

async function move(from, files, to) {
	await mkdir(to);
	for (const file of files) await rename(join(from, file), join(to, basename(file)));
}

/** The mirror that this machine's apt uses already. */
function debianMirror() {
	const targets = execFileSync("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Component: main"], { encoding: "utf8" });
	const mirror = targets.split("\n").find((uri) => /\/debian\/?$/.test(uri));
	if (!mirror) throw new Error("apt has no Debian mirror among its sources, so Docker's packages cannot be fetched");
	return mirror;
}

/** Published modules of moby 29 and its companions. Without libseccomp's headers there is no seccomp, which tests do not need. */
async function buildModules(directory) {
	if (!isInstalled("go") || !isInstalled("cc"))
		throw new Error("engine 29 is built from Go modules: install Go 1.26 or newer and a C compiler (apt-get install gcc)");
	const bin = join(directory, "bin");
	const plugins = join(directory, "cli-plugins");
	const work = join(directory, "work");
	for (const folder of [bin, plugins, work]) await mkdir(folder);
	const go = (args, env = {}) => execute("go", args, { cwd: work, env: { ...process.env, GOFLAGS: "-mod=mod", GOBIN: bin, ...env }, maxBuffer: 1 << 26 });
	const build = async (module, version, packages, output, variable) => {
		await rm(join(work, "go.sum"), { force: true });
		await writeFile(join(work, "go.mod"), "module engine\n\ngo 1.26\n");
		await go(["get", `${module}@${version}`]);
		await go(["build", "-trimpath", "-ldflags", `-X ${module}/${variable}`, "-o", output, ...packages.map((name) => `${module}/${name}`)], {
			CGO_ENABLED: "0",
		});
	};
	await build("github.com/moby/moby/v2", "v2.0.0-beta.24", ["cmd/dockerd", "cmd/docker-proxy"], `${bin}/`, "dockerversion.Version=29.0.0");
	await build("github.com/docker/buildx", "v0.30.1", ["cmd/buildx"], join(plugins, "docker-buildx"), "version.Version=v0.30.1");
	await build("github.com/docker/compose/v5", "v5.5.0", ["cmd"], join(plugins, "docker-compose"), "internal.Version=v5.5.0");
	await go(["install", "github.com/opencontainers/runc@v1.4.0"], { CGO_ENABLED: "1" });
	await rm(work, { recursive: true });
}
