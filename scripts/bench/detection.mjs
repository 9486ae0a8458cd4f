import { best, milliseconds, print } from "./measure.mjs";

/** How long it takes to tell which of 25 kinds of projects 20,000 paths are. `findFolders` is the engine's. */
export function benchDetection(findFolders) {
	const kinds = Object.fromEntries(
		Array.from({ length: 25 }, (_, index) => [
			`stack-${index}`,
			{ detect: [`stack-${index}.toml`, `stack-${index}.lock`, `Build${index}`, `requirements-${index}*.txt`, `kind${index}/*.list`, `*.${index}proj`] },
		]),
	);
	const names = ["index.js", "notes.txt", "requirements-7.txt", "stack-3.toml", "data.list", "main.py", "package.json", "README.md", "a.19proj", "Build12"];
	const paths = Array.from({ length: 20_000 }, (_, index) => `packages/part-${index % 400}/src/deep/folder-${index % 37}/${names[index % names.length]}`);
	const shortest = best(5, () => findFolders(kinds, paths));
	print("Detection", [["25 kinds of projects in 20,000 paths", milliseconds(shortest), `${findFolders(kinds, paths).length} found`]]);
}
