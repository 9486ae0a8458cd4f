// A real VS Code from the npm registry alone: code-server's package holds VS Code's own server, and Node has packages too.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { cache } from "../cache.mjs";

const execute = promisify(execFile);

/** The newest VS Code, and the oldest that `engines.vscode` in package.json admits. */
const versions = {
	1.139: {
		codeServer: "4.139.1",
		integrity: "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
		node: "24.21.0",
		/** Large parts that no test needs. */
		unused: ["extensions/copilot", "node_modules/@github", "node_modules/@microsoft/mxc-sdk", "node_modules/@vscode/windows-process-tree"],
		finish: async () => undefined,
	},
	"1.100": {
		codeServer: "4.100.3",
		integrity: "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==",
		node: "20.20.2",
		unused: [],
		finish: finishOldest,
	},
};

/** Why VS Code's server cannot run here, in one sentence; undefined where it can. */
export function whyNoVsCode() {
	if (process.platform === "win32") return "VS Code's server for the browser runs on Linux and macOS only";
	return undefined;
}

/** Provides VS Code's server of a version (VSCODE, or the newest) from the cache, filling it in about half a minute. `node` is the program to run `entry` with. */
export async function ensureVsCode({ version = process.env["VSCODE"] || "1.139", log = (line) => console.error(`[vscode] ${line}`) } = {}) {
	const why = whyNoVsCode();
	if (why) throw new Error(why);
	const wanted = versions[version];
	if (!wanted) throw new Error(`VSCODE is ${version}, but only ${Object.keys(versions).join(" and ")} are known`);
	const directory = join(cache, `vscode-${version}-${wanted.codeServer}`);
	if (!existsSync(directory)) await install(wanted, directory, log);
	return { node: nodeIn(directory), entry: join(directory, "package/lib/vscode/out/server-main.js") };
}

const nodePackage = `node-${process.platform}-${process.arch}`;
const nodeIn = (directory) => join(directory, "node/node_modules", nodePackage, "bin/node");

async function install(wanted, directory, log) {
	const started = Date.now();
	const work = `${directory}.${process.pid}`;
	await rm(work, { recursive: true, force: true });
	await mkdir(join(work, "node"), { recursive: true });
	log(`fetching VS Code (code-server ${wanted.codeServer}) and Node ${wanted.node} from npm`);
	try {
		const npm = npmFor(work);
		await Promise.all([installPackage(npm, join(work, "node"), `${nodePackage}@${wanted.node}`), unpack(npm, wanted, work)]);
		const vscode = join(work, "package/lib/vscode");
		// Not `npm ci`: the package's own lock file is out of step with its package.json.
		const dependencies = ["install", "--ignore-scripts", "--omit=dev"];
		await Promise.all([npm(dependencies, vscode), npm(dependencies, join(vscode, "extensions"))]);
		// The one native module that is missed, the file logger, would need a compiler: without any, every Output channel stays empty.
		await copyFile(new URL("file-logger.cjs", import.meta.url), join(vscode, "node_modules/@vscode/spdlog/index.js"));
		await wanted.finish(npm, vscode, work);
		for (const path of wanted.unused) await rm(join(vscode, path), { recursive: true, force: true });
		for (const path of ["include", "share"]) await rm(join(work, "node/node_modules", nodePackage, path), { recursive: true, force: true });
		await linkScripts(vscode);
		await rename(work, directory).catch((error) => {
			if (!existsSync(directory)) throw error; // Another process was faster.
		});
	} finally {
		await rm(work, { recursive: true, force: true });
	}
	log(`VS Code is ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** npm run by VS Code's own Node, whose package holds the headers for native modules. */
function npmFor(work) {
	const modules = join(work, "node/node_modules", nodePackage);
	const env = {
		...process.env,
		npm_config_nodedir: modules,
		npm_config_audit: "false",
		npm_config_fund: "false",
		npm_config_update_notifier: "false",
		npm_config_yes: "true",
		npm_config_loglevel: "error",
	};
	// Settings of the npm that runs us belong to this project, not to the packages installed here.
	for (const name of ["NODE_OPTIONS", "npm_config_prefix", "npm_config_local_prefix", "npm_config_ignore_scripts", "npm_config_save_exact"]) delete env[name];
	return async (args, directory) => {
		try {
			return (
				await execute("npm", args, { cwd: directory, env: { ...env, PATH: `${join(modules, "bin")}${delimiter}${process.env["PATH"]}` }, maxBuffer: 1 << 26 })
			).stdout;
		} catch (error) {
			throw new Error(`npm ${args.join(" ")} failed:\n${error.stdout}${error.stderr}`, { cause: error });
		}
	};
}

async function installPackage(npm, directory, name) {
	await writeFile(join(directory, "package.json"), '{ "private": true }');
	await npm(["install", "--ignore-scripts", "--no-package-lock", name], directory);
}

async function unpack(npm, { codeServer, integrity }, work) {
	const packed = Object.values(JSON.parse(await npm(["pack", "--json", `code-server@${codeServer}`], work)))[0];
	if (packed.integrity !== integrity) throw new Error(`code-server ${codeServer} is not the package that was expected: ${packed.integrity}`);
	await execute("tar", ["xzf", packed.filename], { cwd: work });
	await rm(join(work, packed.filename));
}

/** The oldest version brings neither a built terminal (a compiler is needed) nor a search program. */
async function finishOldest(npm, vscode, work) {
	await npm(["rebuild", "node-pty"], vscode);
	await mkdir(join(work, "ripgrep"));
	await installPackage(npm, join(work, "ripgrep"), "@vscode/ripgrep-universal@1.18.0");
	const bin = join(vscode, "node_modules/@vscode/ripgrep/bin");
	await mkdir(bin, { recursive: true });
	await copyFile(join(work, `ripgrep/node_modules/@vscode/ripgrep-universal/bin/${process.platform}-${process.arch}/rg`), join(bin, "rg"));
	await chmod(join(bin, "rg"), 0o755);
	await rm(join(work, "ripgrep"), { recursive: true });
	await symlink("node_modules", join(vscode, "node_modules.asar"));
}

/** code-server's install script would make these links. */
async function linkScripts(vscode) {
	const suffix = process.platform === "darwin" ? "darwin.sh" : "linux.sh";
	const links = { "remote-cli/code-server": `code-${suffix}`, "helpers/browser.sh": `browser-${suffix}` };
	for (const [name, target] of Object.entries(links)) {
		await rm(join(vscode, "bin", name), { force: true });
		await symlink(target, join(vscode, "bin", name));
	}
}
