import { describe, expect, test } from "vitest";
import { parseConfiguration, parseHadolintConfiguration } from "../../../src/engine/lint/configuration-file.ts";
import { dockerfileRule, type Rule } from "../../../src/engine/lint/rule.ts";
import { migrate } from "../../../src/engine/migrate/migrate.ts";
import { textOf } from "../../../src/engine/text/message.ts";

const plain = { category: "practice", title: "t", why: ["w."], examples: [{ bad: "", good: "" }], *check() {} } as const;
const rules: readonly Rule[] = [
	dockerfileRule({ ...plain, id: "pinned", peers: { hadolint: ["DL3008"] }, severity: "off" }),
	dockerfileRule({ ...plain, id: "tagged", peers: { hadolint: ["DL3006"], tally: ["hadolint/DL3006"] }, severity: "warning" }),
	dockerfileRule({ ...plain, id: "quoted", peers: { shellcheck: ["SC2086"] }, severity: "info" }),
	dockerfileRule({
		...plain,
		id: "trusted",
		peers: { hadolint: [{ id: "DL3026", severity: "error" }], tally: ["hadolint/DL3026"] },
		severity: "off",
		options: { trustedRegistries: { default: [], description: "T." } },
	}),
	dockerfileRule({
		...plain,
		id: "long",
		peers: { tally: ["tally/max-lines"] },
		severity: "off",
		options: { max: { default: 50, description: "M." }, skipBlankLines: { default: false, description: "S." } },
	}),
	dockerfileRule({ ...plain, id: "maintained", peers: { buildkit: ["MaintainerDeprecated"], tally: ["buildkit/MaintainerDeprecated"] }, severity: "warning" }),
	dockerfileRule({ ...plain, id: "cased", peers: { buildkit: ["StageNameCasing"], tally: ["buildkit/StageNameCasing", "tally/casing"] }, severity: "warning" }),
];

function migrated(name: string, text: string): { readonly text: string | undefined; readonly leftOut: readonly string[] } {
	const migration = migrate(name, text, rules);
	const leftOut = (migration?.leftOut ?? []).map(({ message, line, column }) => `${line === undefined ? "" : `${line}:${column}: `}${textOf(message)}`);
	return { text: migration?.text, leftOut };
}

describe("from hadolint", () => {
	const text = `failure-threshold: error
format: gitlab_codeclimate
disable-ignore-pragma: true
no-color: true
ignored:
  - DL3006
  - SC9999
  - DL9999
  - SC2086
  - taged
override:
  style: [DL3008]
trustedRegistries: ["*.example.com", docker.io]
nofail: true
`;

	test("what is said of rules and runs", () => {
		expect(migrated(".hadolint.yaml", text)).toEqual({
			text: `# From .hadolint.yaml, by hullwright migrate.
ignoreComments: false
failOn: error
format: gitlab
rules:
  SC9999: off
  pinned: info # DL3008
  quoted: off # SC2086
  tagged: off # DL3006
  trusted: { severity: error, trustedRegistries: ["*.example.com","docker.io"] } # DL3026
`,
			leftOut: [
				"4:1: `NO_COLOR` in the environment says to Hullwright that it is to print no colours",
				"8:5: Hullwright has no rule for `DL9999`",
				"10:5: No rule is named `taged`; did you mean `tagged`?",
				"14:1: The configuration has no key `nofail`; did you mean `no-fail`?",
			],
		});
	});

	test("ours means what hadolint's is read as", () => {
		const ours = parseConfiguration(migrated("hadolint-ci.yml", text).text ?? "", rules);
		expect(ours.problems).toEqual([]);
		expect(ours.configuration).toEqual(parseHadolintConfiguration(text, rules).configuration);
	});
});

describe("from tally", () => {
	test("rules by names and patterns, their options, and what is said of runs", () => {
		const text = `
[output]
format = "github-actions"
fail-level = "none"
path = "report.json"

[rules]
include = ["tally/*", "hadolint/DL3008"]
exclude = ["buildkit/*", "hadolint/DL3006", "shellcheck/SC1*", "tally/nothing"]

[rules.tally.max-lines]
severity = "style"
max = 100
skip-blank-lines = true
skip-comments = true
fix = "never"

[rules.hadolint.DL3026]
trusted-registries = ["docker.io"]

[rules.buildkit.StageNameCasing]
severity = "fatal"

[inline-directives]
enabled = false
require-reason = true

[ai]
enabled = true
`;
		const { text: written, leftOut } = migrated(".tally.toml", text);
		expect(written).toBe(`# From .tally.toml, by hullwright migrate.
failOn: never
format: github
ignoreComments: false
rules:
  long: { severity: info, max: 100, skipBlankLines: true } # tally/max-lines
  maintained: off # buildkit/MaintainerDeprecated
  pinned: warning # DL3008
  tagged: off # hadolint/DL3006
  trusted: { trustedRegistries: ["docker.io"] } # hadolint/DL3026
`);
		expect(parseConfiguration(written ?? "", rules).problems).toEqual([]);
		expect(leftOut).toEqual([
			"`tally/*` in `rules.include`: which rules are on is said by `preset` here",
			"`rules.tally.max-lines.skip-comments`: `long` has no such option",
			"`rules.tally.max-lines.fix`: `long` has no such option",
			"`rules.buildkit.StageNameCasing.severity`: Hullwright has no `fatal`",
			"Hullwright has no rule for `shellcheck/SC1*`",
			"Hullwright has no rule for `tally/nothing`",
			"`output.path`: Hullwright prints to standard output",
			"`inline-directives.require-reason`: here comments are judged by rules of their own, which `hullwright rules` lists",
			"`ai`: Hullwright has nothing of the kind",
		]);
	});

	test.each(["", "[rules]\n", "rules = 3\n", '[rules.tally]\nmax-lines = "off"\n', "[output]\nfail-level = 7\n", "[rules]\nexclude = 7\n"])(
		"%j comes to a configuration that can be read",
		(text) => {
			expect(parseConfiguration(migrated("tally.toml", text).text ?? "", rules)).toMatchObject({ problems: [] });
		},
	);

	test("what is no TOML is not guessed at", () => {
		expect(migrated("tally.toml", "[rules\nexclude = []\n")).toEqual({ text: undefined, leftOut: [expect.stringMatching(/^1:\d+: Not valid TOML: /)] });
	});
});

test("a file of another name is nobody's", () => {
	expect(migrate("config.yaml", "ignored: []\n", rules)).toBeUndefined();
});
