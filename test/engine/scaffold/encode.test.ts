import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parse as parseDockerfile } from "../../../src/engine/dockerfile/parse.ts";
import { json, mount, shell, Unencodable, word, yaml } from "../../../src/engine/scaffold/encode.ts";

test.each([
	["3.14", "3.14"],
	["/app/src", "/app/src"],
	["Orders & Returns", '"Orders & Returns"'],
	["", '""'],
	['say "$HOME"\\', '"say \\"\\$HOME\\"\\\\"'],
	["#1", '"#1"'],
])("word: %j is written %s", (value, written) => {
	expect(word(value)).toBe(written);
});

test.each(["a\nb", "a\rb", "a\u2028b", "a\u0000b", "\ud800", "a\tb"])(
	"%j has no spelling as a word of a Dockerfile or a shell, or as a mount's path",
	(value) => {
		for (const encode of [word, shell, mount]) expect(() => encode(value)).toThrow(Unencodable);
	},
);

test.each(["a,target=/etc", 'a"b', "a b", "$A", "a\\b", ""])("%j is not written as a mount's path", (value) => {
	expect(() => mount(value)).toThrow(Unencodable);
});

test("what is no text is a mistake of the template's, not the user's", () => {
	expect(() => word(8000)).toThrow(TypeError);
	expect(() => json("x")).toThrow(TypeError);
});

const anyText = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.string({ unit: fc.constantFrom("\\", '"', "'", "$", "`", "#", " ", "\n", "<", "{", "}", "a", "-", "=", ",", "\u2028", "\u0085") }),
);

test("json: any list comes back from a CMD as it was", () => {
	fc.assert(
		fc.property(fc.array(anyText, { minLength: 1 }), (values) => {
			const written = attempt(() => json(values));
			if (written === undefined) return;
			const { instructions, problems } = parseDockerfile(`FROM a\nCMD ${written}\nUSER b\n`);
			expect(problems).toEqual([]);
			expect(instructions.map(({ keyword }) => keyword)).toEqual(["FROM", "CMD", "USER"]);
			expect(instructions[1]?.json).toBe(true);
			expect(instructions[1]?.args.map(({ text }) => text)).toEqual(values);
		}),
	);
});

test("word: any text is one value of an ENV", () => {
	fc.assert(
		fc.property(anyText, anyText, (one, other) => {
			const written = attempt(() => `ENV ONE=${word(one)} OTHER=${word(other)}`);
			if (written === undefined) return;
			const { instructions, problems } = parseDockerfile(`FROM a\n${written}\nUSER b\n`);
			expect(problems).toEqual([]);
			expect(instructions.map(({ keyword, args }) => [keyword, args.length])).toEqual([
				["FROM", 1],
				["ENV", 4],
				["USER", 1],
			]);
		}),
	);
});

test("shell: any text is one word of a RUN, whatever a here document looks like", () => {
	const texts: string[] = [];
	fc.assert(
		fc.property(anyText, (value) => {
			const written = attempt(() => shell(value));
			if (written === undefined) return;
			const { instructions } = parseDockerfile(`FROM a\nRUN echo ${written}\nUSER b\n`);
			expect(instructions.map(({ keyword, heredocs }) => [keyword, heredocs.length])).toEqual([
				["FROM", 0],
				["RUN", 0],
				["USER", 0],
			]);
			texts.push(value);
		}),
	);
	// One real shell for all of them.
	const script = texts.map((text) => `printf '%s\\n' ${shell(text)}`).join("\n");
	expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(texts.map((text) => `${text}\n`).join(""));
});

test("yaml: any text comes back as it was once Compose has halved its dollars", () => {
	fc.assert(
		fc.property(fc.array(anyText), (values) => {
			const written = attempt(() => yaml(values));
			if (written === undefined) return;
			expect(parse(`test: ${written}\n`)).toEqual({ test: values.map((value) => value.replaceAll("$", "$$$$")) });
		}),
	);
});

function attempt(encode: () => string): string | undefined {
	try {
		return encode();
	} catch (error) {
		if (error instanceof Unencodable) return undefined;
		throw error;
	}
}
