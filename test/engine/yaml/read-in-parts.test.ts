import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryTree } from "../../../src/engine/yaml/library-tree.ts";
import { readInParts } from "../../../src/engine/yaml/read-in-parts.ts";
import { readTree } from "../../../src/engine/yaml/read-tree.ts";
import { repairedLine } from "../../../src/engine/yaml/repair-line.ts";

const text = `# A shop.
name: shop

x-common: &common
  restart: always
  labels: [one, two]

services: # These run.
  # First.
  web:
    <<: *common
    image: nginx:1.27
    command: "a
      b"
    ports:
      - "80:80"
      - 443:443 # TLS
  db:
    image: postgres:17
    environment:
      TEXT: |
        services:
          no: yes

  # Last.
  cache:
    image: redis:8
volumes:
  data:
  logs: {}
networks: {front: , back: }
`;

const lines = text.split("\n");
const changed = (line: number, ...instead: string[]): string => [...lines.slice(0, line), ...instead, ...lines.slice(line + 1)].join("\n");
const at = (content: string): number => lines.findIndex((line) => line.trimStart() === content);

function expectSame(broken: string): boolean {
	const inParts = readInParts(broken);
	if (!inParts) return false;
	const { mayRead, ...read } = inParts;
	expect(read).toEqual(libraryTree(broken));
	for (const problem of read.problems) expect(repairedLine(broken, problem.at, { mayRead })).toEqual(repairedLine(broken, problem.at));
	return true;
}

test.each([
	["a word among services", changed(at("db:"), "  wor", "  db:")],
	["a word among keys", changed(at("image: postgres:17"), "    imag", "    image: postgres:17")],
	["a word in the first column", changed(at("volumes:"), "vol", "volumes:")],
	["a blank before a line", changed(at("image: postgres:17"), "     image: postgres:17")],
	["a colon in a value", changed(at("image: postgres:17"), "    image: postgres: 17")],
	["a key twice", changed(at("image: postgres:17"), "    image: postgres:17", "    image: mysql")],
	["a quotation mark that the next one closes", changed(at("image: nginx:1.27"), '    image: "nginx')],
	["a bracket that is open", changed(at("labels: [one, two]"), "  labels: [one, two")],
	["mistakes in two services", changed(at("image: nginx:1.27"), "    image: a: b").replace("postgres:17", "c: d")],
	["a mistake at the end", changed(at("networks: {front: , back: }"), "networks: {front: , back: ")],
])("%s is read in its place", (_, broken) => {
	expect(readTree(broken)).toBeUndefined();
	expect(expectSame(broken)).toBe(true);
});

test.each([
	["without a mistake", text],
	["with a mistake above all else", `nothing\n${text}`],
	["with a quotation mark that is open", changed(at("image: postgres:17"), '    image: "postgres')],
	["with a tab before an item", changed(at('- "80:80"'), '\t- "80:80"')],
	["of several documents", `${text}---\na: b: c\n`],
	["with a key in two places", `${changed(at("image: postgres:17"), "    image: postgres: 17")}name: again\n`],
])("a text %s is read whole", (_, other) => {
	expect(readInParts(other)).toBeUndefined();
});

test("whatever is typed into a text, it is read as the whole is", () => {
	const typed = fc.oneof(
		fc.constantFrom(" ", "  ", "\n", "x", ":", ": ", "- ", "'", '"', "[", "}", "#", "\t", "&a", "*a", "|", "name:", "\nname: b\n", "\n  web:\n", "---\n"),
		fc.string({ maxLength: 4 }),
	);
	let inParts = 0;
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(text.length), fc.nat(6), typed), { minLength: 1, maxLength: 2 }), (edits) => {
			const edited = edits.reduce((all, [start, length, written]) => all.slice(0, start) + written + all.slice(start + length), text);
			if (!readTree(edited) && expectSame(edited)) inParts++;
		}),
		{ numRuns: 1000, seed: 5 },
	);
	expect(inParts).toBeGreaterThan(200);
});
