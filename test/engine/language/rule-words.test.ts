import { describe, expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { composeLanguage } from "../../../src/engine/language/compose/compose-language.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import {
	ruleNamesAt,
	type RuleWord,
	type RuleWordContext,
	ruleWordHover,
	wordsInComments,
	wordsInConfiguration,
	wordsInHadolintConfiguration,
} from "../../../src/engine/language/rule-words.ts";
import { readConfiguration } from "../../../src/engine/lint/configuration.ts";
import { aliasesOf, peerIdsOf } from "../../../src/engine/lint/rule-names.ts";
import { stateOf } from "../../../src/engine/lint/rule-state.ts";
import { rules } from "../../../src/engine/rules/index.ts";

/** `file` and `settings` are what stands in the configuration file and in the editor's settings. */
function contextOf(file: object = {}, settings: object = {}): RuleWordContext {
	const [upper, lower] = [readConfiguration(file, rules).configuration, readConfiguration(settings, rules).configuration];
	const configuration = { ...lower, ...upper, rules: new Map([...lower.rules, ...upper.rules]) };
	return {
		rules,
		catalogue: undefined,
		rulePage: (id) => `file:///${id}.md`,
		stateOf: (rule) => stateOf(rule, configuration, { name: ".hullwright.yaml", configuration: upper }),
	};
}

const inDockerfile = (text: string): readonly RuleWord[] => wordsInComments(dockerfileLanguage, parse(text));

/** What is said of the name that `|` is in, and the name. */
function hoverAt(marked: string, words: (text: string) => readonly RuleWord[], context = contextOf()) {
	const [offset, text] = [marked.indexOf("|"), marked.replace("|", "")];
	const hover = ruleWordHover(words(text), offset, context);
	return { covers: hover && text.slice(hover.range.start, hover.range.end), says: hover?.markdown };
}

describe("names of rules in comments", () => {
	test.each([
		["# hullwright ignore=from-missing|-tag why\nFROM a", "from-missing-tag"],
		["# hullwright file ignore=DL3007, from-missing|-tag\nFROM a", "from-missing-tag"],
		["# hadolint ignore=DL3007,DL30|06\nFROM a", "DL3006"],
		["# hadolint global ignore=DL30|06\nFROM a", "DL3006"],
		["# tally ignore=hadolint/DL30|06;reason=why\nFROM a", "hadolint/DL3006"],
		["# tally global ignore=hadolint/DL30|06\nFROM a", "hadolint/DL3006"],
		["FROM a\nRUN <<END\n# hadolint ignore=DL30|06\ntrue\nEND\n", "DL3006"],
	])("%j", (marked, covers) => {
		const found = hoverAt(marked, inDockerfile);
		expect(found.covers).toBe(covers);
		expect(found.says).toMatch(
			/^\*\*`from-missing-tag`\*\* .*\[Documentation\]\(file:\/\/\/from-missing-tag\.md\)\n\nO(?:n|ff) here.*\n\nAlso known as `DL3006`, /s,
		);
	});

	test.each([
		["# check=skip=StageNameCasing,JSONArgs|Recommended;error=true\nFROM a", "JSONArgsRecommended"],
		["FROM a\n# check=skip=JSONArgs|Recommended\nCMD x", "JSONArgsRecommended"],
	])("%j", (marked, covers) => {
		expect(hoverAt(marked, inDockerfile).covers).toBe(covers);
		expect(hoverAt(marked, inDockerfile).says).toMatch(/^\*\*`shell-form-command`\*\*/);
	});

	test("in a Compose file", () => {
		const words = (text: string) => wordsInComments(composeLanguage, composeLanguage.parse(text));
		expect(hoverAt('# hullwright ignore=obsolete|-version\nversion: "3"\n', words).says).toMatch(/^\*\*`obsolete-version`\*\*/);
	});

	test.each(["# hullwright ig|nore=DL3006\nFROM a", "# hullwright ignore=DL3006 th|e reason\nFROM a", "# hullwright ignore=al|l\nFROM a", "# DL30|06\nFROM a"])(
		"nothing is said at %j",
		(marked) => expect(hoverAt(marked, inDockerfile).says).toBeUndefined(),
	);

	test("each name that a rule has answers", () => {
		for (const rule of rules.filter(({ language }) => language !== "compose")) {
			for (const name of [rule.id, ...aliasesOf(rule), ...peerIdsOf(rule).map(([, id]) => id)]) {
				const text = `# hullwright file ignore=${name}\n`;
				const { markdown = "" } = ruleWordHover(inDockerfile(text), text.length - 1, contextOf()) ?? {};
				expect([name, markdown.includes(`\`${rule.id}\``)]).toEqual([name, true]);
			}
		}
	});
});

