import { describe, expect, test } from "vitest";
import { folderWith, hosts, type Files } from "./hosts.ts";

const dockerfile = "FROM alpine:3.22\nMAINTAINER Jane Doe\nUSER app\n";

/** What becomes of the one problem in `a/Dockerfile`: its severity, or undefined where it is not told; and what is wrong in configurations. */
type Case = { readonly files: Files; readonly severity: string | undefined; readonly problems?: readonly (string | RegExp)[] };

const cases: Readonly<Record<string, Case>> = {
	none: { files: {}, severity: "warning" },
	"in the file's folder": { files: { "a/.hullwright.yaml": "rules: { maintainer-instruction: error }\n" }, severity: "error" },
	"in a folder above": { files: { ".hullwright.yaml": "rules: { maintainer-instruction: error }\n" }, severity: "error" },
	"the nearest counts alone": {
		files: { ".hullwright.yaml": "rules: { maintainer-instruction: error }\n", "a/.hullwright.yaml": "rules: { missing-user: off }\n" },
		severity: "warning",
	},
	"in a folder beside": { files: { "b/.hullwright.yaml": "rules: { maintainer-instruction: error }\n" }, severity: "warning" },
	"a rule that is off": { files: { ".hullwright.yaml": "rules: { maintainer-instruction: off }\n" }, severity: undefined },
	"another linter's name of the rule": { files: { ".hullwright.yaml": "rules: { DL4000: info }\n" }, severity: "info" },
	"a file that is left out": { files: { ".hullwright.yaml": "ignore: [a/]\n" }, severity: undefined },
	"a file that is left out from its own folder": { files: { "a/.hullwright.yaml": "ignore: [Dockerfile]\n" }, severity: undefined },
	"a pattern that counts from the configuration's folder": { files: { "a/.hullwright.yaml": "ignore: [a/Dockerfile]\n" }, severity: "warning" },
	empty: { files: { ".hullwright.yaml": "" }, severity: "warning" },
	"only a comment": { files: { ".hullwright.yaml": "# nothing yet\n" }, severity: "warning" },
	"an empty one hides the one above": {
		files: { ".hullwright.yaml": "rules: { maintainer-instruction: error }\n", "a/.hullwright.yaml": "" },
		severity: "warning",
	},
	"a byte order mark and CRLF": {
		files: { ".hullwright.yaml": "\uFEFFrules:\r\n  maintainer-instruction: error\r\n" },
		severity: "error",
	},
	"broken YAML": {
		files: { ".hullwright.yaml": "rules:\n  maintainer-instruction: error\nignore: [b\n" },
		severity: "error",
		problems: [/^\.hullwright\.yaml:\d:\d+: Not valid YAML: /],
	},
	"a rule that nobody knows": {
		files: { ".hullwright.yaml": "rules:\n  no-such-rule: off\n  maintainer-instruction: error\n" },
		severity: "error",
		problems: [".hullwright.yaml:2:3: No rule is named `no-such-rule`"],
	},
	"values that mean nothing": {
		files: { ".hullwright.yaml": "preset: 7\r\nrules:\r\n  maintainer-instruction: loud\r\n" },
		severity: "warning",
		problems: [/^\.hullwright\.yaml:1:9:.*preset/, /^\.hullwright\.yaml:3:27:.*loud/],
	},
	"a key that means nothing, after a byte order mark": {
		files: { ".hullwright.yaml": "\uFEFFrulez: {}\n" },
		severity: "warning",
		problems: [/^\.hullwright\.yaml:1:2:.*rulez/],
	},
	"a broken one in the nearest folder does not let the next one count": {
		files: { ".hullwright.yaml": "rules: { maintainer-instruction: off }\n", "a/.hullwright.yaml": "rules: [\n" },
		severity: "warning",
		problems: [/^a\/\.hullwright\.yaml:/, /^a\/\.hullwright\.yaml:/],
	},
	"a list where a mapping belongs": { files: { ".hullwright.yaml": "- rules\n" }, severity: "warning", problems: [/^\.hullwright\.yaml:1:1:.*mapping/] },
	"nested without end": { files: { ".hullwright.yaml": "[".repeat(3000) }, severity: "warning", problems: [/nested too deeply/] },
	"a folder of that name": {
		files: { "a/.hullwright.yaml": { isFolder: true }, ".hullwright.yaml": "rules: { maintainer-instruction: error }\n" },
		severity: "warning",
		problems: ["a/.hullwright.yaml:1:1: This file cannot be read, so nothing in it applies: is a directory"],
	},
	"a link to a file elsewhere, whose patterns count from the link": {
		files: { "a/.hullwright.yaml": { linkTo: "../shared/one.yaml" }, "shared/one.yaml": "ignore: [a/Dockerfile]\nrules: { maintainer-instruction: error }\n" },
		severity: "error",
	},
	"a link to nothing": {
		files: { "a/.hullwright.yaml": { linkTo: "nowhere" }, ".hullwright.yaml": "rules: { maintainer-instruction: error }\n" },
		severity: "error",
	},
	"a link to itself": {
		files: { "a/.hullwright.yaml": { linkTo: ".hullwright.yaml" } },
		severity: "warning",
		problems: ["a/.hullwright.yaml:1:1: This file cannot be read, so nothing in it applies: too many symbolic links"],
	},
	"a device": {
		files: { "a/.hullwright.yaml": { linkTo: "/dev/zero" } },
		severity: "warning",
		problems: ["a/.hullwright.yaml:1:1: This file cannot be read, so nothing in it applies: is no file"],
	},
	"hadolint's, as it is": { files: { ".hadolint.yaml": "override:\n  error:\n    - DL4000\n" }, severity: "error" },
	"hadolint's, by its other name": { files: { "a/.hadolint.yml": "ignored: [DL4000]\n" }, severity: undefined },
	"ours and hadolint's in one folder": {
		files: { ".hullwright.yaml": "rules: { maintainer-instruction: error }\n", ".hadolint.yaml": "ignored: [DL4000]\n" },
		severity: "error",
	},
	"hadolint's in a nearer folder than ours": {
		files: { ".hullwright.yaml": "rules: { maintainer-instruction: error }\n", "a/.hadolint.yaml": "override: { style: [DL4000] }\n" },
		severity: "info",
	},
	"hadolint's, in which something is wrong": {
		files: { ".hadolint.yaml": "ignore: [DL4000]\noverride:\n  error: [DL4000, DL30088x]\n  fatal: []\nfailure-threshold: high\n" },
		severity: "error",
		problems: [
			".hadolint.yaml:1:1: The configuration has no key `ignore`; did you mean `ignored`?",
			".hadolint.yaml:3:19: No rule is named `DL30088x`",
			/^\.hadolint\.yaml:4:3: `override` has no key `fatal`/,
			/^\.hadolint\.yaml:5:20: `failure-threshold` must be error, warning, info, style, ignore or none, not `high`/,
		],
	},
	"hadolint's, broken": {
		files: { ".hadolint.yaml": "override:\n  error: [DL4000]\nignored: [DL3006\n" },
		severity: "error",
		problems: [/^\.hadolint\.yaml:\d:\d+: Not valid YAML: /],
	},
	"more than a configuration can hold": {
		files: { ".hullwright.yaml": `# ${"x".repeat(1 << 20)}\n` },
		severity: "warning",
		problems: [".hullwright.yaml:1:1: This file cannot be read, so nothing in it applies: the file is larger than 1 MiB"],
	},
};

describe.each(hosts)("%s", (_, lint) => {
	test.each(Object.entries(cases))("%s", async (__, { files, severity, problems = [] }) => {
		const told = await lint(folderWith({ ...files, "a/Dockerfile": dockerfile }), "a/Dockerfile");

		expect(told.found["maintainer-instruction"]).toBe(severity);
		expect(told.problems).toEqual(problems.map((problem) => (typeof problem === "string" ? problem : expect.stringMatching(problem))));
	});
});
