import { expect, test, vi } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

/** Beside the real rules one that came later. */
vi.mock("../../src/engine/rules/index.ts", async (original) => {
	const { dockerfileRule } = await import("../../src/engine/lint/rule.ts");
	const { say } = await import("../../src/engine/text/message.ts");
	const { rules } = await original<typeof import("../../src/engine/rules/index.ts")>();
	const rule = dockerfileRule({
		id: "later-rule",
		category: "correctness",
		severity: "error",
		since: "0.2",
		title: "Something that only a later rule finds",
		why: [],
		examples: [{ bad: "FROM debian\n", good: "" }],
		*check({ instructions }) {
			for (const { range } of instructions.slice(0, 1)) yield { at: range, message: say`found` };
		},
	});
	return { rules: [...rules, rule] };
});

const clean = "FROM alpine:3.22\nUSER app\n";

test("an upgrade changes nothing for who keeps to a rule set, and what is new is listed with what it finds", async () => {
	inFolder({ "a/Dockerfile": clean, "b/Dockerfile": clean, ".hullwright.yaml": 'rules: "0.1"\n' });
	for (const level of ["error", "warning", "info"]) expect((await hullwright(["lint", "--fail-on", level])).exitCode).toBe(0);
	const rows = JSON.parse((await hullwright(["lint", "--format", "json"])).output) as object[];
	expect(rows).toMatchObject([
		{ rule: "later-rule", severity: "info", isHint: true },
		{ rule: "later-rule", severity: "info", isHint: true },
	]);
	expect((await hullwright(["rules", "--new"])).output).toBe("later-rule  0.2  Something that only a later rule finds (found here: 2)\n");
	expect(JSON.parse((await hullwright(["rules", "--new", "--format", "json", "a"])).output)).toEqual([
		{ id: "later-rule", since: "0.2", title: "Something that only a later rule finds", count: 1 },
	]);
});

test("who raises the set gets its findings", async () => {
	inFolder({ Dockerfile: clean, ".hullwright.yaml": 'ruleSet: "0.2"\n' });
	expect((await hullwright(["lint"])).exitCode).toBe(1);
	expect((await hullwright(["rules", "--new"])).output).toBe("No rule is later than 0.2.\n");
});

test("who keeps to no set is told so", async () => {
	inFolder({ Dockerfile: maintained });
	expect((await hullwright(["rules", "--new"])).output).toBe("`.hullwright.yaml` keeps to no rule set, so all rules count.\n");
	expect(await hullwright(["rules", "--new", "nowhere"])).toMatchObject({ exitCode: 2, errors: "nowhere: no such file or directory\n" });
});
