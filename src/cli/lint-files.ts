import { parse } from "../engine/dockerfile/parse.ts";
import type { Configuration } from "../engine/lint/configuration.ts";
import { fixAll } from "../engine/lint/fix.ts";
import { lint } from "../engine/lint/lint.ts";
import type { Preset } from "../engine/lint/presets.ts";
import { rules } from "../engine/rules/index.ts";
import { say, type Message } from "../engine/text/message.ts";
import { Configurations } from "./configurations.ts";
import { unifiedDiff } from "./diff.ts";
import { decode, readSource, writeText, type Source } from "./files.ts";
import type { Report } from "./format/report.ts";

/** Files to lint, and how. */
export type LintJob = {
	/** "-" is standard input. */
	readonly names: readonly string[];
	readonly fix: boolean;
	readonly diff: boolean;
	readonly preset: Preset | undefined;
	/** The one configuration file for all; absent: each file's nearest. */
	readonly configuration: string | undefined;
	/** What standard input stands for when its configuration is looked for. */
	readonly inputName: string | undefined;
};

export type Linted = {
	/** In the order of the names, without those that are left out or cannot be read. */
	readonly reports: readonly Report[];
	/** What was fixed. */
	readonly fixed: readonly Message[];
	/** What would be fixed, a text for each file. */
	readonly diffs: readonly string[];
	readonly complaints: readonly string[];
	/** Whether a file or a configuration could not be read or written. */
	readonly isTroubled: boolean;
};

export async function lintFiles(job: LintJob, readInput: () => Promise<Buffer>): Promise<Linted> {
	const { names, fix, diff, preset, configuration: path, inputName } = job;
	const reports: Report[] = [];
	const fixed: Message[] = [];
	const diffs: string[] = [];
	const complaints: string[] = [];
	let isTroubled = false;
	const complain = (message: string): void => {
		isTroubled = true;
		complaints.push(message);
	};
	const configurations = new Configurations(path, preset, complain);
	for (const name of names) {
		const configuration = await configurations.of(name === "-" ? (inputName ?? name) : name);
		if (configuration === "left out" || configuration === "broken") continue;
		let source = name === "-" ? decode(name, await readInput()) : readSource(name);
		if ("problem" in source) {
			complain(source.problem);
			continue;
		}
		if (source.isLossy || source.text.includes("\0")) {
			const refusal = source.isLossy && (fix || diff) ? "; it is not fixed" : "";
			complaints.push(`${name}: this is no text in UTF-8, so Docker may read it otherwise than meant${refusal}`);
		}
		if (fix && !source.isLossy) source = writeFixes(source, configuration, fixed, complain);
		if (diff && !source.isLossy) diffs.push(unifiedDiff(name, source.text, fixAll(source.text, rules, configuration).text));
		reports.push(report(source, configuration, complaints));
	}
	return { reports, fixed, diffs, complaints, isTroubled };
}

function report({ name, text }: Source, configuration: Configuration, complaints: string[]): Report {
	const { findings, faults } = lint(parse(text), rules, configuration);
	for (const { rule, error } of faults) {
		const beginning = `the rule ${rule} failed on `;
		if (complaints.some((complaint) => complaint.startsWith(beginning))) continue;
		const message = error instanceof Error ? error.message : String(error);
		complaints.push(`${beginning}${name}, so it may have found too little: ${message}. This is a bug in Hullwright; the other rules have run.`);
	}
	return { name, text, findings };
}

/** The source as it is on disk afterwards. */
function writeFixes(source: Source, configuration: Configuration, done: Message[], complain: (message: string) => void): Source {
	const { text, fixed } = fixAll(source.text, rules, configuration);
	if (text === source.text) return source;
	const problem = writeText(source.name, text);
	if (problem !== undefined) {
		complain(problem);
		return source;
	}
	for (const { rule, fix } of fixed) done.push(say`${source.name}: fixed: ${fix.title} [${rule}]`);
	return { ...source, text };
}
