import { parse } from "../engine/dockerfile/parse.ts";
import type { Configuration, Preset } from "../engine/lint/configuration.ts";
import { fixAll } from "../engine/lint/fix.ts";
import { lint } from "../engine/lint/lint.ts";
import type { Severity } from "../engine/lint/rule.ts";
import { rules } from "../engine/rules/index.ts";
import { prepareCompiler } from "./compiler.ts";
import { Configurations } from "./configurations.ts";
import { unifiedDiff } from "./diff.ts";
import { decode, findFiles, readSource, writeText, type Source } from "./files.ts";
import { formatGithub } from "./format/github.ts";
import { formatJson } from "./format/json.ts";
import { formatPretty } from "./format/pretty.ts";
import type { Report } from "./format/report.ts";
import { formatSarif } from "./format/sarif.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

export const lintFormats = ["pretty", "json", "sarif", "github"] as const;
export const failLevels = ["error", "warning", "info", "never"] as const;

export type LintOptions = {
	/** Empty: the current folder. */
	readonly paths: readonly string[];
	readonly format: (typeof lintFormats)[number];
	readonly fix: boolean;
	readonly diff: boolean;
	readonly preset: Preset | undefined;
	readonly configuration: string | undefined;
	readonly failOn: (typeof failLevels)[number];
	/** What standard input stands for when its configuration is looked for. */
	readonly inputName: string | undefined;
};

/** `hullwright lint`: lints, mends or shows what it would mend, and prints one report over all files. */
export async function lintCommand(options: LintOptions, terminal: Terminal): Promise<number> {
	const { format, fix, diff, failOn } = options;
	if (fix && diff) throw new UsageError("--fix changes the files and --diff does not; give one of them");
	if (diff && format !== "pretty") throw new UsageError(`--diff prints a diff, so it cannot print ${format} too`);
	const paths = options.paths.length > 0 ? options.paths : ["."];
	if (fix && paths.includes("-")) throw new UsageError("--fix cannot write to standard input; --diff shows what it would change");

	let isTroubled = false;
	const complain = (message: string): void => {
		isTroubled = true;
		terminal.complain(message);
	};
	const configurations = new Configurations(options.configuration, options.preset, complain);
	const linter = new Linter(terminal);
	const reports: Report[] = [];
	const files = findFiles(paths, complain);
	if (files.length === 0 && !isTroubled) terminal.complain(`no Dockerfile in ${paths.join(", ")}`);
	prepareCompiler(files.length);
	for (const name of files) {
		const configuration = await configurations.of(name === "-" ? (options.inputName ?? "-") : name);
		if (configuration === "left out" || configuration === "broken") continue;
		const source = name === "-" ? decode(name, await terminal.readInput()) : readSource(name);
		if ("problem" in source) {
			complain(source.problem);
			continue;
		}
		if (source.isLossy || source.text.includes("\0")) {
			terminal.complain(
				`${name}: this is no text in UTF-8, so Docker may read it otherwise than meant${source.isLossy && (fix || diff) ? "; it is not fixed" : ""}`,
			);
		}
		const report = fix && !source.isLossy ? linter.fix(source, configuration, format, complain) : linter.report(source, configuration);
		if (diff && !source.isLossy) terminal.write(unifiedDiff(name, source.text, fixAll(source.text, rules, configuration).text));
		reports.push(report);
	}
	if (!diff) terminal.write(formatters[format](reports, terminal.hasColors));
	if (isTroubled) return exitCodes.trouble;
	return reports.some(({ findings }) => findings.some(({ severity }) => ranks[severity] >= ranks[failOn])) ? exitCodes.findings : exitCodes.clean;
}

const formatters = { pretty: formatPretty, json: formatJson, sarif: formatSarif, github: formatGithub } as const;

const ranks: Readonly<Record<Severity | "never", number>> = { info: 0, warning: 1, error: 2, never: 3 };

class Linter {
	readonly #terminal: Terminal;
	readonly #faulty = new Set<string>();

	constructor(terminal: Terminal) {
		this.#terminal = terminal;
	}

	report({ name, text }: Source, configuration: Configuration): Report {
		const { findings, faults } = lint(parse(text), rules, configuration);
		for (const { rule, error } of faults) {
			if (this.#faulty.has(rule)) continue;
			this.#faulty.add(rule);
			const message = error instanceof Error ? error.message : String(error);
			this.#terminal.complain(
				`the rule ${rule} failed on ${name}, so it may have found too little: ${message}. This is a bug in Hullwright; the other rules have run.`,
			);
		}
		return { name, text, findings };
	}

	/** Writes the file with its safe fixes, if there are any, and reports what is left. */
	fix(source: Source, configuration: Configuration, format: LintOptions["format"], complain: (message: string) => void): Report {
		const { name } = source;
		const { text, fixed } = fixAll(source.text, rules, configuration);
		const problem = text === source.text ? undefined : writeText(name, text);
		if (text === source.text || problem !== undefined) {
			if (problem !== undefined) complain(problem);
			return this.report(source, configuration);
		}
		const tell = format === "pretty" ? (line: string) => this.#terminal.write(`${line}\n`) : this.#terminal.complain;
		for (const { rule, fix } of fixed) tell(withoutControls(`${name}: fixed: ${fix.title} [${rule}]`));
		return this.report({ ...source, text }, configuration);
	}
}
