import { describe, expect, test } from "vitest";
import { peerIdsOf } from "../../src/engine/lint/rule-names.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { hullwright, inFolder } from "./command-line.ts";

type Row = { readonly rule: string; readonly aliases: readonly string[]; readonly severity: string; readonly line: number; readonly column: number };

const rowsOf = async (...args: string[]): Promise<Row[]> => JSON.parse((await hullwright(["lint", "--format", "json", ...args])).output) as Row[];

const dockerfile = `FROM debian:12
MAINTAINER Jane Doe
RUN true && \\
    apt-get install curl
ENV TOKEN=a3f9c2e17b
CMD ./serve
`;

describe.each([
	["hadolint", ["hadolint", "shellcheck"], ["DL4000 error 2", "DL3002", "DL3009", "DL3014 warning 3", "DL3015 info 3", "DL3025 warning 6"]],
	["buildkit", ["buildkit"], ["MaintainerDeprecated warning 2", "SecretsUsedInArgOrEnv warning 5", "JSONArgsRecommended warning 6"]],
] as const)("--preset %s", (preset, peers, expected) => {
	test("only rules that it has are on, as severe as there, and its ids and lines are told", async () => {
		inFolder({ Dockerfile: dockerfile });
		const rows = await rowsOf("--preset", preset, "--ids", preset);
		const told = rows.map(({ rule, severity, line }) => `${rule} ${severity} ${line}`);

		for (const each of expected.filter((text) => text.includes(" "))) expect(told).toContain(each);
		const ids = rules.flatMap((rule) => peerIdsOf(rule).flatMap(([peer, id]) => ((peers as readonly string[]).includes(peer) ? [id] : [])));
		expect(rows.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
		expect(rows.filter(({ aliases }) => !rules.some(({ id }) => id === aliases[0]))).toEqual([]);
	});

	test("the preset alone keeps our ids", async () => {
		inFolder({ Dockerfile: dockerfile });
		const [ours, theirs] = [await rowsOf("--preset", preset), await rowsOf("--preset", preset, "--ids", preset)];

		expect(ours.filter(({ rule }) => !rules.some(({ id }) => id === rule))).toEqual([]);
		expect(ours.map(({ line }) => line)).toEqual(theirs.map(({ line }) => line));
	});
});

test("a configuration may name the preset, and a rule that it does not have be switched on", async () => {
	inFolder({ Dockerfile: dockerfile, ".hullwright.yaml": "preset: buildkit\nrules: { DL3014: info }\n" });

	expect((await rowsOf()).map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toContain("apt-get-missing-yes 4:5");
	expect((await rowsOf()).map(({ rule }) => rule)).not.toContain("missing-user");
});

test("a person is shown the words that are meant, under the line that the linter tells", async () => {
	inFolder({ Dockerfile: dockerfile });
	const { output } = await hullwright(["lint", "--ids", "hadolint"]);

	expect(output).toMatch(/^Dockerfile:3:1 warning .* \[DL3014\]\n {4} {4}apt-get install curl\n {4} {4}\^+\n/m);
});

test("SARIF names a rule by its place in the list only where it is in the list", async () => {
	inFolder({ Dockerfile: dockerfile });
	const { output } = await hullwright(["lint", "--format", "sarif", "--ids", "hadolint"]);
	const [run] = (JSON.parse(output) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex?: number }[] }[] }).runs;

	for (const { ruleId, ruleIndex } of run?.results ?? []) expect(ruleIndex === undefined ? ruleId : run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
	expect(run?.results.map(({ ruleId }) => ruleId)).toContain("DL3014");
});
