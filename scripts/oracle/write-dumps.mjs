import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOracle, treesOfFiles, treesOfTexts, verdictsOfTexts } from "./buildkit.mjs";
import { isKnown } from "./compare.mjs";
import { writeIgnored } from "./ignored.mjs";
import { loadSources } from "./sources.mjs";

const folder = fileURLToPath(new URL("../../test/engine/dockerfile", import.meta.url));
const fixtures = join(folder, "fixtures");
const seed = 20_26;
const count = 5000;

/** Writes what BuildKit says of each fixture beside it, removes dumps whose fixture is gone, and writes which mutations of the fixtures BuildKit refuses. */
export async function writeDumps(oracle) {
	const names = readdirSync(fixtures).toSorted();
	const files = names.filter((name) => name.endsWith(".dockerfile"));
	for (const name of names) {
		if (name.endsWith(".json") && !files.includes(name.replace(/json$/, "dockerfile"))) rmSync(join(fixtures, name));
	}
	treesOfFiles(
		oracle,
		files.map((name) => join(fixtures, name)),
	).forEach((tree, index) => {
		const dump = `${JSON.stringify({ ...tree, file: files[index] }, null, "\t")}\n`;
		writeFileSync(join(fixtures, files[index].replace(/dockerfile$/, "json")), dump);
	});
	const refused = await writeMutations(oracle, files);
	await writeVerdicts();
	await writeIgnored();
	console.log(`${files.length} dumps written; BuildKit refuses ${refused} of ${count} mutations`);
	return 0;
}

async function writeMutations(oracle, files) {
	const { mutations, parse } = await loadSources(
		`export { mutations } from "./test/engine/dockerfile/mutation.ts"; export { parse } from "./src/engine/dockerfile/parse.ts";`,
	);
	const source = mutations(
		files.map((name) => readFileSync(join(fixtures, name), "utf8")),
		seed,
	);
	const texts = Array.from({ length: count }, () => source.next().value);
	const errors = treesOfTexts(
		oracle,
		texts.map((text) => Buffer.from(text)),
	).flatMap(({ error }, index) => (error && !isKnown(parse(texts[index])) ? [[index, error.line, error.message]] : []));
	const excused = texts.flatMap((text, index) => (isKnown(parse(text)) ? [index] : []));
	// Two in a line, so that the file can still be looked through.
	const pairs = errors.flatMap((error, index) => (index % 2 === 0 ? [errors.slice(index, index + 2)] : []));
	const lines = pairs.map((pair) => `\t\t${pair.map((error) => JSON.stringify(error)).join(", ")}`).join(",\n");
	writeFileSync(
		join(folder, "mutations.json"),
		`{\n\t"seed": ${seed},\n\t"count": ${count},\n\t"excused": ${JSON.stringify(excused)},\n\t"refused": [\n${lines}\n\t]\n}\n`,
	);
	return errors.length;
}

const verdicts = 3000;

/** Which texts of all kinds of errors BuildKit's checks refuse, by the line that they name: -1 where they take the text, 0 where they name none. */
async function writeVerdicts() {
	const { textsToJudge, compareVerdict, judged } = await loadSources(
		`export { textsToJudge, compareVerdict, judged } from "./test/engine/dockerfile/verdict.ts";`,
	);
	const rules = join(folder, "../../rules/dockerfile");
	const texts = [
		...textsToJudge(
			judged.map((id) => readFileSync(join(rules, `${id}.dockerfile`), "utf8")),
			seed,
			verdicts,
		),
	];
	const theirs = verdictsOfTexts(
		buildOracle("check"),
		texts.map((text) => Buffer.from(text)),
	);
	const excused = texts.flatMap((text, index) => (["depends", "known"].includes(compareVerdict(text, theirs[index])) ? [index] : []));
	const lines = theirs.map(({ line, error }) => (error ? line : -1));
	writeFileSync(
		join(folder, "verdicts.json"),
		`{\n\t"seed": ${seed},\n\t"mutations": ${verdicts},\n\t"excused": [\n${inRows(excused)}\n\t],\n\t"lines": [\n${inRows(lines)}\n\t]\n}\n`,
	);
}

function inRows(numbers) {
	const rows = [];
	for (let at = 0; at < numbers.length; at += 40) rows.push(`\t\t${numbers.slice(at, at + 40).join(", ")}`);
	return rows.join(",\n");
}
