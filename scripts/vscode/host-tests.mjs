// Runs test/host with mocha inside VS Code's extension host, against the installed VSIX. The browser is only the window that VS Code wants.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../dependencies.mjs";
import { vsixPath } from "../package.mjs";
import { launchBrowser } from "./browser.mjs";
import { ensureVsCode } from "./install.mjs";
import { makeProfile } from "./profile.mjs";
import { installExtension, startServer } from "./server.mjs";

const limit = 120_000;
const bundles = join(root, "out/host-tests");
const reportFile = join(root, "out/report/host.json");

await mkdir(join(root, "out/report"), { recursive: true });
await rm(reportFile, { force: true });
await bundleTests();
const vscode = await ensureVsCode();
const profile = await makeProfile();
let browser;
let server;
try {
	await installExtension(vscode, profile, vsixPath());
	server = await startServer(vscode, profile, { extensionTests: true, env: { HOST_TEST_REPORT: reportFile } });
	browser = await launchBrowser();
	const code = await runInWindow(await browser.newPage({ viewport: { width: 1400, height: 900 } }));
	// The code alone could be that of a run without any test.
	const { stats } = JSON.parse(await readFile(reportFile, "utf8"));
	console.log(`${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped in the extension host (${(stats.duration / 1000).toFixed(1)} s)`);
	process.exitCode = code === 0 && stats.tests > 0 && stats.failures === 0 ? 0 : 1;
} catch (error) {
	console.error(error.message);
	if (server) console.error((await readFile(server.logFile, "utf8")).slice(-3000));
	process.exitCode = 1;
} finally {
	await browser?.close();
	await server?.stop();
	await profile.remove();
}
process.exit();

async function bundleTests() {
	const files = (await readdir(join(root, "test/host"))).filter((file) => file.endsWith(".ts"));
	await rm(bundles, { recursive: true, force: true });
	await esbuild.build({
		absWorkingDir: root,
		entryPoints: files.map((file) => `test/host/${file}`),
		outdir: bundles,
		bundle: true,
		platform: "node",
		format: "cjs",
		target: "node20",
		sourcemap: "inline",
		external: ["vscode", "mocha"],
		logLevel: "warning",
	});
}

/** Opens VS Code with the tests named in its URL. Answers 0 if they passed. */
async function runInWindow(page) {
	// Tests want some extension under development: an empty one, so that the one under test is the installed one.
	const empty = join(profile.directory, "empty-extension");
	await mkdir(empty);
	await writeFile(join(empty, "package.json"), JSON.stringify({ name: "empty", publisher: "hullwright", version: "0.0.1", engines: { vscode: "*" } }));
	const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
	const payload = [
		["extensionDevelopmentPath", remote(empty)],
		["extensionTestsPath", remote(join(bundles, "index.js"))],
	];
	try {
		return await new Promise((resolve, reject) => {
			setTimeout(() => reject(new Error(`the tests in the extension host did not end within ${limit / 1000} s`)), limit).unref();
			page.on("crash", () => reject(new Error("the window of the tests crashed")));
			// VS Code calls these two with what the tests print, and when they have ended.
			const ready = [
				page.exposeFunction("codeAutomationLog", (_type, words) => printTestLine(words.map(String).join(" "))),
				page.exposeFunction("codeAutomationExit", resolve),
			];
			const url = `${server.url}/?folder=${encodeURIComponent(profile.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
			Promise.all(ready)
				.then(() => page.goto(url))
				.catch(reject);
		});
	} catch (error) {
		await page.screenshot({ path: join(root, "out/report/host.png") }).catch(() => undefined);
		throw error;
	}
}

/** The window's own messages come the same way; ours are indented. */
function printTestLine(line) {
	if (/^ {2}(?:ok|FAIL|skip) /.test(line)) console.log(line);
}
