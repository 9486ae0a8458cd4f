import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answersTo, buildOracle } from "./buildkit.mjs";
import { loadSources } from "./sources.mjs";

const folder = fileURLToPath(new URL("../../test/engine/dockerignore", import.meta.url));
const seed = 20_26;
const count = 2000;

const load = () => loadSources(`export { questions, agrees } from "./test/engine/dockerignore/questions.ts";`);

/** Compares what such files leave out of a build, by paths that nearly fit their lines, and of so many files that are made up. Returns an exit code. */
export async function compareIgnored(files, made, fromSeed) {
	const { questions, agrees } = await load();
	const texts = files.map((file) => readFileSync(file, "utf8"));
	const asked = [...questions(made, fromSeed, texts)];
	const different = answersTo(buildOracle("ignored"), asked).flatMap((answer, index) => (agrees(asked[index], answer) ? [] : [asked[index].dockerignore]));
	for (const text of different.slice(0, 20)) console.log(JSON.stringify(text));
	console.log(`${asked.length} files, ${asked.reduce((sum, { paths }) => sum + paths.length, 0)} paths, ${different.length} files different`);
	return different.length > 0 ? 1 : 0;
}

/** Writes what Docker makes of files that are made up. */
export async function writeIgnored() {
	const { questions } = await load();
	const answers = answersTo(buildOracle("ignored"), [...questions(count, seed)]);
	const lines = answers.map(({ error, ignored }) => `\t\t${JSON.stringify(error ? `! ${error}` : ignored)}`);
	writeFileSync(join(folder, "ignored.json"), `{\n\t"seed": ${seed},\n\t"answers": [\n${lines.join(",\n")}\n\t]\n}\n`);
}
