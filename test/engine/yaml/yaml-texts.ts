import fc from "fast-check";

/** What stands behind a `:` or a `-`, with the blank or the line end in front of it, in a block that is indented so far. */
type Value = (indentation: number) => string;

const word = fc.constantFrom(
	"web",
	"nginx:1.27",
	"8080:80",
	"true",
	"0x10",
	"~",
	"./data",
	"a b",
	"${X:-y}",
	"null",
	"-x",
	"é",
	"yes",
	"1.5",
	"a#b",
	"http://x/?y=z",
);
const keys = fc.uniqueArray(fc.constantFrom("image", "ports", "x-a", '"quoted key"', "'it''s'", "build", "1", "true", "<<", "a b", "environment"), {
	minLength: 1,
	maxLength: 5,
});
const behind = fc.constantFrom("", "", "", "", " # why", "  ", "\t# tab");
const spaces = (count: number): string => " ".repeat(count);

const scalars: fc.Arbitrary<Value> = fc.oneof(
	fc.tuple(word, behind).map(
		([text, end]): Value =>
			() =>
				` ${text}${end}`,
	),
	fc.constantFrom<Value>(
		() => "",
		() => "  # nothing",
		() => " 'it''s'",
		() => ' "a\\n\\"b\\" \\u00e9"',
		() => " *anchor",
		() => " !reset",
		() => " !!str 1",
		(indentation) => ` first\n${spaces(indentation + 1)}second\n\n${spaces(indentation + 3)}- third`,
		(indentation) => ` "first\n${spaces(indentation + 2)}second \\\n${spaces(indentation + 1)}third"`,
		(indentation) => ` 'first\n\n${spaces(indentation + 1)}second'`,
		(indentation) => ` |\n${spaces(indentation + 2)}#!/bin/sh\n${spaces(indentation + 4)}echo\n\n${spaces(indentation + 2)}a: b`,
		(indentation) => ` >-\n${spaces(indentation + 1)}first\n${spaces(indentation + 1)}second\n\n\n${spaces(indentation + 1)}third`,
		(indentation) => ` |2+ # kept\n${spaces(indentation + 3)}first\n${spaces(indentation + 2)}second\n`,
	),
);

const flow: fc.Arbitrary<(line: string) => string> = fc.letrec<{ node: (line: string) => string }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom("a", "b c", '"d"', "'e,f'", "80:80", "*anchor", "&x y", "1").map((text) => () => text),
		fc.tuple(fc.array(tie("node"), { maxLength: 3 }), fc.boolean()).map(
			([items, isLong]) =>
				(line: string) =>
					isLong ? `[${items.map((item) => `${line}${item(line)},`).join("")} ]` : `[${items.map((item) => item(line)).join(", ")}]`,
		),
		fc.tuple(keys, tie("node"), fc.boolean()).map(
			([names, held, isLong]) =>
				(line: string) =>
					isLong
						? `{${names.map((name) => `${line}${name}: ${held(line)}`).join(" ,")}${line}}`
						: `{ ${names.map((name) => `${name}: ${held(line)}`).join(", ")} }`,
		),
	),
})).node;

const properties = fc.constantFrom("", "", "", "", " &anchor", " !override", " &anchor !tag");
const between = fc.constantFrom("", "", "", "", "\n", "# above\n", "\n      # far\n", "   \n");

const { value } = fc.letrec<{ value: Value; mapping: Value; sequence: Value }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		scalars,
		flow.map(
			(write): Value =>
				(indentation) =>
					` ${write(`\n${spaces(indentation + 1)}`)}`,
		),
		tie("mapping"),
		tie("sequence"),
	),
	mapping: fc
		.tuple(keys, fc.array(tie("value"), { minLength: 5, maxLength: 5 }), properties, between, fc.integer({ min: 1, max: 4 }))
		.map(([names, values, before, above, step]): Value => (indentation) => {
			const own = indentation + step;
			return `${before}\n${names.map((name, index) => `${above}${spaces(own)}${name}:${values[index]?.(own)}`).join("\n")}`;
		}),
	sequence: fc
		.tuple(fc.array(tie("value"), { minLength: 1, maxLength: 4 }), properties, between, fc.integer({ min: 1, max: 3 }))
		.map(([items, before, above, step]): Value => (indentation) => {
			const own = indentation + step;
			return `${before}\n${items.map((item) => `${above}${spaces(own)}-${compact(item(own), own)}`).join("\n")}`;
		}),
}));

/** A block may begin on the line of its `-`, if it stands where it would stand then. */
function compact(written: string, indentation: number): string {
	const line = `\n${spaces(indentation + 2)}`;
	return written.startsWith(line) && !/[ #]/.test(written.charAt(line.length)) ? ` ${written.slice(line.length)}` : written;
}

/** Texts in YAML, nearly all without a mistake. */
export const yamlTexts: fc.Arbitrary<string> = fc
	.tuple(fc.constantFrom("", "# head\n", "---\n", "\uFEFF# head\n"), keys, fc.array(value, { minLength: 5, maxLength: 5 }), fc.constantFrom("\n", "", "\r\n"))
	.map(([head, names, values, end]) => {
		const text = head + names.map((name, index) => `${name}:${values[index]?.(0)}\n`).join("");
		return end === "\r\n" ? text.replaceAll("\n", "\r\n") : end === "" ? text.trimEnd() : text;
	});
