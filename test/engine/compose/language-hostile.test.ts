import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProjectFiles } from "../../../src/engine/compose/find-project.ts";
import { ownProject } from "../../../src/engine/compose/own-project.ts";
import { parse } from "../../../src/engine/compose/parse.ts";
import type { ComposeFile } from "../../../src/engine/compose/syntax.ts";
import { composeCompletionsAt, composeWantsAt } from "../../../src/engine/language/compose/completion/completion.ts";
import { composeFolds } from "../../../src/engine/language/compose/folding.ts";
import { composeHover } from "../../../src/engine/language/compose/hovers/hover.ts";
import { hostsIn } from "../../../src/engine/language/compose/hosts.ts";
import { composeInlayHints } from "../../../src/engine/language/compose/inlay-hints.ts";
import { composeSemanticTokens } from "../../../src/engine/language/compose/semantic-tokens.ts";
import { hintKinds } from "../../../src/engine/language/inlay-hint.ts";
import { composeLenses } from "../../../src/engine/language/compose/lenses.ts";
import { composeLinks } from "../../../src/engine/language/compose/links.ts";
import { mergedHints } from "../../../src/engine/language/compose/merged-hints.ts";
import { namesIn } from "../../../src/engine/language/compose/names.ts";
import { composeOutline } from "../../../src/engine/language/compose/outline.ts";
import { composeSelectionsAt } from "../../../src/engine/language/compose/selection.ts";
import type { OutlineEntry } from "../../../src/engine/language/outline-entry.ts";
import type { Range } from "../../../src/engine/text/text.ts";
import { say } from "../../../src/engine/text/message.ts";

const nothingElse = (file: ComposeFile): ProjectFiles => ({
	home: "/",
	isAbsent: () => true,
	list: () => [],
	parsed: () => file,
	text: (path) => (path === "/x/compose.yaml" ? file.text : undefined),
});

function askAll(text: string, offset: number): void {
	const file = parse(text);
	composeWantsAt(file, offset);
	composeCompletionsAt(file, offset, {
		project: [file],
		officials: [],
		entries: [],
		images: [],
		variables: new Map(),
		dockerfile: undefined,
		imagePorts: [],
		extended: undefined,
		hasKeys: false,
		isAsked: true,
	});
	composeHover(file, offset, undefined, {
		variable: () => undefined,
		model: undefined,
		path: "",
		shown: (path) => path,
		project: [file],
		isExplained: false,
		describeImage: () => ({ about: [say`x`] }),
		describePort: () => undefined,
	});
	const known = (): undefined => undefined;
	composeInlayHints(file, { start: 0, end: text.length }, new Set(hintKinds), known);
	composeLenses(file);
	const { project } = ownProject("/x/compose.yaml", nothingElse(file), { environment: known, separator: ":" });
	mergedHints(file, { start: 0, end: text.length }, { model: project.model, path: "/x/compose.yaml", shown: (path) => path });
	const tokens = composeSemanticTokens(file);
	expect(tokens.filter(({ start }, index) => start < (tokens[index - 1]?.end ?? 0))).toEqual([]);
	composeFolds(file);
	for (const entry of composeOutline(file)) expectWithin(entry, { start: 0, end: text.length });
	composeLinks(file, () => undefined);
	hostsIn(file);
	expect(namesIn(file).filter(({ start, end, name }) => text.slice(start, end) !== name)).toEqual([]);
	const steps = composeSelectionsAt(file, offset);
	for (const [index, step] of steps.entries()) {
		const outer = steps[index + 1];
		if (outer) expect(outer.start <= step.start && step.end <= outer.end).toBe(true);
	}
}

function expectWithin({ range, selection, children }: OutlineEntry, outer: Range): void {
	expect(outer.start <= range.start && range.end <= outer.end && range.start <= selection.start && selection.end <= range.end).toBe(true);
	for (const child of children) expectWithin(child, range);
}

test("the outline's parts are in one another, also where blanks end the file", () => {
	askAll("volumes:\n  data: ", 0);
	askAll("x-a: : - &a ", 0);
});

const pieces = fc.constantFrom(
	"services:\n",
	"  web:\n",
	"    depends_on: [",
	"    ports:\n    - ",
	"image: ",
	"${",
	"$A",
	"}",
	"]",
	"{",
	"- ",
	"&a ",
	"*a",
	"<<: ",
	"\t",
	"\r\n",
	"\n",
	"  ",
	'"',
	"'",
	"#",
	": ",
	"|\n",
	"!reset ",
	"😀",
	"\uFEFF",
	"---\n",
	"x-a: ",
	"build: {target: ",
);

test("at any offset of any text", () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), (parts, at) => {
			const text = parts.join("");
			askAll(text, at % (text.length + 1));
		}),
	);
});

test.each([
	["brackets", `services: ${"[".repeat(3000)}`],
	["braces", `services: {a: ${"{a: ".repeat(3000)}`],
	["variables", `services: {a: {image: "${"${A:-".repeat(3000)}"}}`],
	[
		"aliases of aliases",
		`x-0: &l0 {a: b}\n${Array.from({ length: 500 }, (_, level) => `x-${level + 1}: &l${level + 1} [*l${level}, *l${level}]`).join("\n")}\nservices: {web: *l500}\n`,
	],
	["services", `services:\n${Array.from({ length: 10_000 }, (_, index) => `  s${index}:\n    image: a\n    depends_on: [s${index + 1}]\n`).join("")}`],
	["quotes", `services:\n${'  a: "\n'.repeat(5000)}`],
	["a long line", `services: {a: {command: ${"x ".repeat(100_000)}}}`],
	["anchors", `a: ${"&a ".repeat(5000)}`],
])("%s take bounded time", (_name, text) => {
	for (const offset of [0, text.length >> 1, text.length]) askAll(text, offset);
});
