// npm start: a real VS Code with Hullwright and the sample workspace in it. README.md tells the options.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./dependencies.mjs";
import { onEnd } from "./signals.mjs";

const options = /** @type {const} */ ({
	code: { type: "boolean", default: false },
	engine: { type: "boolean", default: false },
	port: { type: "string", default: "0" },
	help: { type: "boolean", default: false },
});
const { values: chosen } = readOptions();
if (chosen.help) {
	console.log(`npm start -- [--code] [--engine] [--port NUMBER]

  --code     open the desktop VS Code (the command "code") instead of the browser, with a profile of its own
  --engine   start a private Docker engine with the sample's containers, and end it again (Linux, as root)
  --port     the port to serve VS Code on, on this machine only; otherwise a free one`);
	process.exit();
}
ensureDependencies();

// Only now: these need the packages.
const { packExtension } = await import("./package.mjs");
const { makeProfile } = await import("./vscode/profile.mjs");
const { ensureVsCode, whyNoVsCode } = await import("./vscode/install.mjs");
const { installExtension, startServer } = await import("./vscode/server.mjs");
const { startEngine, whyNoEngine } = await import("./engine/engine.mjs");
const { startSampleContainers } = await import("./engine/sample-containers.mjs");

const why = (chosen.engine && whyNoEngine()) || (!chosen.code && whyNoVsCode() && `${whyNoVsCode()}: install VS Code and use "npm start -- --code"`);
if (why) fail(why);
if (chosen.code && !hasDesktopCode())
	fail('there is no command "code" here: install VS Code (https://code.visualstudio.com) and its shell command, or leave out --code');

/** How to end what runs, in the order in which it began. */
const started = [];
let ending;
onEnd(() => void end(0));

try {
	console.log("Building Hullwright, and fetching what is missing…");
	const [vsix, vscode, engine] = await together([
		packExtension(),
		chosen.code ? undefined : ensureVsCode({ log: console.log }),
		chosen.engine ? startEngine({ log: console.log }).then((it) => (started.push(it.stop), it)) : undefined,
	]);
	const profile = await makeProfile();
	started.push(profile.remove);
	if (engine) await startSampleContainers(engine, profile.workspace);
	if (chosen.code) await openDesktop(profile, vsix, engine?.env);
	else await serve(vscode, profile, vsix, engine?.env);
} catch (error) {
	console.error(error.message);
	await end(1);
}

async function serve(vscode, profile, vsix, env) {
	await installExtension(vscode, profile, vsix);
	const server = await startServer(vscode, profile, { env, port: Number(chosen.port) });
	started.push(server.stop);
	console.log(`
VS Code with Hullwright:  ${server.url}/?folder=${encodeURIComponent(profile.workspace)}

Open ai-service/Dockerfile to see what Hullwright finds; the ship in the activity bar shows containers.
${env ? "The containers are those of a private engine." : "The containers are those of DOCKER_HOST, of the docker CLI's context or of the default socket (--engine starts a private engine)."}
Ctrl+C ends it.`);
	await server.exited;
	await end(1);
}

async function openDesktop(profile, vsix, env = process.env) {
	const own = ["--user-data-dir", join(profile.directory, "data"), "--extensions-dir", join(profile.directory, "extensions")];
	const code = (...args) => spawnSync("code", [...own, ...args], { env, stdio: "inherit", shell: process.platform === "win32" }).status;
	if (code("--install-extension", vsix, "--force") !== 0) throw new Error("VS Code did not install the extension");
	console.log("VS Code opens with a profile of its own; close its window to end this.");
	code("--new-window", "--wait", profile.workspace);
	await end(0);
}

/** Waits for all even if one fails, so that whatever was started is known and can be ended. */
async function together(promises) {
	const results = await Promise.allSettled(promises);
	return results.map((result) => {
		if (result.status === "rejected") throw result.reason;
		return result.value;
	});
}

async function end(code) {
	ending ??= (async () => {
		for (const stop of started.reverse()) await stop();
		process.exit(code);
	})();
	await ending;
}

function hasDesktopCode() {
	return spawnSync("code", ["--version"], { stdio: "ignore", shell: process.platform === "win32" }).status === 0;
}

function readOptions() {
	try {
		return parseArgs({ options });
	} catch (error) {
		return fail(`${error.message}; "npm start -- --help" tells the options`);
	}
}

/** @returns {never} */
function fail(message) {
	console.error(message);
	process.exit(2);
}
