import fc from "fast-check";
import { expect, test } from "vitest";
import { ignoringPattern } from "../../../src/engine/dockerignore/ignored.ts";
import { idleExceptions, needlessPatterns } from "../../../src/engine/dockerignore/overlap.ts";
import { parseDockerignore } from "../../../src/engine/dockerignore/patterns.ts";

const names = ["a", "b", "ab", "a.b"];
const paths = names.flatMap((one) => [one, ...names.flatMap((two) => [`${one}/${two}`, ...names.map((three) => `${one}/${two}/${three}`)])]);
const part = fc.constantFrom(...names, "*", "a*", "*.b", "**", "?");
const line = fc.tuple(fc.constantFrom("", "", "!"), fc.array(part, { minLength: 1, maxLength: 3 })).map(([mark, parts]) => mark + parts.join("/"));

function leftOut(text: string): readonly string[] {
	const file = parseDockerignore(text);
	return paths.filter((path) => ignoringPattern(file, path));
}

test("what is said to change nothing changes nothing", () => {
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
			const text = lines.join("\n");
			const file = parseDockerignore(text);
			const before = leftOut(text);
			const again = idleExceptions(file).filter(({ by }) => by);
			for (const { pattern } of again) expect(before).toEqual(expect.arrayContaining(paths.filter((path) => pattern.matches?.(path))));
			for (const { pattern } of [...idleExceptions(file).filter(({ by }) => !by), ...needlessPatterns(file)]) {
				expect(leftOut(text.slice(0, pattern.at.start) + text.slice(pattern.at.end)), `without ${pattern.text}`).toEqual(before);
			}
		}),
		{ numRuns: 500 },
	);
});

test("an exception is good only for what is left out when its turn comes", () => {
	const idle = (text: string): readonly string[] => idleExceptions(parseDockerignore(text)).map(({ pattern, by }) => `${pattern.text} ${by?.text ?? "-"}`);
	expect(idle("!a\na/b\n")).toEqual(["a -"]);
	expect(idle("a/b\n!a\n")).toEqual(["a -"]);
	expect(idle("a\n!a/b\n")).toEqual([]);
	expect(idle("*\n!a/b\na/b\n")).toEqual(["a/b a/b"]);
	expect(idle("*\n!a/b\na\n"), "the folder is left out by the first line already, so the last looks at it no more").toEqual([]);
});
