// The project's npm packages. Plain Node, for it runs before there are any.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages of package-lock.json if they are missing or others. Ends the process with advice where that cannot work. */
export function ensureDependencies() {
	if (Number(process.versions.node.split(".")[0]) < 20) stop(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org)`);
	const { devDependencies } = readJson("package.json");
	const isInstalled = ([name, version]) =>
		existsSync(`${root}node_modules/${name}/package.json`) && readJson(`node_modules/${name}/package.json`).version === version;
	if (Object.entries(devDependencies).every(isInstalled)) return;
	console.log("Installing the packages that Hullwright is built with (npm ci)…");
	// npm names its own program to the scripts that it runs; on Windows `npm` alone is no program.
	const npm = process.env["npm_execpath"] ? [process.execPath, process.env["npm_execpath"]] : ["npm"];
	const { status } = spawnSync(npm[0], [...npm.slice(1), "ci", "--ignore-scripts"], { cwd: root, stdio: "inherit" });
	if (status !== 0) stop("npm ci did not succeed; the lines above say why. Is the package registry in reach?");
}

function readJson(file) {
	return JSON.parse(readFileSync(`${root}${file}`, "utf8"));
}

function stop(message) {
	console.error(message);
	process.exit(1);
}
