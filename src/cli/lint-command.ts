import { resolve, sep } from "node:path";
import type { Preset, Severity } from "../engine/lint/rule.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { languageOfName } from "../engine/language/languages.ts";
import { findFiles } from "./files.ts";
import { formats } from "./format/formats.ts";
import type { Linted, LintJob } from "./lint-files.ts";
import { lintTogether } from "./lint-together.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

/** Linters by whose ids problems can be told. */
export const idOwners = ["hadolint", "buildkit"] as const satisfies readonly Preset[];
export const failLevels = ["error", "warning", "info", "never"] as const;

export type LintOptions = Omit<LintJob, "names" | "namedAs" | "look"> & {
	/** Empty: the current folder. */
	readonly paths: readonly string[];
	readonly failOn: (typeof failLevels)[number];
	/** The linter by whose ids problems are told. */
	readonly ids: (typeof idOwners)[number] | undefined;
};

/** `hullwright lint`: lints, mends or shows what it would mend, and prints one report over all files. */
export async function lintCommand({ paths, failOn, ids, ...how }: LintOptions, terminal: Terminal): Promise<number> {
	const { fix, diff, format } = how;
	if (fix && diff) throw new UsageError(say`--fix changes the files and --diff does not; give one of them`);
	if (diff && format !== "pretty") throw new UsageError(say`--diff prints a diff, so it cannot print ${format} too`);
	const isInput = paths.includes("-") || (paths.length === 0 && how.inputName !== undefined);
	if (how.inputName !== undefined && !isInput) throw new UsageError(say`--stdin-filename names standard input, which is -, and not ${paths.join(", ")}`);
	if (fix && isInput) throw new UsageError(say`--fix cannot write to standard input; --diff shows what it would change`);

	const given = paths.length > 0 ? paths : [isInput ? "-" : "."];
	const complain = (message: Message): void => terminal.complain(textOf(message, terminal.catalogue));
	const missing: Message[] = [];
	const names = findFiles(
		given,
		(message) => missing.push(message),
		(name) => languageOfName(name) !== undefined,
	);
	if (names.length === 0 && missing.length === 0) complain(say`no Dockerfile and no Compose file in ${given.join(", ")}`);
	const look = { hasColors: terminal.hasColors, catalogue: terminal.catalogue };
	const { parts, tally, fixed, diffs, complaints, leftOut, isTroubled } = await lintTogether(
		{ names, namedAs: namesToTell(ids, how.preset, format), look, ...how },
		terminal,
	);

	const ignored = leftOut.length > 0 ? ignoredPaths(given, names, leftOut, how.inputName) : [];
	for (const message of [...missing, ...ignored, ...complaints.map((complaint) => complaint.message)]) complain(message);
	terminal.write(diffs.join(""));
	for (const message of fixed) {
		const line = withoutControls(textOf(message, terminal.catalogue));
		// What was fixed must not get into what a program reads.
		if (format === "pretty") terminal.write(`${line}\n`);
		else terminal.complain(line);
	}
	if (!diff) {
		const told = parts.flatMap(({ text }) => text || []);
		terminal.write(formats[format].whole(told, tally, look));
	}
	if (isTroubled || missing.length > 0) return exitCodes.trouble;
	return failing[failOn].some((severity) => tally[severity] > 0) ? exitCodes.findings : exitCodes.clean;
}

/** Who asks for another linter's rules gets its lines as well; a person is shown what is meant. */
function namesToTell(ids: LintOptions["ids"], preset: Preset | undefined, format: LintOptions["format"]): LintJob["namedAs"] {
	if (ids) return { preset: ids, onlyLines: false };
	const owner = idOwners.find((each) => each === preset);
	return owner && format !== "pretty" ? { preset: owner, onlyLines: true } : undefined;
}

/** Who names a path by hand is told where nothing of it is linted. */
function ignoredPaths(given: readonly string[], names: readonly string[], leftOut: Linted["leftOut"], inputName: string | undefined): Message[] {
	const ignoring = new Map(leftOut.map(({ name, by }) => [name, by]));
	return given.flatMap((path) => {
		const own = names.filter((name) => name === path || (path !== "-" && name !== "-" && `${resolve(name)}${sep}`.startsWith(`${resolve(path)}${sep}`)));
		const [by] = own.flatMap((name) => ignoring.get(name) ?? []);
		if (by === undefined || !own.every((name) => ignoring.has(name))) return [];
		const isFile = own.length === 1 && (path === "-" || resolve(own[0] ?? "") === resolve(path));
		return [
			isFile
				? say`${path === "-" ? (inputName ?? path) : path}: not linted, for ${by} ignores it`
				: say`${path}: nothing is linted, for ${by} ignores all that is in it`,
		];
	});
}

const failing: Readonly<Record<(typeof failLevels)[number], readonly Severity[]>> = {
	error: ["error"],
	warning: ["error", "warning"],
	info: ["error", "warning", "info"],
	never: [],
};
