import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";
import { beforeAll, expect, test } from "vitest";

const path = "syntaxes/dockerfile-embedded.tmLanguage.json";
type Grammar = NonNullable<Awaited<ReturnType<Registry["loadGrammar"]>>>;
let grammar: Grammar;

/** What the editor's own grammar knows: keywords at the beginning of a line. Each other language is a single kind of word here. */
const base = String.raw`{ "scopeName": "source.dockerfile", "patterns": [{ "match": "^\\s*(?:ONBUILD\\s+)?(FROM|RUN|COPY|ADD|CMD|ENV)\\b", "name": "keyword" }] }`;
const wordsOf = (scopeName: string): string =>
	JSON.stringify({
		scopeName,
		patterns: [
			{ begin: '"', end: '"', name: `quoted.${scopeName}` },
			{ match: "\\S", name: scopeName },
		],
	});

beforeAll(async () => {
	await loadWASM(readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")));
	const registry = new Registry({
		onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
		getInjections: (scope) => (scope === "source.dockerfile" ? ["source.dockerfile.embedded"] : []),
		loadGrammar: async (scope) =>
			parseRawGrammar(scope === "source.dockerfile.embedded" ? readFileSync(path, "utf8") : scope === "source.dockerfile" ? base : wordsOf(scope), "a.json"),
	});
	grammar = (await registry.loadGrammar("source.dockerfile")) as Grammar;
});

/** For each line, the language that its last character is in. */
function languagesOf(text: string): string[] {
	let state = INITIAL;
	return text.split("\n").map((line) => {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		const scopes = tokens.at(-1)?.scopes ?? [];
		const embedded = scopes.findLast((scope) => scope.startsWith("meta.embedded.block.") || scope === "meta.heredoc.dockerfile");
		return embedded?.replace(/^meta\.(?:embedded\.block\.)?/, "").replace(".dockerfile", "") ?? (line === "" ? "" : "-");
	});
}

test.each([
	["a script that Docker runs", "RUN <<EOF\nFROM a\nEOF\nFROM b", ["-", "shellscript", "-", "-"]],
	["with flags, tabs and quotes", 'ONBUILD RUN --mount=type=cache <<-"E"\na "\n\tE\nFROM b', ["-", "shellscript", "-", "-"]],
	[
		"written for another interpreter",
		"RUN <<E\n#!/usr/bin/env python3\na\nE\nRUN <<E\n#!/usr/bin/perl -w\na\nE",
		["-", "shellscript", "python", "-", "-", "shellscript", "perl", "-"],
	],
	[
		"read by a program",
		"RUN python3 - <<E\na\nE\nRUN a && node <<E\na\nE\nRUN bash -e <<E\na\nE",
		["-", "python", "-", "-", "javascript", "-", "-", "shellscript", "-"],
	],
	[
		"files by their names",
		'COPY <<E /a.json\nb\nE\nADD <<"E" /a/b.yml\nc\nE\nCOPY <<E /usr/bin/x.sh\nd\nE',
		["-", "json", "-", "-", "yaml", "-", "-", "shellscript", "-"],
	],
	["files that a command writes", "RUN cat <<E > /a.ini\nb\nE\nRUN tee > /b.py <<E\nb\nE", ["-", "ini", "-", "-", "python", "-"]],
	[
		"what is of no known language has no colours, and no keywords",
		"COPY <<E /etc/nginx.conf\nADD x\nE\nRUN cat <<E\nFROM x\nE\nFROM y",
		["-", "heredoc", "-", "-", "heredoc", "-", "-"],
	],
	[
		"commands, and the lines on which they go on",
		"RUN a && \\\n  # b\n  c\nCMD a\nFROM b\nHEALTHCHECK CMD a\nENTRYPOINT a",
		["shellscript", "shellscript", "shellscript", "shellscript", "-", "shellscript", "shellscript"],
	],
	["a quote that is not closed ends before the next instruction", 'RUN a "b\nFROM c', ["shellscript", "-"]],
	["no shell's: exec forms, and lines that go on with a backtick", 'RUN ["a"]\nCMD [ "a" ]\nRUN Get-Item `\n  b', ["-", "-", "-", "-"]],
])("%s", (_, text, languages) => {
	expect(languagesOf(text)).toEqual(languages);
});

test("the keyword before a command or a here document keeps its colour", () => {
	for (const line of ["RUN a", "RUN <<E", "COPY <<E /a.json", "RUN python <<E", "CMD a"]) {
		const [token] = grammar.tokenizeLine(line, INITIAL).tokens;
		expect(`${line}: ${token?.scopes.join(" ")}`).toMatch(/: .*keyword/);
	}
});

test("each language that the manifest embeds is in the grammar, and none besides", () => {
	const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
		contributes: { grammars: { path: string; embeddedLanguages?: Record<string, string> }[] };
	};
	const embedded = Object.entries(manifest.contributes.grammars.find((each) => path.endsWith(each.path.slice(2)))?.embeddedLanguages ?? {});
	// A shell's script has the colours of one, and is a Dockerfile's to the editor: what Enter does after \ is said for Dockerfiles alone.
	const wanted = [...embedded.map(([scope]) => scope), "meta.embedded.block.shellscript"];
	expect(new Set(readFileSync(path, "utf8").match(/meta\.embedded\.block\.\w+/g))).toEqual(new Set(wanted));
	for (const [scope, language] of embedded) expect(scope).toBe(`meta.embedded.block.${language}`);
});
