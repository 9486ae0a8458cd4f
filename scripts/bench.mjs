// How fast Hullwright is, beside BuildKit's parser and hadolint where they are installed: npm run bench -- [FILE|DIRECTORY…]
// With --explorer: the explorer in VS Code with a real engine, and nothing else.
// Absolute times are of the machine; compare ratios.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchCli } from "./bench/cli.mjs";
import { benchCompose, composeText } from "./bench/compose.mjs";
import { benchDetection } from "./bench/detection.mjs";
import { benchExplorer } from "./bench/explorer.mjs";
import { benchEngine, benchGrowth, benchRules } from "./bench/engine.mjs";
import { benchLogs } from "./bench/logs.mjs";
import { kilobytes, median, milliseconds, print } from "./bench/measure.mjs";
import { benchRequests } from "./bench/requests.mjs";
import { benchServer } from "./bench/server.mjs";
import { build } from "./build.mjs";
import { findOracle } from "./oracle/buildkit.mjs";
import { loadSources } from "./oracle/sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = ["test/engine/dockerfile/fixtures", "sample"].map((path) => join(root, path));
const dist = join(root, "dist");

if (process.argv.includes("--explorer")) {
	printMachine();
	await benchExplorer();
	process.exit();
}

await build();
const engine = await loadSources(`
	export { parse } from "./src/engine/dockerfile/parse.ts";
	export { tokensOf } from "./src/engine/dockerfile/tokens.ts";
	export { lint } from "./src/engine/lint/lint.ts";
	export { dockerfileLanguage } from "./src/engine/language/dockerfile/dockerfile-language.ts";
	export { composeLanguage } from "./src/engine/language/compose/compose-language.ts";
	export { defaultConfiguration } from "./src/engine/lint/configuration.ts";
	export { rules } from "./src/engine/rules/index.ts";
	export { findFiles, decode } from "./src/cli/files.ts";
	export { parse as parseCompose } from "./src/engine/compose/parse.ts";
	export { loadProject } from "./src/engine/compose/project.ts";
	export { libraryTree } from "./src/engine/yaml/library-tree.ts";
	export { createStore } from "./src/engine/logs/store.ts";
	export { parseFilter } from "./src/engine/logs/filter/parse-filter.ts";
	export { testOf } from "./src/engine/logs/filter/holds.ts";
	export { showLine } from "./src/engine/logs/shown-line.ts";
	export { findFolders } from "./src/engine/scaffold/detect.ts";
`);
const paths = process.argv.slice(2);
const files = engine.findFiles(paths.length > 0 ? paths : own, (message) => console.error(`bench: ${message}`));
if (files.length === 0) {
	console.error(`bench: no Dockerfile in ${paths.join(", ")}`);
	process.exit(2);
}
const texts = files.map((file) => engine.decode(file, readFileSync(file)).text);

printMachine();
benchEngine(engine, files, texts, findOracle());
benchRules(engine, texts, longText(100));
benchCompose(engine);
benchCli(join(dist, "cli.js"), files);
await benchServer(join(dist, "server.js"), longText(300));
for (const count of [300, 10_000]) {
	await benchRequests(join(dist, "server.js"), longText(count));
	await benchRequests(join(dist, "server.js"), composeText(count), { languageId: "dockercompose", uri: "untitled:compose.yaml" });
}
benchDetection(engine.findFolders);
benchLogs(engine);
benchActivation();
printSizes();
benchGrowth(engine);
await benchExplorer();

function printMachine() {
	console.log(`node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(1)}`);
}

/** Lines of the files, one file after the other, until there are enough. */
function longText(count) {
	const lines = texts.filter((text) => engine.parse(text).problems.length === 0 && text.length > 400).flatMap((text) => text.replace(/\r/g, "").split("\n"));
	return `${Array.from({ length: count }, (_, index) => lines[index % lines.length]).join("\n")}\n`;
}

function benchActivation() {
	const runs = Array.from({ length: 11 }, () =>
		JSON.parse(spawnSync(process.execPath, [join(root, "scripts/bench/activate.cjs"), join(dist, "extension.js")], { encoding: "utf8" }).stdout),
	);
	const both = runs.map(({ load, activate }) => load + activate);
	print("Activation, in plain Node with a `vscode` that does nothing; the tests in VS Code's host measure the real one", [
		["load the bundle", milliseconds(median(runs.map(({ load }) => load)))],
		["activate()", milliseconds(median(runs.map(({ activate }) => activate)))],
		["both", milliseconds(median(both)), `the shortest ${milliseconds(Math.min(...both))}`],
	]);
}

function printSizes() {
	const bundles = readdirSync(dist).filter((name) => name.endsWith(".js"));
	const vsix = [root, dist].flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.endsWith(".vsix"))
			.map((name) => join(folder, name)),
	);
	print("Sizes", [
		...bundles.map((name) => [`dist/${name}`, kilobytes(statSync(join(dist, name)).size)]),
		...(vsix.length > 0 ? vsix.map((file) => ["VSIX", kilobytes(statSync(file).size)]) : [["VSIX", "not packaged; npm run package"]]),
	]);
}
