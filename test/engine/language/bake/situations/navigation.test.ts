import { describe, expect, test } from "vitest";
import { parseBake } from "../../../../../src/engine/bake/parse.ts";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { bakeDefinitionAt, bakeReferencesAt, dockerfileLinks, placeInDockerfile } from "../../../../../src/engine/language/bake/navigation.ts";
import { bakeOutline } from "../../../../../src/engine/language/bake/outline.ts";
import { drawn } from "../../dockerfile/cursor.ts";

const read = (marked: string) => ({ file: parseBake(marked.replaceAll(/[‸«»]/g, "")), offset: marked.replaceAll(/[«»]/g, "").indexOf("‸") });

/** The text with «» around what the cursor leads to in it. */
function led(marked: string): string {
	const { file, offset } = read(marked);
	const found = bakeDefinitionAt(file, offset);
	const targets = found && !found.dockerfiles ? found.targets : [];
	return drawn(
		file.text,
		targets.map(({ at }) => ({ ...at, signs: ["«", "»"] })),
	);
}

const dockerfile = parse("ARG late\nFROM alpine AS build\nARG given\nARG defined=1\nFROM build AS two-words\n");
/** Where the cursor leads in a Dockerfile: the file's path, the line from 1, and the word. */
function ledOut(marked: string): string {
	const { file, offset } = read(marked);
	const found = bakeDefinitionAt(file, offset);
	if (!found?.dockerfiles) return "nowhere";
	const place = placeInDockerfile(dockerfile, found);
	const where = place ? `${dockerfile.text.slice(0, place.start).split("\n").length} ${dockerfile.text.slice(place.start, place.end)}` : "nothing";
	return `${found.dockerfiles.join()}: ${where}`;
}

