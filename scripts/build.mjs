// Bundles Hullwright into dist/. One entry a process or lazily loaded part; `--watch` rebuilds, `--dev` keeps names and source maps.
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { handlebarsForEsbuild } from "./handlebars.mjs";
import { withoutExamplesForEsbuild } from "./without-examples.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every bundle and where it begins. A dynamic `import()` in the sources must name one of these: it loads that bundle on first use. */
export const entries = {
	extension: "src/extension/main.ts",
	"language-client": "src/extension/language/client.ts",
	devcontainers: "src/extension/language/devcontainers.ts",
	docker: "src/docker/docker.ts",
	scaffold: "src/engine/scaffold/scaffold.ts",
	commands: "src/extension/commands/run.ts",
	"add-docker-files": "src/extension/scaffold/wizard.ts",
	yaml: "src/engine/yaml/parse-yaml.ts",
	"project-yaml": "src/engine/compose/print/project-yaml.ts",
	"compose-language": "src/engine/language/compose/compose-language.ts",
	"compose-features": "src/server/languages/compose.ts",
	"compose-format": "src/engine/language/compose/format/format.ts",
	"compose-by-content": "src/engine/compose/is-compose-by-content.ts",
	"compose-files": "src/engine/language/compose/containers/compose-files.ts",
	"compose-runs": "src/engine/language/compose/containers/pasted-run.ts",
	"compose-refactorings": "src/engine/language/compose/refactor/refactorings.ts",
	"explain-compose": "src/engine/language/compose/explain.ts",
	"configuration-file": "src/engine/lint/configuration-file.ts",
	migrate: "src/engine/migrate/migrate.ts",
	"zh-CN": "src/l10n/zh-CN/index.ts",
	server: "src/server/main.ts",
	"changes-since": "src/cli/changes-since.ts",
	shellcheck: "src/files/shellcheck.ts",
	compose: "src/cli/compose-command.ts",
	"own-project": "src/engine/compose/own-project.ts",
	"compose-picture": "src/engine/compose/graph/to-svg.ts",
	"compose-running": "src/engine/compose/running/compare.ts",
	"workspace-projects": "src/extension/compose/workspace-projects.ts",
	"compose-states": "src/extension/compose/states.ts",
	files: "src/extension/files/file-system.ts",
	"connection-display": "src/extension/connection/display.ts",
	"connection-report": "src/extension/connection/report.ts",
	explorer: "src/extension/explorer/load.ts",
	"compose-graph": "src/extension/webviews/compose-graph.ts",
	"inspect-values": "src/extension/inspect/linked-values.ts",
	"run-form": "src/extension/webviews/run-form.ts",
	logs: "src/extension/logs/log-views.ts",
	"stats-charts": "src/extension/stats/charts.ts",
	notices: "src/extension/notices/notices.ts",
	"containers-table": "src/extension/stats/containers-table.ts",
	"container-pages": "src/extension/pages/page-texts.ts",
	cli: "src/cli/main.ts",
	"cli-program": "src/cli/program.ts",
};

/** What runs in a browser, each in one bundle, for a worker loads no others. */
const browserEntries = {
	"extension-browser": "src/extension/browser/main.ts",
	"server-browser": "src/server/browser/main.ts",
};

/** What runs in pages of ours inside VS Code. A style sheet is in the page's program, as text. */
const pageEntries = {
	"compose-graph-page": "src/webviews/compose-graph/page.ts",
	"run-form-page": "src/webviews/run-form/page.ts",
	"logs-page": "src/webviews/logs/page.ts",
	"stats-page": "src/webviews/stats/page.ts",
	"table-page": "src/webviews/table/page.ts",
};

/** Nothing of Node's is there: what the server uses of it has a stand-in, and anything else ends the build. */
const withoutNode = {
	name: "without-node",
	setup(build) {
		const standIns = {
			path: "path",
			url: "url",
			util: "util",
			fs: "nothing-here",
			"fs/promises": "nothing-here",
			"timers/promises": "timers",
			child_process: "nothing-here",
			os: "nothing-here",
			buffer: "nothing-here",
		};
		build.onResolve({ filter: /^node:/ }, ({ path }) => {
			const standIn = standIns[path.slice("node:".length)];
			return standIn ? { path: join(root, "src/server/browser", `${standIn}.ts`) } : { errors: [{ text: `${path} has no stand-in in src/server/browser` }] };
		});
	},
};

/** Whoever imports what is a bundle of its own shares that bundle, and a dynamic `import()` must. */
const sharedBundles = {
	name: "shared-bundles",
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
			const file = relative(root, resolve(resolveDir, path)).replaceAll("\\", "/");
			const bundle = kind === "entry-point" ? undefined : Object.keys(entries).find((name) => entries[name] === file);
			if (!bundle && kind !== "dynamic-import") return undefined;
			if (!bundle) return { errors: [{ text: `${file} is loaded lazily but is no bundle: add it to "entries" in scripts/build.mjs` }] };
			return { path: `./${bundle}.js`, external: true };
		});
	},
};

