import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesInDockerfiles } from "../../../../src/engine/bake/builds.ts";
import { placesOf } from "../../../../src/engine/bake/names.ts";
import { parseBake } from "../../../../src/engine/bake/parse.ts";
import { dockerfileOf, resolveTarget } from "../../../../src/engine/bake/targets.ts";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { bakeLanguage } from "../../../../src/engine/language/bake/bake-language.ts";
import { bakeCompletions, dockerfileWanted, folderWanted } from "../../../../src/engine/language/bake/completion.ts";
import { bakeHover } from "../../../../src/engine/language/bake/hover.ts";
import { bakeDefinitionAt, bakeReferencesAt, dockerfileLinks, placeInDockerfile } from "../../../../src/engine/language/bake/navigation.ts";
import { bakeFolds, bakeOutline } from "../../../../src/engine/language/bake/outline.ts";
import { defaultConfiguration } from "../../../../src/engine/lint/configuration.ts";
import { lint } from "../../../../src/engine/lint/lint.ts";
import { rules } from "../../../../src/engine/rules/index.ts";

const text = `# all images
variable "TAG" {
  default = "1"
}
REGISTRY = "example.com"
target "base" {
  dockerfile = "docker/Dockerfile"
  args = {
    VERSION = TAG
  }
}
target "app" {
  inherits = ["base"]
  target = "prod"
  tags = ["\${REGISTRY}/app:\${upper(TAG)}"]
}
group "default" {
  targets = ["app"]
}
`;
const file = parseBake(text);
const at = (word: string, nth = 0): number => {
	let offset = -1;
	for (let count = 0; count <= nth; count++) offset = text.indexOf(word, offset + 1);
	return offset;
};
const textAt = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
const dockerfile = parse("FROM alpine AS build\nARG VERSION\nFROM build AS prod\nARG OTHER\n");

const entries = [
	{ name: "Dockerfile", isFolder: false },
	{ name: "main.go", isFolder: false },
	{ name: "web", isFolder: true },
];

/** Labels of what is suggested at the mark ‸. */
function suggested(marked: string): readonly string[] | undefined {
	const offset = marked.indexOf("‸");
	return bakeCompletions(parseBake(marked.replace("‸", "")), offset, { dockerfile, entries, along: [] })?.map(({ label }) => label);
}

test("each that a target inherits from counts with all that it inherits itself, as in bake", () => {
	const inheriting = parseBake(`target "d" {
  args = { X = "d" }
  dockerfile = "d"
}
target "b" {
  inherits = ["d"]
  args = { X = "b" }
  dockerfile = "b"
}
target "c" {
  inherits = ["d"]
}
target "a" {
  inherits = ["b", "c"]
}
target "round" {
  inherits = ["trip"]
  args = { Y = "round" }
}
target "trip" {
  inherits = ["round"]
  args = { Y = "trip" }
}
${Array.from({ length: 150 }, (_, index) => `target "t${index + 1}" {\n  inherits = ["t${index}"]\n}\n`).join("")}target "t0" {}`);
	const { values, entries } = resolveTarget(inheriting, "a");
	expect(values.get("dockerfile")?.from).toBe("d");
	expect(entries.get("args")?.get("X")?.from).toBe("d");
	for (const name of ["round", "trip", "round"]) expect(resolveTarget(inheriting, name).entries.get("args")?.get("Y")?.from).toBe(name);
	// Whoever is asked about first.
	expect(["t150", "t0", "t99", "t100", "t140"].map((name) => resolveTarget(inheriting, name).isWhole)).toEqual([false, true, true, false, false]);
});

test("a target is what it says and what it inherits", () => {
	const resolved = resolveTarget(file, "app");
	expect(dockerfileOf(file, resolved)).toEqual({ path: "docker/Dockerfile", context: "", isSure: true });
	expect(resolved.entries.get("args")?.get("VERSION")?.from).toBe("base");
	expect(bakeHover(file, at('"app"') + 2, undefined)?.markdown).toBe(
		[
			"**Target `app`**, with what it inherits:",
			[
				'- `dockerfile`: `"docker/Dockerfile"` ← `base`',
				'- `target`: `"prod"`',
				'- `tags`: `["${REGISTRY}/app:${upper(TAG)}"]`',
				"- `args.VERSION`: `TAG` ← `base`",
			].join("\n"),
		].join("\n\n"),
	);
});

