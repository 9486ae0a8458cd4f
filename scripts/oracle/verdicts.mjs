import { readFileSync } from "node:fs";
import { buildOracle, verdictsOfTexts } from "./buildkit.mjs";
import { loadSources } from "./sources.mjs";

const batch = 2000;
const longest = 20_000;
const shown = 30;

/** Compares for which texts BuildKit's checks refuse the file, and at which line: the files themselves, or so many mutations of them. */
export async function compareVerdicts(decode, files, count, seed) {
	const oracle = buildOracle("check");
	const { verdictOf, compareVerdict, compareRows, mutate, randomFrom } = await loadSources(
		`export { compareRows } from "./test/engine/dockerfile/rows.ts"; export { verdictOf, compareVerdict } from "./test/engine/dockerfile/verdict.ts"; export { mutate, randomFrom } from "./test/engine/dockerfile/mutation.ts";`,
	);
	const random = randomFrom(seed);
	const texts = files.map((file) => decode(file, readFileSync(file)).text);
	const originals = texts.filter((text) => text.length <= longest);
	const [totals, places] = [new Map(), new Map()];
	let left = shown;
	for (let done = 0; done < (count || files.length); done += batch) {
		const some = count
			? Array.from({ length: Math.min(batch, count - done) }, () => mutate(originals[Math.floor(random() * originals.length)], random))
			: texts.slice(done, done + batch);
		const theirs = verdictsOfTexts(
			oracle,
			some.map((text) => Buffer.from(text)),
		);
		for (const [index, text] of some.entries()) {
			const result = compareVerdict(text, theirs[index]);
			totals.set(result, (totals.get(result) ?? 0) + 1);
			const place = result === "refused" ? compareRows(text, theirs[index]) : undefined;
			if (place) places.set(place, (places.get(place) ?? 0) + 1);
			if (!(isDifferent(result) || isAstray(place)) || left-- <= 0) continue;
			const name = count ? `mutation ${done + index} of seed ${seed}` : files[done + index];
			const ours = verdictOf(text).map(({ line, said }) => `${line} ${said}`);
			console.log(
				`${name}: ${result}${place ? `, ${place}` : ""}\n  BuildKit: ${theirs[index].line} ${theirs[index].error}\n  ours: ${ours.slice(0, 3).join("; ")}`,
			);
			if (count) console.log(`  ${JSON.stringify(text.slice(0, 1500))}`);
		}
	}
	console.log(
		`${count ? `${count} mutations (seed ${seed}) of ${originals.length}` : files.length} files: ${[...totals].map(([result, number]) => `${number} ${result}`).join(", ")}`,
	);
	if (places.size > 0) console.log(`rows of what is refused: ${[...places].map(([place, number]) => `${number} ${place}`).join(", ")}`);
	return [...totals.keys()].some(isDifferent) || [...places.keys()].some(isAstray) ? 1 : 0;
}

/** A row stands at its word, which may be on a later line than the instruction's first, the one that BuildKit names. */
const isAstray = (place) => place === "elsewhere" || place === "no row";

const isDifferent = (result) => result === "missed" || result === "wrongly refused" || result === "at another line";
