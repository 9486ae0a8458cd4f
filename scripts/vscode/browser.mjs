// A browser without a window.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "../cache.mjs";
import { installPackages } from "../engine/requirements.mjs";

/** Launches CHROMIUM, else the one from npm, else an installed one, else Debian's, which apt then installs. */
export function launchBrowser() {
	return launch((chromium, options) => chromium.launch(options));
}

/** As `launchBrowser`; in a folder it keeps what it has loaded and compiled, so that the same page opens in half of the time again. Nothing but this machine can be reached. */
export function launchLasting(folder, context) {
	const alone = ["--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"];
	return launch((chromium, { args, ...options }) => chromium.launchPersistentContext(folder, { ...options, ...context, args: [...args, ...alone] }));
}

async function launch(start, log = (line) => console.error(`[browser] ${line}`)) {
	const { chromium } = await import("playwright-core");
	const args = [
		"--no-sandbox",
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
		"--disable-dev-shm-usage",
	];
	const sources = [() => process.env["CHROMIUM"], fromNpm, () => installed(), fromApt];
	const failures = [];
	for (const find of sources) {
		try {
			const executablePath = await find(log);
			if (executablePath) return await start(chromium, { executablePath, args });
		} catch (error) {
			failures.push(String(error).split("\n").slice(0, 3).join(" "));
		}
	}
	throw new Error(`no browser could be started; install Chromium or set CHROMIUM to its program:\n${failures.join("\n")}`);
}

/** It brings all libraries but libnss3, and crashes later rather than at once where that is missing. */
async function fromNpm() {
	if (process.platform !== "linux" || process.arch !== "x64" || !hasLibrary("libnss3.so")) return undefined;
	const chromium = (await import("@sparticuz/chromium")).default;
	// It unpacks itself into the temporary folder; in the cache it is found again.
	const temporary = process.env["TMPDIR"];
	process.env["TMPDIR"] = join(cache, "chromium");
	await mkdir(process.env["TMPDIR"], { recursive: true });
	try {
		return await chromium.executablePath();
	} finally {
		if (temporary === undefined) delete process.env["TMPDIR"];
		else process.env["TMPDIR"] = temporary;
	}
}

function hasLibrary(name) {
	try {
		return execFileSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" }).includes(name);
	} catch {
		return false;
	}
}

function installed() {
	return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(
		(file) => existsSync(file),
	);
}

async function fromApt(log) {
	if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
	await installPackages({ chromium: "chromium" }, log);
	return installed();
}