describe("definitions in the file", () => {
	test.each([
		["a variable", 'variable "«v»" {}\ntarget "a" {\n  context = ‸v\n}\n'],
		["one whose name stands without quotes", "variable «v» {}\ntarget a {\n  target = v‸\n}\n"],
		["in a string", 'variable "«v»" {}\ntarget "a" {\n  target = "${‸v}"\n}\n'],
		["in a string of a list", 'variable "«v»" {}\ntarget "a" {\n  inherits = ["", "${‸v}"]\n}\n'],
		["in a list", 'variable "«v»" {}\ntarget "a" {\n  entitlements = [‸v]\n}\n'],
		["the second of a list", 'variable "v" {}\nvariable "«w»" {}\ntarget "a" {\n  inherits = [v, "${‸w}"]\n}\n'],
		["a value at the top", '«name» = "abc"\ntarget "a" {\n  target = na‸me\n}\n'],
		["a value by another", '«one» = "1"\ntwo = o‸ne\n'],
		["a value in a string of a list", '«one» = "1"\ntwo = ["${o‸ne}"]\n'],
		["a value in an object at the top", '«one» = "1"\nargs = { v = o‸ne }\n'],
		["itself", 'one = "1"\n«t‸wo» = one\n'],
		["a target in inherits", 'target "«base»" {}\ntarget "a" {\n  inherits = [ "ba‸se" ]\n}\n'],
		["a target in a group", 'target "«base»" {}\ngroup "g" {\n  targets = ["b‸ase"]\n}\n'],
		["a target in what is taken of it", 'target "«a»" { tags = ["x"] }\ntarget "b" { tags = target.‸a.tags }\n'],
		["what is taken of it", 'target "a" { «tags» = ["x"] }\ntarget "b" { tags = target.a.ta‸gs }\n'],
		["in a comparison", 'variable "«net»" {}\ntarget "a" {\n  network = n‸et == "host" ? net : "none"\n}\n'],
		["behind the question", '«usual» = "none"\nvariable "net" {}\ntarget "a" {\n  network = net == "host" ? net : us‸ual\n}\n'],
		["in an entry of an object", '«one» = "1"\ntarget "a" {\n  args = {\n    x = o‸ne\n  }\n}\n'],
		["in a call", 'variable "«TAG»" {}\ntarget "a" {\n  tags = [notequal("", T‸AG) ? "a:${TAG}" : "a"]\n}\n'],
		["in a string behind a call", 'variable "«TAG»" {}\ntarget "a" {\n  tags = [notequal("", TAG) ? "a:${T‸AG}" : "a"]\n}\n'],
		["a function", 'function "«tag»" {\n  params = [p]\n  result = "${p}"\n}\ntarget "a" {\n  tags = [t‸ag("1")]\n}\n'],
		["a function in a string", 'function "«tag»" {\n  params = [p]\n  result = "${p}"\n}\ntarget "a" {\n  tags = ["${ta‸g("1")}"]\n}\n'],
		["what a loop goes through", 'variable "«all»" {}\ntarget "a" {\n  tags = [for t in a‸ll : upper(t)]\n}\n'],
		["a variable of a loop", 'variable "all" {}\ntarget "a" {\n  tags = [for «t» in all : upper(‸t)]\n}\n'],
		["itself, of a loop", 'variable "all" {}\ntarget "a" {\n  tags = [for «‸t» in all : t]\n}\n'],
		["in the condition of a loop", 'variable "«num»" {}\ntarget "a" {\n  tags = [for t in ["x"] : t if n‸um == 3]\n}\n'],
	])("%s", (_, marked) => {
		for (const lineEnd of ["\n", "\r\n"]) {
			const text = marked.replaceAll("\n", lineEnd);
			expect(led(text)).toBe(text.replace("‸", ""));
		}
	});
	test.each([
		["a variable that nothing sets", 'target "a" {\n  target = no‸ne\n}\n'],
		["a string that is called as a variable", 'variable "v" {}\ntarget "a" {\n  inherits = ["‸v"]\n}\n'],
		["a string at the top", 'one = "val‸ue"\n'],
		["blanks behind a name", 'one ‸ = "1"\n'],
		["blanks in a comparison", 'variable "v" {}\ntarget "a" {\n  network = v ‸ == "x" ? v : "y"\n}\n'],
		["a group that inherits", 'target "t" {}\ngroup "g" { inherits = ["‸t"] }\n'],
		["a variable that inherits", 'target "t" {}\nvariable "v" { inherits = ["‸t"] }\n'],
		["a key at the top", 'args = { va‸r = "1" }\n'],
	])("nowhere: %s", (_, marked) => {
		expect(led(marked)).toBe(marked.replace("‸", ""));
	});
});

describe("definitions in the Dockerfile", () => {
	test.each([
		["a stage", 'target "a" { target = "bu‸ild" }', "Dockerfile: 2 build"],
		["a stage with a dash", 'target "a" { target = "two-w‸ords" }', "Dockerfile: 5 two-words"],
		["a stage that is not cached", 'target "a" { no-cache-filter = ["bu‸ild"] }', "Dockerfile: 2 build"],
		["in another file", 'target "a" {\n  dockerfile = "Other"\n  target = "bu‸ild"\n}', "Other: 2 build"],
		["in a context", 'target "a" {\n  context = "backend"\n  target = "bu‸ild"\n}', "backend/Dockerfile: 2 build"],
		["in both", 'target "a" {\n  context = "backend"\n  dockerfile = "Other"\n  no-cache-filter = ["bui‸ld"]\n}', "backend/Other: 2 build"],
		["an argument", 'target "a" {\n  args = {\n    gi‸ven = "1"\n  }\n}', "Dockerfile: 3 given"],
		["one in quotes", 'target "a" {\n  args = {\n    "gi‸ven" = "1"\n  }\n}', "Dockerfile: 3 given"],
		["one with a default", 'target "a" {\n  args = {\n    def‸ined = "1"\n  }\n}', "Dockerfile: 4 defined"],
		["one in a context", 'target "a" {\n  context = "backend"\n  args = {\n    gi‸ven = "1"\n  }\n}', "backend/Dockerfile: 3 given"],
		["at the attribute", 'target "a" {\n  tar‸get = "build"\n}', "nowhere"],
		["in another attribute", 'target "a" {\n  network = "bui‸ld"\n}', "nowhere"],
		["in a variable", 'variable "v" {\n  target = "bui‸ld"\n}', "nowhere"],
		["in a group", 'group "g" { target = "bui‸ld" }', "nowhere"],
		["not cached, in a group", 'group "g" { no-cache-filter = ["bui‸ld"] }', "nowhere"],
		["an argument in a group", 'group "g" {\n  args = {\n    gi‸ven = "1"\n  }\n}', "nowhere"],
		["an argument in a variable", 'variable "v" {\n  args = {\n    gi‸ven = "1"\n  }\n}', "nowhere"],
	])("%s", (_, marked, expected) => {
		expect(ledOut(marked)).toBe(expected);
	});
});

