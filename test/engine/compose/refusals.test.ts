import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { refusalKinds } from "../../../src/engine/compose/refusal.ts";
import { rules } from "../../../src/engine/rules/index.ts";

/** What each rule for Compose files reports of what is refused, as its text has it. */
const reported = readdirSync("src/engine/rules/compose").flatMap((file) => {
	const text = readFileSync(`src/engine/rules/compose/${file}`, "utf8");
	return [...text.matchAll(/reportRefusals\(file, "(\w+)"/g)].map(([, kind]) => ({ kind, id: file.replace(/\.ts$/, "") }));
});

test.each(refusalKinds)("what is refused as %s is reported by one rule, as an error", (kind) => {
	const own = reported.filter((each) => each.kind === kind);
	expect(own).toHaveLength(1);
	expect(rules.find(({ id }) => id === own[0]?.id)).toMatchObject({ severity: "error", language: "compose" });
});
