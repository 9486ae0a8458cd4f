// BuildKit's own parser and checks, built from test/oracle with Go.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "test/oracle");

/** The path of the program, `tree` or `check`, built anew where its sources are newer. Throws with what to do where it cannot be built. */
export function buildOracle(program = "tree") {
	const executable = join(root, `node_modules/.cache/hullwright/buildkit-${program}${process.platform === "win32" ? ".exe" : ""}`);
	if (isFresh(program, executable)) return executable;
	const go = spawnSync("go", ["version"], { encoding: "utf8" });
	if (go.error)
		throw new Error(
			"Go is not installed, and BuildKit's parser is written in it. Install Go 1.26 or newer (https://go.dev/dl/) and try again.\nThe committed dumps are compared without Go: npx vitest run test/engine/dockerfile",
		);
	mkdirSync(join(executable, ".."), { recursive: true });
	const built = spawnSync("go", ["build", "-o", executable, `./${program}`], { cwd: sources, encoding: "utf8" });
	if (built.status !== 0)
		throw new Error(
			`${go.stdout.trim()} could not build test/oracle/${program}:\n${built.stderr.trim()}\nIts modules come from Go's module proxy on the first build; is the network reachable?`,
		);
	return executable;
}

/** The program where it has been built or can be, otherwise undefined. */
export function findOracle() {
	try {
		return buildOracle();
	} catch {
		return undefined;
	}
}

/** BuildKit's trees of the files, in their order. */
export const treesOfFiles = (oracle, files) => run(oracle, ["-"], files.join("\n"));

/** BuildKit's trees of texts given as buffers, in their order. */
export const treesOfTexts = (oracle, texts) => run(oracle, ["-texts"], texts.map((text) => text.toString("base64")).join("\n"));

/** What BuildKit's checks say of texts given as buffers, in their order: the error for which it refuses the text, empty where it takes it, and the error's line. */
export const verdictsOfTexts = (oracle, texts) => run(oracle, ["-texts"], texts.map((text) => text.toString("base64")).join("\n"));

/** What Docker leaves out of builds: `{ error, ignored }` for each `{ dockerignore, paths }`, in their order. */
export const answersTo = (oracle, questions) => run(oracle, [], questions.map((question) => JSON.stringify(question)).join("\n"));

/** Microseconds that BuildKit's parser takes a file, the best of seven rounds in one process. */
export function parseTime(oracle, files) {
	const { stdout } = spawnSync(oracle, ["-bench", "-"], { input: files.join("\n"), encoding: "utf8" });
	return Number.parseFloat(stdout);
}

function run(oracle, args, input) {
	const { stdout, stderr, status } = spawnSync(oracle, args, { input: `${input}\n`, encoding: "utf8", maxBuffer: 2 ** 30 });
	if (status !== 0) throw new Error(`BuildKit's parser failed: ${stderr.trim()}`);
	return stdout
		.split("\n")
		.slice(0, -1)
		.map((line) => JSON.parse(line));
}

function isFresh(program, executable) {
	const built = statSync(executable, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return ["go.mod", ...readdirSync(join(sources, program)).map((file) => join(program, file))].every((file) => statSync(join(sources, file)).mtimeMs < built);
}