test.each([
	["from a group", 'group "g" { targets = ["«b‸uild»"] }\ntarget "«build»" {}\ntarget "other" {}\n'],
	["before the quotes", 'group "g" { targets = [‸"«build»"] }\ntarget "«build»" {}\n'],
	["behind the quotes", 'group "g" { targets = ["«build»"‸] }\ntarget "«build»" {}\n'],
	["from a name without quotes", 'group "g" { targets = ["«build»"] }\ntarget «bui‸ld» {}\ntarget "other" {}\n'],
	["from a name in quotes", 'group "g" { targets = ["«build»"] }\ntarget "«bui‸ld»" {}\n'],
	["before the quotes of a name", 'group "g" { targets = ["«build»"] }\ntarget ‸"«build»" {}\n'],
	["behind the quotes of a name", 'group "g" { targets = ["«build»"] }\ntarget "«build»"‸ {}\n'],
	["what is built on it, too", 'target "«build»" {}\ntarget "a" {\n  inherits = ["«bu‸ild»"]\n}\n'],
])("all places of a target, %s", (_, marked) => {
	const { file, offset } = read(marked);
	const places = bakeReferencesAt(file, offset).map(({ start, end }) => ({ start, end, signs: ["«", "»"] as const }));
	expect(drawn(file.text, places)).toBe(marked.replace("‸", ""));
});

test.each([
	['target "a" {\n  dockerfile = "Dockerfile.api"\n}', ["Dockerfile.api -> Dockerfile.api"]],
	['target "a" {\n  dockerfile = "./Dockerfile.api"\n}', ["./Dockerfile.api -> Dockerfile.api"]],
	['target "a" {\n  dockerfile = "../Dockerfile.api"\n}', ["../Dockerfile.api -> ../Dockerfile.api"]],
	['target "a" {\n  dockerfile = "api/Dockerfile"\n}', ["api/Dockerfile -> api/Dockerfile"]],
	// Docker DX leaves the context out.
	['target "a" {\n  context = "api"\n  dockerfile = "Dockerfile.api"\n}', ["Dockerfile.api -> api/Dockerfile.api"]],
	['target "a" {\n  dockerfile = none\n}', []],
])("links: %j", (text, expected) => {
	expect(dockerfileLinks(parseBake(text)).map(({ start, end, path }) => `${text.slice(start, end)} -> ${path}`)).toEqual(expected);
});

test.each([
	['target "web" {\n}\ntarget "api" {\n}\n', ["web at web", "api at api"]],
	["target {}", ["target at target"]],
	["variable {}", ["variable at variable"]],
	['attribute = "value"', ["attribute at attribute"]],
])("the outline: %j", (text, expected) => {
	expect(bakeOutline(parseBake(text)).map(({ name, selection }) => `${name} at ${text.slice(selection.start, selection.end)}`)).toEqual(expected);
});
