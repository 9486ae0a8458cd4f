import { resolve, sep } from "node:path";
import { formatNames, type FormatName } from "../engine/lint/configuration.ts";
import type { Preset } from "../engine/lint/rule.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { createDisk } from "../files/disk.ts";
import { settleBaselines } from "./baselines.ts";
import type { Changes } from "./changed-lines.ts";
import { findFiles } from "./files.ts";
import { configuredFormat } from "./configurations.ts";
import { formatFor } from "./format/formats.ts";
import { formatTimes } from "./format/times.ts";
import type { Linted, LintJob } from "./lint-files.ts";
import { lintTogether } from "./lint-together.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";
import { watchCommand } from "./watch-command.ts";

/** Linters by whose ids problems can be told. */
export const idOwners = ["hadolint", "buildkit"] as const satisfies readonly Preset[];

export type LintOptions = Omit<LintJob, "names" | "namedAs" | "look" | "changes" | "format"> & {
	/** Absent: what the configuration says that counts where the run begins, or else for people. */
	readonly format: FormatName | undefined;
	/** Empty: the current folder. */
	readonly paths: readonly string[];
	/** The linter by whose ids problems are told. */
	readonly ids: (typeof idOwners)[number] | undefined;
	/** The revision since which lines must have changed to be told of. */
	readonly since: string | undefined;
	readonly isWatching: boolean;
};

/** `hullwright lint`: lints, mends or shows what it would mend, and prints one report over all files; again and again where it watches. */
export async function lintCommand(given: LintOptions, terminal: Terminal): Promise<number> {
	refuseContradictions(given);
	const options: Settled = { ...given, format: given.format ?? (await formatToUse(given)) };
	const find = (): Promise<Files> => findAll(options);
	const tell = (files: Files, linted: Linted): number => tellOutcome(files, linted, options, terminal);
	if (options.isWatching) {
		const alone = { readInput: terminal.readInput };
		const watched = { paths: givenPaths(options), find, findsByContent: options.since !== undefined, tell };
		return watchCommand({ ...watched, lintOne: (name, files) => lintTogether({ ...jobFor(options, files, terminal), names: [name] }, alone) }, terminal);
	}
	const files = await find();
	return tell(files, await lintTogether(jobFor(options, files, terminal), terminal));
}

type Settled = LintOptions & { readonly format: FormatName };

/** Diffs and numbers have a form of their own. */
const formatToUse = async ({ diff, onlyNumbers, configuration }: LintOptions): Promise<FormatName> =>
	(diff || onlyNumbers ? undefined : await configuredFormat(configuration, createDisk())) ?? formatNames[0];

/** The files that are to be linted, what could not be found, and what has changed in them where that counts. */
type Files = { readonly names: readonly string[]; readonly missing: readonly Message[]; readonly changes: Changes | undefined };

function jobFor({ paths: _paths, ids, since: _since, isWatching: _isWatching, ...how }: Settled, { names, changes }: Files, terminal: Terminal): LintJob {
	return { ...how, names, changes, namedAs: namesToTell(ids, how.preset, how.format), look: lookOf(terminal) };
}

const lookOf = ({ hasColors, catalogue }: Terminal): LintJob["look"] => ({ hasColors, catalogue });

const isInput = ({ paths, inputName }: LintOptions): boolean => paths.includes("-") || (paths.length === 0 && inputName !== undefined);

function givenPaths(options: LintOptions): readonly string[] {
	if (options.paths.length > 0) return options.paths;
	return [isInput(options) ? "-" : "."];
}

function refuseContradictions(options: LintOptions): void {
	const { fix, diff, format, paths, inputName, since, only, updateBaseline, grow, onlyNumbers, isWatching } = options;
	if (fix && diff) throw new UsageError(say`--fix changes the files and --diff does not; give one of them`);
	if (diff && format !== undefined && format !== "pretty") throw new UsageError(say`--diff prints a diff, so it cannot print ${format} too`);
	if (inputName !== undefined && !isInput(options)) throw new UsageError(say`--stdin-filename names standard input, which is -, and not ${paths.join(", ")}`);
	if (fix && isInput(options)) throw new UsageError(say`--fix cannot write to standard input; --diff shows what it would change`);
	if (since !== undefined && isInput(options)) throw new UsageError(say`--since asks git about files, and standard input is none`);
	if (grow && !updateBaseline) throw new UsageError(say`--grow says what --update-baseline may do; give both`);
	const partly = isInput(options) ? "-" : since !== undefined ? "--since" : only ? "--only" : undefined;
	if (updateBaseline && partly) throw new UsageError(say`--update-baseline needs to see all problems, and ${partly} shows some of them`);
	if (onlyNumbers && format !== undefined && !["pretty", "json"].includes(format)) throw new UsageError(say`--statistics prints pretty or json, not ${format}`);
	const other = fix ? "--fix" : diff ? "--diff" : updateBaseline ? "--update-baseline" : isInput(options) ? "-" : undefined;
	if (isWatching && other) throw new UsageError(say`--watch lints again and again, which does not go together with ${other}`);
}

async function findAll(options: LintOptions): Promise<Files> {
	const missing: Message[] = [];
	const names = findFiles(
		givenPaths(options),
		(message) => missing.push(message),
		(name) => languageOfName(name) !== undefined,
	);
	return { names, missing, changes: options.since === undefined ? undefined : await changesIn(names, options.since) };
}

/** Few runs ask git, and what asks other programs takes as long to load as one file to lint. */
async function changesIn(names: readonly string[], revision: string): Promise<Changes> {
	const { changesSince } = await import("./changes-since.ts");
	const changes = changesSince(names, revision);
	if ("problem" in changes) throw new UsageError(changes.problem);
	return changes;
}

/** Prints the report and gives the exit code. */
function tellOutcome({ names, missing }: Files, linted: Linted, options: Settled, terminal: Terminal): number {
	const { parts, tally, fixed, diffs, complaints, leftOut, judged, times, isTroubled } = linted;
	const { format, diff, inputName } = options;
	const text = (message: Message): string => textOf(message, terminal.catalogue);
	const complain = (message: Message): void => terminal.complain(text(message));
	const settled = settleBaselines(judged, options);
	if (names.length === 0 && missing.length === 0) complain(say`no Dockerfile and no Compose file in ${givenPaths(options).join(", ")}`);
	const ignored = leftOut.length > 0 ? ignoredPaths(givenPaths(options), names, leftOut, inputName) : [];
	for (const message of [...missing, ...ignored, ...complaints.map((complaint) => complaint.message), ...settled.complaints]) complain(message);
	terminal.write(diffs.join(""));
	for (const message of [...fixed, ...settled.told]) {
		const line = withoutControls(text(message));
		// What a program reads must hold nothing else.
		if (format === "pretty") terminal.write(`${line}\n`);
		else terminal.complain(line);
	}
	if (!diff) {
		const told = parts.flatMap((part) => part.text || []);
		terminal.write(formatFor(options).whole(told, tally, lookOf(terminal)));
	}
	if (options.isTimed) terminal.complain(formatTimes(times, terminal.catalogue));
	if (isTroubled || missing.length > 0 || settled.complaints.length > 0) return exitCodes.trouble;
	return tally.failing > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Who asks for another linter's rules gets its lines as well; a person is shown what is meant. */
function namesToTell(ids: LintOptions["ids"], preset: Preset | undefined, format: FormatName): LintJob["namedAs"] {
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
