import { expect, test } from "vitest";
import { parse } from "../../../src/engine/compose/parse.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";

const service = (lines: string): string => `services:\n  web:\n${lines}    restart: always\n`;

/** As docker compose 5.5 takes and refuses them. */
test.each([
	["on an empty line", service('    image: "nginx"\n        \t\n'), 4],
	["on an empty line below plain text, as deep as its key", service("    image: nginx\n    \t\n"), 4],
	["on an empty line behind a comment", service("    # a\n\t\n    image: nginx\n"), 4],
	["at the end", "services:\n  web:\n    image: nginx\n\t", 4],
	["at the beginning", "\t\nservices: {}\n", 1],
	["before a comment", service('    image: "nginx"\n\t# a\n'), 4],
	["before a comment below one that ends a line", service("    image: nginx # a\n\t# b\n"), 4],
	["behind a dash", service("    command:\n    -\ta\n"), 4],
	["behind a dash in a list", service("    command:\n    - a\n    - \tb\n"), 5],
	["in plain text within brackets", service("    command: [a\n    \t]\n"), 4],
	["before the first line of a block", service("    command: |\n\n      \ta\n      b\n"), 5],
])("a tab %s is refused, and mended", (_, text, line) => {
	const { problems } = parse(text);
	expect(problems.map(({ at }) => text.slice(0, at.start).split("\n").length)).toEqual([line]);
	const edits = problems.flatMap(({ edit }) => edit ?? []);
	expect(edits).toHaveLength(1);
	expect(parse(applyEdits(text, edits)).problems).toEqual([]);
});

test.each([
	["below plain text, deeper than its key", service("    image: nginx\n      \t\n")],
	["between comments", service("    # a\n\t# b\n\n\t# c\n    image: nginx\n")],
	["in brackets", service("    command: [a,\n\t# b\n\tc\n,\td]\n")],
	["in quotes", service("    command: \"a\n\t\n\tb\"\n    user: 'c\n\td'\n")],
	["in a block", service("    command: |\n      a\n      \tb\n      \t\n")],
	["in a block that says its depth", service("    command: |2\n      \ta\n")],
	["behind a colon, and at the end of a line", service("    image:\tnginx\t\n    user: a\t# b\n")],
])("a tab %s is taken", (_, text) => {
	expect(parse(text).problems).toEqual([]);
});