/** dockerode's BuildKit sessions, build contexts and its own ssh are never used here (builds run through the CLI, ssh through the user's OpenSSH). */
const unusedByUs = {
	name: "unused-by-us",
	setup(build) {
		build.onResolve({ filter: /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs|tar-fs|@balena\/dockerignore)$/ }, ({ path }) => ({
			path,
			namespace: "unused",
		}));
		// What it has of its own is a copy of Node's, for those that lack it.
		build.onResolve({ filter: /^readable-stream$/ }, () => ({ path: "node:stream", external: true }));
		build.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
	},
};

/** @returns {esbuild.BuildOptions & { metafile: true; plugins: esbuild.Plugin[] }} */
const optionsFor = ({ dev }) => ({
	absWorkingDir: root,
	entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
	outdir: "dist",
	bundle: true,
	platform: "node",
	target: "node20",
	format: "cjs",
	supported: { "dynamic-import": false },
	mainFields: ["module", "main"],
	external: ["vscode"],
	minify: !dev,
	sourcemap: dev,
	metafile: true,
	legalComments: "none",
	logLevel: "warning",
	plugins: [sharedBundles, unusedByUs, handlebarsForEsbuild, withoutExamplesForEsbuild],
});

/** @returns {esbuild.BuildOptions & { metafile: true; plugins: esbuild.Plugin[] }} */
const browserOptionsFor = ({ dev }) => {
	const { mainFields: _mainFields, supported: _supported, ...options } = optionsFor({ dev });
	return {
		...options,
		entryPoints: Object.entries(browserEntries).map(([out, file]) => ({ in: file, out })),
		platform: "browser",
		target: "es2023",
		plugins: [withoutNode, handlebarsForEsbuild, withoutExamplesForEsbuild],
	};
};

/** @returns {esbuild.BuildOptions & { metafile: true; plugins: esbuild.Plugin[] }} */
const pageOptionsFor = ({ dev }) => ({
	...browserOptionsFor({ dev }),
	entryPoints: Object.entries(pageEntries).map(([out, file]) => ({ in: file, out })),
	format: "iife",
	loader: { ".css": "text" },
	plugins: [],
});

/** Returns esbuild's metafile, which tells what each bundle holds; undefined when watching. */
export async function build({ dev = false, watch = false } = {}) {
	const options = optionsFor({ dev });
	if (watch) {
		for (const each of [options, pageOptionsFor({ dev })]) await (await esbuild.context(each)).watch();
		return undefined;
	}
	await rm(join(root, "dist"), { recursive: true, force: true });
	const { metafile } = await esbuild.build(options);
	for (const others of [browserOptionsFor({ dev }), pageOptionsFor({ dev })]) {
		const built = await esbuild.build(others);
		Object.assign(metafile.inputs, built.metafile.inputs);
		Object.assign(metafile.outputs, built.metafile.outputs);
	}
	for (const name of startedOften) await rewrite(join(root, "dist", `${name}.js`), inAscii);
	// A program to be called by its name: package.json's "bin".
	await chmod(join(root, "dist", "cli.js"), 0o755);
	await writeFile(join(root, "dist", "meta.json"), JSON.stringify(metafile));
	return metafile;
}

/** Bundles that somebody waits for: V8 keeps a text in one byte a character only where all of it is ASCII, and half as much to read and scan is 3 ms of a short run. */
const startedOften = ["cli-program", "server"];

/** esbuild leaves templates and expressions as they are. What stands in `String.raw` and the like is ASCII, and comments are gone. */
const inAscii = (/** @type {string} */ text) => text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** @type {(file: string, change: (text: string) => string) => Promise<void>} */
const rewrite = async (file, change) => writeFile(file, change(await readFile(file, "utf8")));

/** The bundles' texts by their names, and the metafile; nothing is written. `plugins` come before our own. */
export async function bundle(plugins = []) {
	/** @type {Record<string, string>} */
	const bundles = {};
	/** @type {Pick<esbuild.Metafile, "inputs" | "outputs">} */
	const metafile = { inputs: {}, outputs: {} };
	for (const options of [optionsFor({ dev: false }), browserOptionsFor({ dev: false }), pageOptionsFor({ dev: false })]) {
		const built = await esbuild.build({ ...options, plugins: [...plugins, ...options.plugins], write: false });
		for (const { path, text } of built.outputFiles) bundles[basename(path, ".js")] = text;
		Object.assign(metafile.inputs, built.metafile.inputs);
		Object.assign(metafile.outputs, built.metafile.outputs);
	}
	return { metafile, bundles };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const dev = process.argv.includes("--dev");
	const watch = process.argv.includes("--watch");
	const metafile = await build({ dev: dev || watch, watch });
	for (const [file, { bytes }] of Object.entries(metafile?.outputs ?? {})) {
		if (file.endsWith(".js")) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} kB  ${relative(".", join(root, dirname(file)))}/${file.split("/").at(-1)}`);
	}
}
