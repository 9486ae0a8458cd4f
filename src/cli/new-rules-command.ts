import { defaultConfiguration } from "../engine/lint/configuration.ts";
import { isLater, sinceOf } from "../engine/lint/rule-set.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say, textOf, translated } from "../engine/text/message.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { createDisk } from "../files/disk.ts";
import { configurationsFor } from "./configurations.ts";
import { findFiles } from "./files.ts";
import type { LintJob } from "./lint-files.ts";
import { lintTogether } from "./lint-together.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** `hullwright rules --new [PATH…]`: the rules that are later than the rule set that the current folder keeps to, and what they find here. */
export async function newRulesCommand(paths: readonly string[], format: "pretty" | "json", terminal: Terminal): Promise<number> {
	let exitCode: number = exitCodes.clean;
	const complain = (message: Message): void => {
		terminal.complain(textOf(message, terminal.catalogue));
		exitCode = exitCodes.trouble;
	};
	const found = await configurationsFor({ path: undefined, preset: undefined, only: undefined }, createDisk(), complain)("Dockerfile");
	const configuration = found?.configuration ?? defaultConfiguration;
	const later = rules.filter((rule) => isLater(rule, configuration));
	const names = findFiles(paths.length > 0 ? paths : ["."], complain, (name) => languageOfName(name) !== undefined);
	const { parts } = await lintTogether({ ...countingJob, names, look: { hasColors: false } }, terminal);
	const counts = new Map<string, number>();
	for (const { rule } of parts.flatMap(({ text }) => (text ? (JSON.parse(text) as { rule: string }[]) : []))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	const rows = later.map((rule) => ({
		id: rule.id,
		since: sinceOf(rule),
		title: translated(rule.title, terminal.catalogue),
		count: counts.get(rule.id) ?? 0,
	}));
	terminal.write(format === "json" ? `${JSON.stringify(rows, null, "\t")}\n` : table(rows, configuration.ruleSet, terminal));
	return exitCode;
}

type Row = { readonly id: string; readonly since: string; readonly title: string; readonly count: number };

function table(rows: readonly Row[], ruleSet: string | undefined, { catalogue }: Terminal): string {
	if (ruleSet === undefined) return `${textOf(say`\`.hullwright.yaml\` keeps to no rule set, so all rules count.`, catalogue)}\n`;
	if (rows.length === 0) return `${textOf(say`No rule is later than ${ruleSet}.`, catalogue)}\n`;
	const width = Math.max(...rows.map(({ id }) => id.length));
	const line = ({ id, since, title, count }: Row): string => `${id.padEnd(width)}  ${since}  ${title} (${textOf(say`found here: ${count}`, catalogue)})\n`;
	return rows
		.toSorted((one, other) => other.count - one.count)
		.map(line)
		.join("");
}

/** Counts what is found, by rule. */
const countingJob: Omit<LintJob, "names" | "look"> = {
	fix: false,
	diff: false,
	failOn: "never",
	preset: undefined,
	only: undefined,
	changes: undefined,
	isTimed: false,
	namedAs: undefined,
	configuration: undefined,
	inputName: undefined,
	format: "json",
	onlyNumbers: true,
	baseline: undefined,
	updateBaseline: false,
	grow: false,
};
