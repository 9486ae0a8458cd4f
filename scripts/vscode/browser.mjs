// A browser without a window.
import { existsSync } from "node:fs";
import { installPackages } from "../engine/requirements.mjs";

/** Launches CHROMIUM, else the one from npm, else an installed one, else Debian's, which apt then installs. */
export async function launchBrowser({ log = (line) => console.error(`[browser] ${line}`) } = {}) {
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
	const sources = [() => process.env.CHROMIUM, fromNpm, () => installed(), fromApt];
	const failures = [];
	for (const find of sources) {
		try {
			const executablePath = await find(log);
			if (executablePath) return await chromium.launch({ executablePath, args });
		} catch (error) {
			failures.push(String(error).split("\n").slice(0, 3).join(" "));
		}
	}
	throw new Error(`no browser could be started; install Chromium or set CHROMIUM to its program:\n${failures.join("\n")}`);
}

async function fromNpm() {
	if (process.platform !== "linux" || process.arch !== "x64") return undefined;
	return (await import("@sparticuz/chromium")).default.executablePath();
}

function installed() {
	return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(
		(file) => existsSync(file),
	);
}

async function fromApt(log) {
	if (process.platform !== "linux" || process.getuid() !== 0) return undefined;
	await installPackages({ chromium: "chromium" }, log);
	return installed();
}