test("hovers say what attributes, blocks, variables and functions are", () => {
	const hover = (word: string, nth?: number): string | undefined => bakeHover(file, at(word, nth) + 1, undefined)?.markdown;
	expect(hover("inherits")).toContain("Targets whose attributes count here too");
	expect(hover("group")).toContain("Targets that are built together.");
	expect(hover("TAG", 1)).toBe('**Variable `TAG`**, by default `"1"`');
	expect(hover("upper")).toContain("bake-stdlib.md#upper");
	const ours = parseBake('function "tagged" {\n  params = [name]\n  variadic_params = tags\n  result = "${name}:1"\n}\n');
	expect(bakeHover(ours, 12, undefined)?.markdown).toBe('**Function `tagged(name, tags…)`** of this file\n\n`"${name}:1"`');
	expect(hover("docker/Dockerfile")).toContain('`dockerfile = "…"`');
	expect(hover("VERSION")).toContain("Values for the Dockerfile's `ARG`s");
	expect(bakeHover(file, at("VERSION"), undefined, { dockerfile })?.markdown).toBe("**Argument `VERSION`** of the Dockerfile, without a default");
	expect(bakeHover(file, at("prod"), undefined, { dockerfile: parse("FROM nginx AS prod\n") })?.markdown).toBe(
		"**Stage `prod`** of the Dockerfile, built on `nginx`",
	);
	expect(hover("# all")).toBeUndefined();
});

test("names lead to where they are defined, also in the Dockerfile", () => {
	const definition = (offset: number): readonly string[] | undefined => {
		const found = bakeDefinitionAt(file, offset);
		return found?.dockerfiles ? undefined : found?.targets.map(({ at: place }) => textAt(place));
	};
	expect(definition(at('"base"]') + 1)).toEqual(["base"]);
	expect(definition(at("TAG", 2))).toEqual(["TAG"]);
	expect(definition(at('"app"]'))).toEqual(["app"]);
	expect(definition(at('"${REGISTRY}') + 1)).toEqual(["REGISTRY"]);
	const other = 'target "a" { tags = ["a:1"] }\ntarget "b" { tags = target.a.tags }\n';
	expect(bakeDefinitionAt(parseBake(other), other.lastIndexOf("tags"))).toMatchObject({ targets: [{ at: { start: 13, text: "tags" } }] });
	expect(bakeDefinitionAt(file, at("prod"))).toMatchObject({ dockerfiles: ["docker/Dockerfile"], kind: "stage", name: "prod" });
	expect(bakeDefinitionAt(file, at("VERSION"))).toMatchObject({ dockerfiles: ["docker/Dockerfile"], kind: "argument", name: "VERSION" });
	const stage = placeInDockerfile(dockerfile, { kind: "stage", name: "PROD" });
	expect(stage && dockerfile.text.slice(stage.start, stage.end)).toBe("prod");
	expect(bakeReferencesAt(file, at("TAG", 1)).map(({ start, role }) => [start, role])).toEqual([
		[at("TAG"), "definition"],
		[at("TAG", 1), "reference"],
		[at("TAG", 2), "reference"],
	]);
	expect(dockerfileLinks(file).map((link) => [textAt(link), link.path])).toEqual([["docker/Dockerfile", "docker/Dockerfile"]]);
	expect(placesInDockerfiles(file).map((place) => [textAt(place), place.kind, ...place.dockerfiles])).toEqual([
		["VERSION", "argument", "docker/Dockerfile"],
		["prod", "stage", "docker/Dockerfile"],
	]);
});

