import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { peerIdsOf } from "../../../src/engine/lint/rule-names.ts";
import { rules } from "../../../src/engine/rules/index.ts";

/** Linters whose every id has a rule here, or a reason why not. Of hadolint's they are those of its own rules; ShellCheck's are its own. */
const promised = ["hadolint", "buildkit", "trivy", "checkov", "kics", "semgrep", "dockerfilelint", "dockle", "tally"];

type Row = { readonly row: string; readonly peers: Readonly<Record<string, readonly string[]>> };
const rows = JSON.parse(readFileSync("test/engine/rules/peers.json", "utf8")) as Row[];
const idsIn = ({ peers }: Row): string[] =>
	Object.entries(peers).flatMap(([peer, ids]) => ids.filter((id) => peer !== "hadolint" || id.startsWith("DL")).map((id) => `${peer} ${id}`));

const aliases = new Set(rules.flatMap((rule) => peerIdsOf(rule).map((each) => each.join(" "))));
const notImplemented = readFileSync("docs/rules/not-implemented.md", "utf8")
	.split("\n")
	.flatMap((line) => {
		const [, row, ids, reason] = /^\| ([a-z\d-]+) \| (.+) \| (.+) \|$/.exec(line) ?? [];
		return row === undefined || row === "row" ? [] : [{ row, ids: ids ?? "", reason: reason ?? "" }];
	});
const givenUp = new Set(rows.filter(({ row }) => notImplemented.some((each) => each.row === row)).flatMap(idsIn));

test.each(promised)("each id of %s is a rule's, or it is said why not", (peer) => {
	const ids = [...new Set(rows.flatMap(idsIn))].filter((id) => id.startsWith(`${peer} `));
	expect(ids).not.toEqual([]);
	expect(ids.filter((id) => !aliases.has(id) && !givenUp.has(id))).toEqual([]);
});

describe("what there is no rule for", () => {
	test("is not much", () => {
		expect(notImplemented.length).toBeGreaterThan(0);
		expect(notImplemented.length).toBeLessThanOrEqual(15);
	});

	test.each(notImplemented)("$row has its ids, and a reason that is none of time", ({ row, ids, reason }) => {
		const known = rows.find((each) => each.row === row);
		expect(known, "the row is one of peers.json").toBeDefined();
		expect(ids).toBe(
			Object.entries(known?.peers ?? {})
				.map(([peer, own]) => `${peer}: ${own.join(", ")}`)
				.join("; "),
		);
		expect(reason.length).toBeGreaterThan(40);
		expect(reason).not.toMatch(/\b(?:later|yet|todo|future|planned|for now)\b/i);
	});

	test.each(notImplemented)("$row is no rule's", ({ row }) => {
		const [known] = rows.filter((each) => each.row === row);
		expect(known && idsIn(known).some((id) => !aliases.has(id))).toBe(true);
	});
});
