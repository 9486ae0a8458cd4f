// npm test [-- TIER…]: all tests, or those of some tiers. Sets up what they need; what cannot be had here is named in the table.
// A program that passes or fails as a whole (types four times, lint, format, unused, package) counts as one test.
import { parseArgs } from "node:util";
import { ensureDependencies, root } from "./dependencies.mjs";
import { onEnd } from "./signals.mjs";

const tiers = ["types", "lint", "format", "unused", "unit", "package", "docker", "host", "ui"];
const quick = ["types", "lint", "format", "unused", "unit"];
const { chosen, repeat } = readArguments();
ensureDependencies();

// Only now: these need the packages.
const { runChecks, runHostTests, runVitest } = await import("./testing/stage.mjs");
const { secondAttempts, toSum, toTable } = await import("./testing/table.mjs");
const { provideEngine } = await import("./testing/provide-engine.mjs");
const { ensureVsCode, whyNoVsCode } = await import("./vscode/install.mjs");

process.chdir(root);
const rows = [];
onEnd(() => process.exit(130));

// Downloads run beside the quick checks.
const log = (line) => console.log(`      ${line}`);
const engineLoading = chosen.some((tier) => ["docker", "host", "ui"].includes(tier)) ? provideEngine(log) : undefined;
/** @type {Promise<any> | undefined} */
const vscodeLoading =
	chosen.some((tier) => ["host", "ui"].includes(tier)) && !whyNoVsCode() ? ensureVsCode({ log }).catch((error) => ({ missing: error.message })) : undefined;

const checks = {
	types: [
		["node_modules/typescript/bin/tsc", "--project", "."],
		// The engine again, with no types of Node: that is what keeps it pure.
		["node_modules/typescript/bin/tsc", "--project", "src/engine"],
		// Pages run in a browser.
		["node_modules/typescript/bin/tsc", "--project", "src/webviews"],
		["node_modules/typescript/bin/tsc", "--project", "scripts"],
	],
	lint: [["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]],
	format: [["node_modules/oxfmt/bin/oxfmt", "--check"]],
	unused: [["node_modules/knip/bin/knip.js"]],
};
await runAllChecks();
// Before the unit tests, which also look at what was built.
if (chosen.includes("package")) await stage(() => runChecks("package", [["scripts/package.mjs"]]));
if (chosen.includes("unit")) await stage(() => runVitest("quick", tierOf));

const engine = await engineLoading;
const vscode = await vscodeLoading;
if (engine?.missing) log(`NO DOCKER ENGINE: ${engine.missing}`);
try {
	if (chosen.includes("docker")) await (engine?.missing ? skip("docker", engine.missing, process.env["DOCKER_TESTS"] === "require") : stage(runDockerTests));
	for (const [tier, run] of Object.entries({ host: runHostTests, ui: (env) => runVitest("ui", () => "ui", env) })) {
		if (!chosen.includes(tier)) continue;
		if (!vscode) skip(tier, whyNoVsCode(), false);
		else if (rows.some((row) => row.tier === "package" && row.failed)) skip(tier, "there is no VSIX to test", true);
		else if (vscode.missing) skip(tier, vscode.missing, true);
		else for (let round = 1; round <= repeat; round++) await stage(() => run(engine?.env ?? withoutEngine()));
	}
} finally {
	await engine?.stop?.();
}

console.log(`\n${toTable(rows).join("\n")}\n`);
if (engine?.missing) console.log(`NO DOCKER ENGINE: ${engine.missing}\nThe tests that need one were left out.\n`);
for (const line of secondAttempts(rows)) console.log(`${line}\n`);
console.log(toSum(rows));
process.exit(rows.some(({ failed }) => failed) ? 1 : 0);

/** Two at once, for each of them keeps about one core busy. */
async function runAllChecks() {
	const left = Object.entries(checks).filter(([tier]) => chosen.includes(tier));
	const work = async () => {
		for (let next = left.shift(); next; next = left.shift()) {
			const [tier, commands] = next;
			await stage(() => runChecks(tier, commands));
		}
	};
	await Promise.all([work(), work()]);
	rows.sort((one, other) => tiers.indexOf(one.tier) - tiers.indexOf(other.tier));
}

/** On two engines at once where they are private ones, for most of these tests wait for something. */
async function runDockerTests() {
	const second = await engine?.another?.();
	try {
		const engines = [engine, second].flatMap((each) => (each?.env ? [each.env] : []));
		const addresses = engines.map(({ DOCKER_HOST, DOCKER_SOCK, DOCKER_CONFIG }) => ({ DOCKER_HOST, DOCKER_SOCK, DOCKER_CONFIG }));
		return await runVitest("docker", () => "docker", { ...engine?.env, ENGINES_OF_WORKERS: JSON.stringify(addresses) });
	} finally {
		await second?.stop();
	}
}

/** Runs one stage and prints its closing line; its whole output where it failed. */
async function stage(run) {
	const result = await run();
	rows.push(...result.rows);
	const failed = result.rows.some((row) => row.failed);
	const seconds = result.rows.reduce((total, row) => total + row.seconds, 0);
	console.log(`${failed ? "FAIL" : "ok  "}  ${result.rows.map((row) => row.tier).join(", ")} (${seconds.toFixed(1)} s): ${result.closing}`);
	if (failed) console.log(result.output.trimEnd().replaceAll(/^/gm, "      | "));
}

function skip(tier, reason, fails) {
	rows.push({ tier, passed: 0, failed: fails ? 1 : 0, skipped: fails ? 0 : 1, seconds: 0, note: reason.split("\n")[0] });
	console.log(`${fails ? "FAIL" : "SKIP"}  ${tier}: ${reason}`);
}

/** VS Code's tests must not find the user's own engine by its default socket: they would show his containers, and could act on them. */
function withoutEngine() {
	return { DOCKER_HOST: "unix:///nonexistent/docker.sock" };
}

function tierOf(file) {
	if (/\.property\.test\.ts$/.test(file)) return "properties";
	return file.startsWith("test/engine/") || file.startsWith("test/rules") ? "engine" : "unit";
}

function readArguments() {
	try {
		const { values, positionals } = parseArgs({ options: { repeat: { type: "string", default: "1" } }, allowPositionals: true });
		const chosen = positionals.flatMap((name) => (name === "quick" ? quick : [name]));
		const unknown = chosen.find((name) => !tiers.includes(name));
		if (unknown) throw new Error(`there is no tier "${unknown}"`);
		if (!(Number(values.repeat) >= 1)) throw new Error("--repeat wants a number");
		// What is tested in VS Code is the package, and never an old one.
		if (chosen.includes("host") || chosen.includes("ui")) chosen.push("package");
		return { chosen: chosen.length ? chosen : tiers, repeat: Number(values.repeat) };
	} catch (error) {
		console.error(`${error.message}
usage: npm test -- [quick | ${tiers.join(" | ")}]… [--repeat NUMBER]

  --repeat                 run host and ui so many times
  DOCKER_HOST=…            use this engine rather than a private one
  ENGINE=20|26|29          which Docker the private engine is (26)
  DOCKER_TESTS=require     fail where there is no engine; "off" goes without, "auto" with what there is (auto)
  VSCODE=1.100|1.139       which VS Code (1.139)`);
		process.exit(2);
	}
}
