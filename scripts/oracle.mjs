// Compares how Hullwright reads Dockerfiles with BuildKit's own parser: npm run oracle -- FILE|DIRECTORY…
// `--write` writes BuildKit's dumps beside the fixtures of test/engine/dockerfile, `--fuzz COUNT [--seed SEED]` compares that many mutations of the files.
// `--ignored` compares what `.dockerignore` files leave out of a build, with `--fuzz` of files that are made up too.
// `--checks` compares what the presets `buildkit` and `hadolint` find with BuildKit's own checks and, where the variable HADOLINT names it, with hadolint's program;
// `--id ID [--samples COUNT]` shows where they differ.
// `--verdict` compares which files are refused and at which line, with `--fuzz` of mutations too.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildOracle, parseTime, treesOfFiles } from "./oracle/buildkit.mjs";
import { compareChecks } from "./oracle/checks.mjs";
import { firstDifference, isKnown } from "./oracle/compare.mjs";
import { fuzz } from "./oracle/fuzz.mjs";
import { compareIgnored } from "./oracle/ignored.mjs";
import { loadSources } from "./oracle/sources.mjs";
import { compareVerdicts } from "./oracle/verdicts.mjs";
import { writeDumps } from "./oracle/write-dumps.mjs";

const shown = 50;

process.exitCode = await main().catch((error) => {
	console.error(`oracle: ${error.message}`);
	return 2;
});

async function main() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			write: { type: "boolean" },
			verdict: { type: "boolean" },
			checks: { type: "boolean" },
			id: { type: "string" },
			samples: { type: "string", default: "20" },
			ignored: { type: "boolean" },
			fuzz: { type: "string" },
			seed: { type: "string", default: "1" },
		},
	});
	if (values.ignored) return compareIgnored(positionals, Number(values.fuzz ?? 0), Number(values.seed));
	const paths = positionals.length > 0 ? positionals : ["test/engine/dockerfile/fixtures"];
	const oracle = buildOracle();
	if (values.write) return writeDumps(oracle);

	const engine = await loadSources(
		`export { toTree } from "./src/engine/dockerfile/tree.ts"; export { parse } from "./src/engine/dockerfile/parse.ts"; export { findFiles, decode } from "./src/cli/files.ts";`,
	);
	const missing = [];
	const files = engine.findFiles(paths, (message) => missing.push(message)).filter((file) => file !== "-");
	for (const message of missing) console.error(`oracle: ${message}`);
	if (files.length === 0) throw new Error(`no Dockerfile in ${paths.join(", ")}`);
	if (values.checks) return compareChecks(engine.decode, files, values.id, Number(values.samples));
	if (values.verdict) return compareVerdicts(engine.decode, files, Number(values.fuzz ?? 0), Number(values.seed));
	if (values.fuzz) return fuzz(oracle, engine, files, Number(values.fuzz), Number(values.seed));

	const sources = files.map((file) => engine.decode(file, readFileSync(file)));
	const known = [];
	const different = [];
	treesOfFiles(oracle, files).forEach((theirs, index) => {
		const difference = firstDifference(engine.toTree(files[index], sources[index].text), theirs);
		if (difference) (isKnown(engine.parse(sources[index].text)) ? known : different).push(`${files[index]}\n  ${difference}`);
	});
	for (const each of different.slice(0, shown)) console.log(each);
	if (different.length > shown) console.log(`… and ${different.length - shown} more`);
	for (const each of known) console.log(`known (test/oracle/known-differences.md): ${each}`);

	const equal = files.length - known.length - different.length;
	console.log(
		`${files.length} files, ${equal} equal, ${different.length} different${known.length > 0 ? `, ${known.length} with a known bug of BuildKit` : ""}`,
	);
	const texts = sources.map(({ text }) => text);
	const [ours, theirs] = [ourParseTime(engine.parse, texts), parseTime(oracle, files)];
	console.log(`parsing: ${ours.toFixed(1)} us a file, BuildKit ${theirs.toFixed(1)} us: ${(theirs / ours).toFixed(1)} times as fast`);
	return different.length > 0 || missing.length > 0 ? 1 : 0;
}

/** As BuildKit's is measured: the best of seven rounds over all texts. */
function ourParseTime(parse, texts) {
	let best = Infinity;
	for (let round = 0; round < 7; round++) {
		const start = performance.now();
		for (const text of texts) parse(text);
		best = Math.min(best, performance.now() - start);
	}
	return (best * 1000) / texts.length;
}
