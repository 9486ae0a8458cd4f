import type { Severity } from "../engine/lint/rule.ts";
import { textOf } from "../engine/text/message.ts";
import { findFiles } from "./files.ts";
import { formatGithub } from "./format/github.ts";
import { formatJson } from "./format/json.ts";
import { formatPretty } from "./format/pretty.ts";
import { formatSarif } from "./format/sarif.ts";
import type { LintJob } from "./lint-files.ts";
import { lintTogether } from "./lint-together.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

export const lintFormats = ["pretty", "json", "sarif", "github"] as const;
export const failLevels = ["error", "warning", "info", "never"] as const;

export type LintOptions = Omit<LintJob, "names"> & {
	/** Empty: the current folder. */
	readonly paths: readonly string[];
	readonly format: (typeof lintFormats)[number];
	readonly failOn: (typeof failLevels)[number];
};

/** `hullwright lint`: lints, mends or shows what it would mend, and prints one report over all files. */
export async function lintCommand({ paths, format, failOn, ...how }: LintOptions, terminal: Terminal): Promise<number> {
	const { fix, diff } = how;
	if (fix && diff) throw new UsageError("--fix changes the files and --diff does not; give one of them");
	if (diff && format !== "pretty") throw new UsageError(`--diff prints a diff, so it cannot print ${format} too`);
	if (fix && paths.includes("-")) throw new UsageError("--fix cannot write to standard input; --diff shows what it would change");

	const given = paths.length > 0 ? paths : ["."];
	const missing: string[] = [];
	const names = findFiles(given, (message) => missing.push(message));
	if (names.length === 0 && missing.length === 0) terminal.complain(`no Dockerfile in ${given.join(", ")}`);
	const { reports, fixed, diffs, complaints, isTroubled } = await lintTogether({ names, ...how }, terminal);

	for (const message of [...missing, ...complaints.map((complaint) => complaint.message)]) terminal.complain(message);
	terminal.write(diffs.join(""));
	for (const message of fixed) {
		const line = withoutControls(textOf(message, terminal.catalogue));
		// What was fixed must not get into what a program reads.
		if (format === "pretty") terminal.write(`${line}\n`);
		else terminal.complain(line);
	}
	if (!diff) terminal.write(formatters[format](reports, terminal));
	if (isTroubled || missing.length > 0) return exitCodes.trouble;
	return reports.some(({ findings }) => findings.some(({ severity }) => ranks[severity] >= ranks[failOn])) ? exitCodes.findings : exitCodes.clean;
}

const formatters = { pretty: formatPretty, json: formatJson, sarif: formatSarif, github: formatGithub } as const;

const ranks: Readonly<Record<Severity | "never", number>> = { info: 0, warning: 1, error: 2, never: 3 };