test("JSON says the same", () => {
	const json = parseBake('{"target": {"app": {"inherits": ["base"], "target": "prod", "args": {"A": "${TAG}"}}, "base": {}}, "variable": {"TAG": {}}}');
	expect(placesOf(json).map(({ kind, name, role }) => `${kind} ${name} ${role}`)).toEqual([
		"target app definition",
		"target base reference",
		"stage prod reference",
		"argument A reference",
		"variable TAG reference",
		"target base definition",
		"variable TAG definition",
	]);
	expect(json.problems).toEqual([]);
});

test("a condition stands in another", () => {
	const conditions = parseBake('a = x == "y" ? z ? ["1"] : [] : w ? [] : ["2"]\nb = a ? b ? c ? 1 : 2 : 3 : 4\n');
	expect([conditions.problems, conditions.globals.map(({ name }) => name.text)]).toEqual([[], ["a", "b"]]);
});

test("the outline and folds", () => {
	expect(bakeOutline(file).map(({ name, detail, kind, children }) => [name, detail, kind, children.map((child) => `${child.name} ${child.detail}`)])).toEqual([
		["TAG", "variable", "variable", ["default 1"]],
		["REGISTRY", "example.com", "setting", []],
		["base", "target", "stage", ["dockerfile docker/Dockerfile", "args { VERSION = TAG }"]],
		["app", "target base", "stage", ['inherits ["base"]', "target prod", 'tags ["${REGISTRY}/app:${upper(TAG)}"]']],
		["default", "group", "label", ['targets ["app"]']],
	]);
	expect(bakeFolds(file).map(({ start, end }) => text.slice(start, end).split("\n").length)).toEqual([2, 5, 2, 4, 2]);
});

describe("completion", () => {
	test("blocks and attributes", () => {
		expect(suggested("‸")).toEqual(["target", "group", "variable", "function"]);
		expect(suggested('target "app" {\n  tags = []\n  ‸\n}')).toEqual(expect.arrayContaining(["dockerfile", "args"]));
		expect(suggested('target "app" {\n  tags = []\n  ta‸\n}')).not.toContain("tags");
		expect(suggested('group "app" {\n  ‸')).toEqual(["description", "targets"]);
	});
	test("names of targets, stages and arguments", () => {
		const targets = 'target "base" {}\ngroup "all" {}\n';
		expect(suggested(`${targets}target "app" {\n  inherits = ["‸"]\n}`)).toEqual(["base"]);
		expect(suggested(`${targets}target "app" {\n  inherits = [""‸]\n}`)).toBeUndefined();
		expect(suggested(`${targets}group "g" {\n  targets = ["b‸"]\n}`)).toEqual(["base", "all"]);
		expect(suggested(`${targets}target "app" {\n  contexts = { a = "‸" }\n}`)).toEqual(["web", "target:base", "docker-image://"]);
		expect(suggested('target "app" {\n  target = "‸"\n}')).toEqual(["build", "prod"]);
		expect(suggested('target "app" {\n  args = {\n    VERSION = "1"\n    O‸\n  }\n}')).toEqual(["OTHER"]);
		expect(dockerfileWanted(file, at("prod"))).toBe("docker/Dockerfile");
	});
	test("variables and functions", () => {
		const found = suggested('variable "TAG" {}\ntarget "app" {\n  tags = ["app:${T‸}"]\n}');
		expect(found?.[0]).toBe("TAG");
		expect(found).toContain("timestamp");
		expect(suggested('variable "TAG" {}\ntarget "app" {\n  tags = ‸\n}')?.[0]).toBe("TAG");
	});
	test("values that are not begun, and paths", () => {
		const inserted = (marked: string): readonly string[] | undefined =>
			bakeCompletions(parseBake(marked.replace("‸", "")), marked.indexOf("‸"), { dockerfile, entries: [], along: [] })
				?.slice(0, 2)
				.map(({ text, label }) => text ?? label);
		expect(inserted('target "app" {\n  entitlements = [‸]\n}')).toEqual(['"network.host"', '"security.insecure"']);
		expect(inserted('target "app" {\n  target = ‸\n}')).toEqual(['"build"', '"prod"']);
		expect(inserted('target "app" {\n  pull = t‸\n}')).toEqual(["true", "false"]);
		expect(suggested('target "app" {\n  dockerfile = "‸"\n}')).toEqual(["Dockerfile", "main.go", "web"]);
		expect(suggested('target "app" {\n  context = "./‸"\n}')).toEqual(["web"]);
		expect(suggested('target "app" {\n  contexts = { a = "./w‸" }\n}')).toEqual(["web"]);
		const wanted = (marked: string): string | undefined => folderWanted(parseBake(marked.replace("‸", "")), marked.indexOf("‸"));
		expect(wanted('target "app" {\n  context = "services"\n  dockerfile = "web/‸Dock"\n}')).toBe("services/web/");
		expect(wanted('target "app" {\n  dockerfile = "‸"\n}')).toBe("");
		expect(wanted('target "app" {\n  context = "https://github.com/a/b.git"\n  dockerfile = "‸"\n}')).toBeUndefined();
		expect(wanted('target "app" {\n  context = "/etc/‸"\n}')).toBeUndefined();
	});
	test("entries that are written as objects, and what variables are checked by", () => {
		expect(suggested('target "app" {\n  output = [{ type = "‸" }]\n}')).toEqual(["docker", "image", "registry", "local", "tar", "oci", "cacheonly"]);
		expect(suggested('target "app" {\n  secret = [{ type = "env", ‸ }]\n}')).toEqual(["id", "src", "env"]);
		expect(suggested('target "app" {\n  cache-from = [{ ref = "‸" }]\n}')).toBeUndefined();
		expect(suggested('variable "A" {\n  default = "1"\n  ‸\n}')).toEqual(["description", "type", "validation"]);
		expect(suggested('variable "A" {\n  validation {\n    condition = A == "1"\n    ‸\n  }\n}')).toEqual(["error_message"]);
	});
	test("comments, and where any word may stand", () => {
		expect(suggested("# ‸")).toBeUndefined();
		expect(suggested('target "app" {\n  name = "‸"\n}')).toBeUndefined();
	});
});

