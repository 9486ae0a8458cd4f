import { readFileSync } from "node:fs";
import { treesOfTexts } from "./buildkit.mjs";
import { firstDifference, isKnown } from "./compare.mjs";
import { loadSources } from "./sources.mjs";

const batch = 2000;
const longest = 20_000;
const shown = 20;

/**
 * Compares mutations of the files: nine in ten of their characters, the others of their bytes, so that broken UTF-8 is among them; one in a hundred gets a
 * line about as long as BuildKit takes at most.
 */
export async function fuzz(oracle, { toTree, parse, decode }, files, count, seed) {
	const { mutate, randomFrom } = await loadSources(`export { mutate, randomFrom } from "./test/engine/dockerfile/mutation.ts";`);
	const random = randomFrom(seed);
	const originals = files.map((file) => readFileSync(file)).filter((bytes) => bytes.length <= longest);
	const totals = { equal: 0, known: 0, different: 0, refused: 0 };
	for (let done = 0; done < count; done += batch) {
		const texts = Array.from({ length: Math.min(batch, count - done) }, () => {
			const original = originals[Math.floor(random() * originals.length)];
			if (random() < 0.01) return lengthen(original, random);
			return random() < 0.1 ? mutateBytes(original, random) : Buffer.from(mutate(original.toString("utf8"), random));
		});
		treesOfTexts(oracle, texts).forEach((theirs, index) => {
			const { text } = decode("", texts[index]);
			const difference = firstDifference({ ...toTree("", text), file: theirs.file }, theirs);
			if (theirs.error) totals.refused++;
			if (!difference) totals.equal++;
			else if (isKnown(parse(text))) totals.known++;
			else {
				totals.different++;
				if (totals.different <= shown)
					console.log(`mutation ${done + index} of seed ${seed}: ${difference}\n${JSON.stringify(text.length > 1500 ? `${text.slice(0, 1500)}…` : text)}`);
			}
		});
	}
	console.log(
		`${count} mutations (seed ${seed}) of ${originals.length} files, ${totals.equal} equal, ${totals.different} different, ${totals.known} with a known bug of BuildKit; BuildKit refuses ${totals.refused}`,
	);
	return totals.different > 0 ? 1 : 0;
}

function mutateBytes(bytes, random) {
	const changed = Buffer.from(bytes);
	for (let changes = 1 + Math.floor(random() * 4); changes > 0 && changed.length > 0; changes--)
		changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
	return changed;
}

function lengthen(bytes, random) {
	const at = Math.floor(random() * (bytes.length + 1));
	return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(65_436 + Math.floor(random() * 120), "x"), bytes.subarray(at)]);
}
