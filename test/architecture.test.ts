import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { expect, test } from "vitest";

/** What each folder of src may import besides itself. A folder uses only folders that stand above it, so there are no cycles. */
const mayImport: Record<string, readonly string[]> = {
	"engine/text": [],
	"engine/image": ["engine/text"],
	"engine/dockerfile": ["engine/text", "engine/image"],
	"engine/shell": ["engine/text", "engine/dockerfile", "unbash"],
	"engine/dockerignore": ["engine/text"],
	"engine/hcl": ["engine/text"],
	"engine/bake": ["engine/text", "engine/hcl"],
	"engine/yaml": ["engine/text", "yaml"],
	// A picture of a project, and the layout for it, which nothing else in the engine needs.
	"engine/compose/graph": ["engine/compose", "@dagrejs/dagre"],
	// What runs beside what the files say.
	"engine/compose/running": ["engine/text", "engine/image", "engine/compose"],
	"engine/compose": ["engine/text", "engine/yaml"],
	// Of the languages only what a rule is given, for the contract of their rules.
	// A container that is to be run, as somebody asks for it.
	"engine/run": ["engine/text", "engine/compose/daemon-facts.ts", "engine/compose/print", "engine/compose/short-forms"],
	// What containers use, in numbers.
	"engine/stats": ["engine/text"],
	"engine/lint": [
		"engine/text",
		"engine/yaml",
		"engine/dockerfile/syntax.ts",
		"engine/compose/daemon-facts.ts",
		"engine/compose/linted.ts",
		"engine/dockerignore/patterns.ts",
		"engine/bake/syntax.ts",
	],
	"engine/rules": [
		"engine/text",
		"engine/image",
		"engine/dockerfile",
		"engine/dockerignore",
		"engine/hcl/syntax.ts",
		"engine/bake",
		"engine/compose/daemon-facts.ts",
		"engine/compose/key-versions.ts",
		"engine/compose/patterns.ts",
		// Not what loads a project: that is loaded with the first Compose file, and rules are given what came of it.
		"engine/compose/linted.ts",
		"engine/compose/syntax.ts",
		"engine/compose/value.ts",
		"engine/compose/refusal.ts",
		"engine/compose/project-name.ts",
		"engine/compose/usual-names.ts",
		"engine/compose/scalar.ts",
		"engine/compose/print/bytes.ts",
		"engine/compose/print/duration.ts",
		"engine/compose/facts",
		"engine/compose/used.ts",
		"engine/compose/file-paths.ts",
		"engine/compose/pairs.ts",
		"engine/compose/template.ts",
		"engine/compose/env-file.ts",
		"engine/compose/env-example.ts",
		"engine/compose/rewrite",
		"engine/compose/short-forms",
		"engine/shell",
		"engine/lint/rule.ts",
	],
	"engine/language": [
		"engine/text",
		"engine/image",
		"engine/dockerfile",
		"engine/dockerignore",
		"engine/hcl",
		"engine/bake",
		"engine/compose",
		// To write what is no Compose file yet.
		"engine/yaml/write-yaml.ts",
		// To format it.
		"engine/yaml/characters.ts",
		"engine/yaml/cursor.ts",
		"engine/shell",
		"engine/run",
		"engine/lint",
		"engine/rules",
	],
	// What containers write: lines, their fields and levels, entries, filters.
	"engine/logs": [],
	"engine/migrate": ["engine/text", "engine/lint", "smol-toml"],
	"engine/scaffold": ["engine/text", "engine/dockerfile", "handlebars", "smol-toml", "../templates"],
	// Hosts may have a password in them.
	"docker/connection": ["engine/text/secrets.ts", "docker/errors.ts", "docker/patience.ts", "docker/plain-text.ts", "dockerode", "node"],
	"docker/resources": [
		"docker/connection",
		"docker/changes.ts",
		"docker/demultiplex.ts",
		"docker/errors.ts",
		"docker/exec-error.ts",
		"docker/patience.ts",
		"docker/plain-text.ts",
		"node",
	],
	// What of an image a hover tells, and which registry its name leads to.
	docker: ["engine/text", "engine/image/local-image.ts", "engine/image/reference.ts", "engine/compose/daemon-facts.ts", "engine/stats", "node"],
	l10n: ["engine/text/message.ts"],
	files: ["engine", "node"],
	server: ["engine", "files", "l10n", "node", "vscode-languageserver", "vscode-languageserver-types", "vscode-languageserver-textdocument"],
	cli: ["engine", "files", "l10n", "node"],
	webviews: [
		"engine/compose/graph",
		"engine/logs",
		"engine/run/form.ts",
		"engine/run/image-values.ts",
		"engine/stats",
		"engine/text/secrets.ts",
		"engine/text/size.ts",
		// Texts of engines are in every page.
		"engine/text/visible-text.ts",
		"uplot",
	],
	extension: [
		"engine",
		"docker",
		"l10n",
		"node",
		"vscode",
		"vscode-languageclient",
		"server/protocol.ts",
		"webviews/compose-graph/protocol.ts",
		"webviews/run-form/protocol.ts",
		"webviews/logs/protocol.ts",
		"webviews/stats/protocol.ts",
		"webviews/table/protocol.ts",
	],
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
	.map((file) => file.replaceAll("\\", "/"))
	.filter((file) => file.endsWith(".ts"));
const imports = /^(?:import|export)\b(?:[^"';]*\bfrom)? "([^"]+)"|\bimport\("([^"]+)"\)/gm;

test.each(files)("src/%s imports only what it may", (file) => {
	const folder = Object.keys(mayImport).find((name) => file.startsWith(`${name}/`)) ?? "";
	const allowed = [folder, ...(mayImport[folder] ?? [])].map((name) => new RegExp(`^${name.replace("*", "[^/]+")}(/|$)`));
	const targets = [...readFileSync(`src/${file}`, "utf8").matchAll(imports)].map(([, from, dynamic = ""]) => target(file, from ?? dynamic));

	expect(folder, "every folder of src is in the table").not.toBe("");
	expect(targets.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
	expect(targets, "nothing imports an entry point").not.toContainEqual(expect.stringMatching(/(^|\/)main\.ts$/));
});

test.each(files.filter((file) => file.startsWith("engine/")))("src/%s keeps what it has computed by fact() alone", (file) => {
	expect(readFileSync(`src/${file}`, "utf8").replaceAll(/\/\*[^]*?\*\//g, "")).not.toMatch(/\bWeak(?:Map|Ref|Set)\b/);
});

test.each(files.filter((file) => file.startsWith("engine/rules/")))("src/%s judges instructions and words, not the text as a whole", (file) => {
	expect(readFileSync(`src/${file}`, "utf8")).not.toMatch(/\.(?:test|exec)\(file\.text\)|\bfile\.text\.(?:match|matchAll|search|replace|replaceAll|split)\(/);
});

/** Where flags of `docker run` stand, which have names like rules. */
const isOfRun = /^engine\/language\/compose\/containers\/(?:run-flags|to-run)\.ts$/;

const ruleIds = files.flatMap((file) => /^engine\/rules\/[a-z]+\/([a-z\d-]+)\.ts$/.exec(file)?.[1] ?? []);

test.each(
	files.filter(
		(file) =>
			!/^engine\/rules\/(?:index|any|bake|compose|dockerfile|dockerignore)\.ts$/.test(file) && !/^l10n\/[^/]+\/rules\//.test(file) && !isOfRun.test(file),
	),
)("src/%s knows no rule but itself by its id", (file) => {
	// In an example a comment may name any rule.
	const text = readFileSync(`src/${file}`, "utf8").replaceAll(/^\s*# hullwright .*/gm, "");
	expect(ruleIds.filter((id) => !file.endsWith(`/${id}.ts`) && new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text))).toEqual([]);
});

function target(file: string, specifier: string): string {
	return specifier.startsWith(".") ? posix.join(dirname(file), specifier) : specifier.replace(/^node:.*/, "node");
}

/** Where VS Code makes links and icons of what a text holds; `window.ts` takes them out, for an engine may say anything. */
const drawing =
	/\bwindow\s*\.\s*(?:show(?:Information|Warning|Error)Message|showQuickPick|createQuickPick|showInputBox|createInputBox|withProgress|setStatusBarMessage)\b|\}\s*=\s*vscode\.window;/g;

test.each(files.filter((file) => file.startsWith("extension/") && file !== "extension/window.ts"))(
	"src/%s shows notices, pickers and inputs through window.ts alone",
	(file) => {
		expect(readFileSync(`src/${file}`, "utf8").match(drawing)).toBeNull();
	},
);

test.each(files.filter((file) => file.startsWith("webviews/") && file !== "webviews/element.ts"))(
	"src/%s shows texts by element.ts alone, and never markup",
	(file) => {
		expect(
			readFileSync(`src/${file}`, "utf8").match(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|DOMParser|textContent\s*=[^=]|innerText|document\.write)/g),
		).toBeNull();
	},
);
