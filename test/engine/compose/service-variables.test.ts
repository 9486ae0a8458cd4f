import { expect, test } from "vitest";
import { loadProject } from "../../../src/engine/compose/project.ts";

const shell: Readonly<Record<string, string>> = { TAG: "3", HOME_TOWN: "Ulm" };

/** Each variable of the service `web` as `value ← file:line (outside)`, of the files that are merged in order. */
function told(files: Readonly<Record<string, string>>, paths: readonly string[] = ["compose.yaml"]): unknown {
	const text = (path: string): string | undefined => files[path.slice("/shop/".length)];
	const request = { paths: paths.map((path) => `/shop/${path}`), folder: "/shop", environment: (name: string) => shell[name], profiles: [], name: "shop" };
	const project = loadProject(request, { text, isAbsent: () => true, home: undefined });
	expect(project.refusals).toEqual([]);
	const variables = [...project.variablesOf("web")];
	const plain = (project.plain as { readonly services: { readonly web: { readonly environment?: object } } }).services.web.environment ?? {};
	expect(Object.fromEntries(variables.map(([name, { value }]) => [name, value ?? null]))).toEqual(plain);
	return Object.fromEntries(
		variables.map(([name, { value, at, uses }]) => {
			const line = at && (text(at.file) ?? "").slice(0, at.at.start).split("\n").length;
			return [name, `${value ?? "nothing"} ← ${at?.file.slice("/shop/".length) ?? "nowhere"}:${line ?? 0}${uses.length > 0 ? ` (${uses.join(", ")})` : ""}`];
		}),
	);
}

const web = (...lines: readonly string[]): string => ["services:", "  web:", "    image: nginx:1.27", ...lines.map((line) => `    ${line}`), ""].join("\n");

test.each([
	[
		"a mapping",
		["environment:", "  MODE: dev", "  PORT: 80", "  EMPTY: ''"],
		{ MODE: "dev ← compose.yaml:5", PORT: "80 ← compose.yaml:6", EMPTY: " ← compose.yaml:7" },
	],
	["a list", ["environment:", "  - MODE=dev", "  - PORT=80"], { MODE: "dev ← compose.yaml:5", PORT: "80 ← compose.yaml:6" }],
	[
		"what the shell gives",
		["environment:", "  HOME_TOWN:", "  NOWHERE:", "  VERSION: v${TAG}-${OTHER:-x}", "  PRICE: $$5"],
		{
			HOME_TOWN: "Ulm ← compose.yaml:5 (HOME_TOWN)",
			NOWHERE: "nothing ← compose.yaml:6 (NOWHERE)",
			VERSION: "v3-x ← compose.yaml:7 (TAG, OTHER)",
			PRICE: "$5 ← compose.yaml:8",
		},
	],
	[
		"what the shell gives, in a list",
		["environment:", "  - HOME_TOWN", "  - NOWHERE", "  - VERSION=v${TAG}"],
		{ HOME_TOWN: "Ulm ← compose.yaml:5 (HOME_TOWN)", NOWHERE: "nothing ← compose.yaml:6 (NOWHERE)", VERSION: "v3 ← compose.yaml:7 (TAG)" },
	],
])("a variable of %s stands in its line", (_, lines, expected) => expect(told({ "compose.yaml": web(...lines) })).toEqual(expected));

test("of files of variables the last counts, and the service's own line over them", () => {
	const files = {
		"compose.yaml": web(
			"env_file:",
			"  - one.env",
			"  - { path: two.env, required: false }",
			"  - { path: gone.env, required: false }",
			"environment: { C: own }",
		),
		"one.env": "# first\nA=1\nB=1\nexport C=1\n",
		"two.env": 'B="two\nlines"\nD=${A}4\nTAG\n',
	};
	expect(told(files)).toEqual({ A: "1 ← one.env:2", B: "two\nlines ← two.env:1", C: "own ← compose.yaml:8", D: "14 ← two.env:3", TAG: "3 ← two.env:4 (TAG)" });
});

test("a file in the format raw is read as it is written", () => {
	const files = { "compose.yaml": web("env_file: [{ path: raw.env, format: raw }]"), "raw.env": "\nA='${B}'\nTAG\nEMPTY=\n" };
	expect(told(files)).toEqual({ A: "'${B}' ← raw.env:2", TAG: "3 ← raw.env:3 (TAG)", EMPTY: " ← raw.env:4" });
});

test("a file that is merged over another names its own lines", () => {
	const files = { "compose.yaml": web("environment: { A: 1, B: 1 }"), "over.yaml": "services:\n  web:\n    environment:\n      - B=2\n      - C=2\n" };
	expect(told(files, ["compose.yaml", "over.yaml"])).toEqual({ A: "1 ← compose.yaml:4", B: "2 ← over.yaml:4", C: "2 ← over.yaml:5" });
});

test("what a service extends has its own file, and the files of variables beside that", () => {
	const files = {
		"compose.yaml": "services:\n  web:\n    extends: { file: base/common.yaml, service: common }\n    environment: { B: own }\n",
		"base/common.yaml": "services:\n  common:\n    image: nginx:1.27\n    env_file: common.env\n    environment: { A: base, B: base }\n",
		"base/common.env": "A=file\nC=file\n",
	};
	expect(told(files)).toEqual({ A: "base ← base/common.yaml:5", B: "own ← compose.yaml:4", C: "file ← base/common.env:2" });
});

test("a merge key's variable stands where the anchor has it", () => {
	const files = { "compose.yaml": `x-common: &common\n  A: anchor\n${web("environment: { <<: *common, B: own }")}` };
	expect(told(files)).toEqual({ A: "anchor ← compose.yaml:2", B: "own ← compose.yaml:6" });
});

test("a service that the files have not has none", () => {
	const text = (): string => web();
	const project = loadProject(
		{ paths: ["/shop/compose.yaml"], folder: "/shop", environment: () => undefined, profiles: [], name: "shop" },
		{ text, isAbsent: () => true, home: undefined },
	);
	expect(project.variablesOf("other").size).toBe(0);
});