describe("ignore comments", () => {
	const ignored = (each: string): readonly string[] =>
		bakeLanguage.ignoreComments(bakeLanguage.parse(each)).map(({ range }) => (range ? each.slice(range.start, range.end) : "-"));
	test("above a block or an attribute, or behind it", () => {
		expect(ignored('# hullwright ignore=a\n# why\ntarget "app" {}\n')).toEqual(['target "app" {}']);
		expect(ignored('target "app" {\n  # hullwright ignore=a\n  tags = [\n  ]\n}\n')).toEqual(["tags = [\n  ]"]);
		expect(ignored('target "app" {\n  tags = [] # hullwright ignore=a\n}\n')).toEqual(["  tags = [] # hullwright ignore=a"]);
	});
});

const pieces = fc.constantFrom(
	...text.split(/(?<=\W)/),
	"<<EOT\n",
	"EOT\n",
	"${",
	"%{ for x in ",
	"[for x in a : x",
	"{",
	"}",
	'"',
	"/*",
	"\r\n",
	"target.app.tags[0]",
	"\uFEFF",
	"?",
	":",
);

test("no text and no place throws, and ranges lie in the text", () => {
	const strict = { ...defaultConfiguration, preset: "strict" as const };
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, isJson) => {
			const made = `${isJson ? "{" : ""}${parts.join("")}`;
			const each = parseBake(made);
			expect(lint(bakeLanguage, each, rules, strict).faults).toEqual([]);
			for (const range of [...each.problems.map((problem) => problem.at), ...placesOf(each), ...bakeFolds(each)])
				expect(0 <= range.start && range.start <= range.end && range.end <= made.length).toBe(true);
			for (const { range, selection } of bakeOutline(each)) expect(range.start <= selection.start && selection.end <= range.end).toBe(true);
			for (let offset = 0; offset <= made.length; offset += 3) {
				bakeHover(each, offset, undefined);
				bakeCompletions(each, offset, { dockerfile, entries, along: [] });
				bakeDefinitionAt(each, offset);
			}
		}),
		{ numRuns: 300 },
	);
});
