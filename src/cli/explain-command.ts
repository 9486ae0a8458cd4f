import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findRules, findSimilarRule, isForeignName } from "../engine/lint/rule-names.ts";
import { rules } from "../engine/rules/index.ts";
import { reason } from "../files/reason.ts";
import { formatPage } from "./format/page.ts";
import { exitCodes, UsageError, type Terminal } from "./terminal.ts";

/** `hullwright explain RULE`: the rule's page, as text. Other linters' names are understood too, and may stand for several rules. */
export function explainCommand(names: readonly string[], pages: string, terminal: Terminal): number {
	if (names.length === 0) throw new UsageError("explain needs the name of a rule; hullwright rules lists them");
	let exitCode: number = exitCodes.clean;
	for (const name of names) {
		const named = findRules(rules, name);
		terminal.write(named.map(({ id }) => formatPage(pageOf(join(pages, `${id}.md`)), terminal)).join("\n"));
		if (named.length > 0) continue;
		const similar = isForeignName(rules, name) ? undefined : findSimilarRule(rules, name);
		terminal.complain(
			`${isForeignName(rules, name) ? "no rule stands for" : "no rule is named"} "${name}"; ${similar ? `did you mean ${similar}?` : "hullwright rules lists them"}`,
		);
		exitCode = exitCodes.trouble;
	}
	return exitCode;
}

function pageOf(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new Error(`${path}: ${reason(error)}; Hullwright is not installed whole`, { cause: error });
	}
}
