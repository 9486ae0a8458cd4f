import { randomFrom } from "../dockerfile/mutation.ts";
import { ignoringPattern } from "../../../src/engine/dockerignore/ignored.ts";
import { parseDockerignore } from "../../../src/engine/dockerignore/patterns.ts";

/** A `.dockerignore`, and paths of which is asked whether it leaves them out. */
export type Question = { readonly dockerignore: string; readonly paths: readonly string[] };

/** Docker's answer: "1" for each path that is left out and "0" for each that is sent, or the error for which it refuses the file, or gives up at a path. */
export type Answer = { readonly error: string; readonly ignored: string };

/** Whether we say the same. */
export function agrees({ dockerignore, paths }: Question, { error, ignored }: Answer): boolean {
	const read = parseDockerignore(dockerignore);
	if (error) return read.refused !== undefined || read.patterns.some(({ matches }) => matches === undefined);
	return !read.refused && paths.map((path) => (ignoringPattern(read, path) ? "1" : "0")).join("") === ignored;
}

const names = ["src", "app", "node_modules", ".git", "a.ts", "b.test.ts", "README.md", "x", "lib", "ä", "w1", "a-b", "[x]", "a b", "^c", "Makefile", "1", "d"];
const pieces = [..."*?/.!#\\[]^-$+(){}|"].concat(
	"**",
	"**/",
	"/**",
	"../",
	"./",
	"[a-z]",
	"[^a]",
	"[!a]",
	"[[:alpha:]]",
	"[\\]]",
	"\\*",
	"\\d",
	"\\.",
	" ",
	"\t",
);
const ends = ["\n", "\n", "\n", "\r\n", "\n\n", "\n# no pattern\n"];

const numbersFrom = (seed: number): ((limit: number) => number) => {
	const random = randomFrom(seed);
	return (limit) => Math.floor(random() * limit);
};

const pathFrom = (below: (limit: number) => number): string => Array.from({ length: 1 + below(4) }, () => names[below(names.length)]).join("/");

/** Paths of all kinds, and some that come of the file's own lines. */
function questionAbout(dockerignore: string, seed: number): Question {
	const below = numbersFrom(seed);
	const path = (): string => pathFrom(below);
	const paths = Array.from({ length: 12 }, path);
	for (const line of dockerignore.split(/\r?\n/)) {
		const like = line
			.replace(/^!/, "")
			.replaceAll("**", path())
			.replaceAll("*", path().split("/")[0] ?? "")
			.replaceAll("?", "x")
			.replaceAll(/[\\[\]]/g, "");
		const parts = like.split("/").filter((part) => part.trim() && part !== "." && part !== "..");
		if (parts.length > 0) paths.push(parts.join("/"), [...parts, names[below(names.length)]].join("/"));
	}
	return { dockerignore, paths };
}

/** The given files, and so many of lines like those that people write, and of such that nobody would. The same for the same seed. */
export function* questions(count: number, seed: number, files: readonly string[] = []): Generator<Question> {
	for (const text of files) yield questionAbout(text, seed);
	const below = numbersFrom(seed);
	const one = (list: readonly string[]): string => list[below(list.length)] ?? "";
	const pattern = (): string => {
		let text = pathFrom(below);
		for (let changes = below(4); changes > 0; changes--) {
			const at = below(text.length + 1);
			text = text.slice(0, at) + one(pieces) + text.slice(at + below(3));
		}
		return `${below(4) === 0 ? "!" : ""}${text}`;
	};
	for (let index = 0; index < count; index++) {
		const lines = Array.from({ length: 1 + below(5) }, () => pattern() + one(ends));
		yield questionAbout((below(20) === 0 ? "\uFEFF" : "") + lines.join(""), seed + index);
	}
}