describe("names of rules in configurations", () => {
	test.each([
		["rules:\n  from-missing|-tag: off\n", "from-missing-tag"],
		["rules: { DL30|06: off }", "DL3006"],
		['rules:\n  "DL30|06":\n    severity: off\n', "DL3006"],
	])(".hullwright.yaml %j", (marked, covers) => {
		const found = hoverAt(marked, wordsInConfiguration);
		expect(found.covers).toBe(covers);
		expect(found.says).toMatch(/^\*\*`from-missing-tag`\*\*/);
	});

	test.each([
		["ignored:\n  - DL30|06\n", "DL3006"],
		["ignored:\n- DL30|06 # why\n", "DL3006"],
		["ignored: [DL3007, DL30|06]\n", "DL3006"],
		["ignored:\n  - 'DL30|06'\n", "DL3006"],
		["override:\n  error:\n    - DL3007\n    - DL30|06\n", "DL3006"],
		["override: { warning: [DL30|06] }\n", "DL3006"],
	])(".hadolint.yaml %j", (marked, covers) => {
		const found = hoverAt(marked, wordsInHadolintConfiguration);
		expect(found.covers).toBe(covers);
		expect(found.says).toMatch(/^\*\*`from-missing-tag`\*\*/);
	});

	test.each(["trustedRegistries:\n  - DL30|06\n", "label-schema:\n  DL30|06: text\n", "ig|nored: []\n", "override:\n  - DL30|06\n"])(
		"nothing is said in hadolint's at %j",
		(marked) => expect(hoverAt(marked, wordsInHadolintConfiguration).says).toBeUndefined(),
	);
});

describe("why a rule is on or off", () => {
	const said = (context: RuleWordContext, name = "from-missing|-tag"): string | undefined =>
		hoverAt(`# hullwright ignore=${name}\nFROM a`, inDockerfile, context).says?.match(/^O(?:n|ff) here.*$/m)?.[0];

	test.each([
		[{}, {}, "On here (warning): by the preset `default`."],
		[{ preset: "strict" }, {}, "On here (warning): by the preset `strict`."],
		[{ preset: "buildkit" }, {}, "Off here: the preset `buildkit` does not have it."],
		[{ rules: { DL3006: "off" } }, {}, "Off here: set in `.hullwright.yaml`."],
		[{}, { rules: { DL3006: "error" } }, "On here (error): set in the editor's settings."],
		[{ rules: { DL3006: "info" } }, { rules: { DL3006: "error" } }, "On here (info): set in `.hullwright.yaml`."],
		[{ ruleSet: "0.0" }, {}, "On here (info): it came in version 0.1, and `ruleSet` is 0.0: nothing fails for it."],
	])("%j over %j", (file, settings, expected) => {
		expect(said(contextOf(file, settings))).toBe(expected);
	});
});

test.each([
	["from-missing-tga|", "No rule is named `from-missing-tga`. Did you mean `from-missing-tag`?"],
	["xyz|", "No rule is named `xyz`."],
	["DL9999|", "Hullwright has no rule for `DL9999`."],
])("an unknown name: %s", (name, expected) => {
	expect(hoverAt(`# hullwright ignore=${name}\nFROM a`, inDockerfile).says).toBe(expected);
	expect(hoverAt(`rules:\n  ${name}: off\n`, wordsInConfiguration).says).toBe(expected);
	expect(hoverAt(`ignored:\n  - ${name}\n`, wordsInHadolintConfiguration).says).toBe(expected);
});

describe("names that may be written", () => {
	const namesAt = (marked: string, place: "comment" | "hadolint" = "comment"): readonly string[] => {
		const [offset, text] = [marked.indexOf("|"), marked.replace("|", "")];
		return ruleNamesAt(text, offset, place, contextOf()).map(({ label, range }) => text.slice(0, range.start) + label + text.slice(range.end));
	};

	test.each([
		["# hullwright ignore=|\nFROM a", "# hullwright ignore=from-missing-tag\nFROM a", 0],
		["# hullwright file ignore=DL3007, fro|m-mis why", "# hullwright file ignore=DL3007, from-missing-tag why", 0],
		["# hadolint ignore=|", "# hadolint ignore=DL3006", 0],
		["# hadolint global ignore=DL3007,DL|", "# hadolint global ignore=DL3007,DL3006", 0],
		["# tally ignore=|", "# tally ignore=hadolint/DL3061", 0],
		["# check=skip=|", "# check=skip=JSONArgsRecommended", 0],
		["# check=error=true;skip=StageNameCasing,|", "# check=error=true;skip=StageNameCasing,JSONArgsRecommended", 0],
	])("%j", (marked, taken) => {
		expect(namesAt(marked)).toContain(taken);
	});

	test.each([
		["ignored:\n  - |\n", "ignored:\n  - DL3006\n"],
		["ignored: [DL3007, |]\n", "ignored: [DL3007, DL3006]\n"],
		["override:\n  error:\n    - DL30|\n", "override:\n  error:\n    - DL3006\n"],
	])("hadolint's %j", (marked, taken) => {
		expect(namesAt(marked, "hadolint")).toContain(taken);
	});

	test("in a linter's own dialect, its names alone", () => {
		expect(namesAt("# check=skip=|").filter((text) => /=DL|=.*-/.test(text))).toEqual([]);
		expect(namesAt("# hadolint ignore=|").filter((text) => !/=(?:DL|SC)\d+$/.test(text))).toEqual([]);
	});

	test.each(["# hullwright igno|", "# hullwright ignore=DL3006 |", "FROM a|", "# check=error=|", "RUN echo # ignore=|"])("none at %j", (marked) => {
		expect(namesAt(marked)).toEqual([]);
	});
});
