import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { treesOfFiles } from "./buildkit.mjs";

const fixtures = fileURLToPath(new URL("../../test/engine/dockerfile/fixtures", import.meta.url));

/** Writes what BuildKit says of each fixture beside it, and removes dumps whose fixture is gone. */
export function writeDumps(oracle) {
	const names = readdirSync(fixtures);
	const files = names.filter((name) => name.endsWith(".dockerfile"));
	for (const name of names) {
		if (name.endsWith(".json") && !files.includes(name.replace(/json$/, "dockerfile"))) rmSync(join(fixtures, name));
	}
	treesOfFiles(oracle, files.map((name) => join(fixtures, name))).forEach((tree, index) => {
		const dump = `${JSON.stringify({ ...tree, file: files[index] }, null, "\t")}\n`;
		writeFileSync(join(fixtures, files[index].replace(/dockerfile$/, "json")), dump);
	});
	console.log(`${files.length} dumps written`);
	return 0;
}
