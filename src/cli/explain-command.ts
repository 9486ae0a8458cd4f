import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findRules, findSimilarRule, isForeignName } from "../engine/lint/rule-names.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { reason } from "../files/reason.ts";
import { formatPage } from "./format/page.ts";
import { exitCodes, UsageError, type Terminal } from "./terminal.ts";

/** `hullwright explain RULE`: the rule's page, as text. Other linters' names are understood too, and may stand for several rules. */
export function explainCommand(names: readonly string[], pages: string, terminal: Terminal): number {
	if (names.length === 0) throw new UsageError(say`explain needs the name of a rule; hullwright rules lists them`);
	let exitCode: number = exitCodes.clean;
	for (const name of names) {
		const named = findRules(rules, name);
		terminal.write(named.map(({ id }) => formatPage(pageOf(join(pages, `${id}.md`)), terminal)).join("\n"));
		if (named.length > 0) continue;
		terminal.complain(textOf(unknown(name), terminal.catalogue));
		exitCode = exitCodes.trouble;
	}
	return exitCode;
}

function unknown(name: string): Message {
	if (isForeignName(rules, name)) return say`no rule stands for "${name}"; hullwright rules lists them`;
	const similar = findSimilarRule(rules, name);
	return similar ? say`no rule is named "${name}"; did you mean ${similar}?` : say`no rule is named "${name}"; hullwright rules lists them`;
}

function pageOf(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new Error(`${path}: ${textOf(reason(error))}; Hullwright is not installed whole`, { cause: error });
	}
}
