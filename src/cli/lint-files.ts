import { basename, resolve } from "node:path";
import { loadLanguage, type LanguageId } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import type { Configuration, FailLevel, FormatName } from "../engine/lint/configuration.ts";
import { baselineFileName } from "../engine/lint/baseline.ts";
import { fixAll, type FixResult, type Reason } from "../engine/lint/fix.ts";
import type { Language, SourceFile } from "../engine/lint/language.ts";
import { lint, type Finding } from "../engine/lint/lint.ts";
import { namedBy } from "../engine/lint/peer-view.ts";
import { peersOfPreset } from "../engine/lint/presets.ts";
import type { Preset, Rule } from "../engine/lint/rule.ts";
import { rules as allRules } from "../engine/rules/index.ts";
import { say, textOf, type Message } from "../engine/text/message.ts";
import { Lines } from "../engine/text/text.ts";
import { createDisk, type Disk } from "../files/disk.ts";
import { gather } from "../files/gather.ts";
import type { Shellcheck } from "../files/shellcheck.ts";
import { createJudge, type BaselineOptions, type Judged } from "./baselines.ts";
import { onlyChanged, type Changes } from "./changed-lines.ts";
import { configurationsFor } from "./configurations.ts";
import { unifiedDiff } from "./diff.ts";
import { decode, readSource, writeText, type Source } from "./files.ts";
import { formatFor } from "./format/formats.ts";
import { added, emptyTally, tallyOf, type Look as OutputLook, type Report, type Tally } from "./format/report.ts";
import { timed, type Times } from "./timing.ts";

/** Files to lint, and how. */
export type LintJob = BaselineOptions & {
	/** Each once; "-" is standard input. */
	readonly names: readonly string[];
	readonly fix: boolean;
	readonly diff: boolean;
	readonly preset: Preset | undefined;
	/** Ids of the only rules that count; absent: all. */
	readonly only: readonly string[] | undefined;
	/** Lines that have changed, where only those count. */
	readonly changes: Changes | undefined;
	/** Whether to take the time that each rule needs. */
	readonly isTimed: boolean;
	/** The linter whose ids and lines, or whose lines alone, are told. */
	readonly namedAs: { readonly preset: Preset; readonly onlyLines: boolean } | undefined;
	/** From which severity on a run fails; absent: what the configuration says, or warnings. */
	readonly failOn: FailLevel | undefined;
	/** The one configuration file for all; absent: each file's nearest. */
	readonly configuration: string | undefined;
	/** What standard input stands for: where its configuration is looked for, and how it is shown. */
	readonly inputName: string | undefined;
	readonly format: FormatName;
	/** Whether numbers are told rather than problems. */
	readonly onlyNumbers: boolean;
	readonly look: OutputLook;
};

/** Something that a user has to know besides findings: once, where several files bring up the same cause. */
export type Complaint = { readonly file: string; readonly message: Message; readonly cause: string };

export type Linted = {
	/** What the format makes of each file, in the order of the names, without those that are left out or cannot be read. */
	readonly parts: readonly { readonly name: string; readonly text: string }[];
	readonly tally: Tally;
	/** What was fixed. */
	readonly fixed: readonly Message[];
	/** What would be fixed, a text for each file. */
	readonly diffs: readonly string[];
	readonly complaints: readonly Complaint[];
	/** Files that a configuration leaves out, and which. */
	readonly leftOut: readonly { readonly name: string; readonly by: string }[];
	/** Whether a file or a configuration could not be read or written. */
	readonly isTroubled: boolean;
	readonly judged: readonly Judged[];
	/** Empty where no time was taken. */
	readonly times: Times;
	/** Other files that rules looked at, and baselines, by absolute path. */
	readonly paths: readonly string[];
};

/** Lints those of the job's files. */
export async function lintFiles(job: LintJob, names: Iterable<string>, readInput: () => Promise<Buffer>): Promise<Linted> {
	const { fix, diff, preset, only, changes, namedAs, configuration: path, inputName, look: outputLook } = job;
	const format = formatFor(job);
	const timing = job.isTimed ? timed(allRules) : undefined;
	const rules = timing?.rules ?? allRules;
	const parts: { name: string; text: string }[] = [];
	let tally = emptyTally;
	const fixed: Message[] = [];
	const diffs: string[] = [];
	const complaints: Complaint[] = [];
	const leftOut: { name: string; by: string }[] = [];
	const judged: Judged[] = [];
	const paths = new Set<string>();
	let isTroubled = false;
	let file = "";
	const mention = (message: Message): void => void complaints.push({ file, message, cause: textOf(message) });
	const complain = (message: Message): void => {
		isTroubled = true;
		mention(message);
	};
	const disk = createDisk();
	const configurationOf = configurationsFor({ path, preset, only }, disk, complain);
	const judge = createJudge(job, disk);
	let started: Promise<Shellcheck> | undefined;
	// Few configurations want it, and what starts other programs takes as long to load as one file to lint.
	const shellcheck = (): Promise<Shellcheck> => (started ??= import("../files/shellcheck.ts").then((module) => module.createShellcheck(module.usualProgram)));
	for (const name of names) {
		file = name;
		const stored = name === "-" ? inputName : name;
		const found = await configurationOf(stored ?? name);
		if (!found) continue;
		if (found.leftOutBy !== undefined) {
			leftOut.push({ name, by: found.leftOutBy });
			continue;
		}
		const language = await loadLanguage(languageOf(stored));
		const own = stored === undefined ? undefined : resolve(stored);
		const look: Look = { configuration: found.configuration, path: own, disk, language, rules };
		let source = name === "-" ? decode(stored ?? name, await readInput()) : readSource(name);
		if ("problem" in source) {
			complain(source.problem);
			continue;
		}
		if (source.isLossy || source.text.includes("\0")) {
			const problem = say`${name}: this is no text in UTF-8, so Docker may read it otherwise than meant`;
			mention(source.isLossy && (fix || diff) ? say`${problem}; it is not fixed` : problem);
		}
		const isFixable = !source.isLossy && !found.isBroken;
		if (found.isBroken && (fix || diff)) mention(say`${name}: it is not fixed, for something is wrong in its configuration`);
		if (fix && isFixable) source = writeFixes(source, look, fixed, complaints, complain);
		if (diff && isFixable) diffs.push(unifiedDiff(source.name, source.text, fixesOf(source.text, look).text));
		const linted = await findingsIn(source, look, shellcheck, complaints, complain);
		for (const each of linted.paths) paths.add(each);
		let { findings } = linted;
		if (changes && own !== undefined) findings = onlyChanged(source.text, findings, own, changes);
		// One that is yet to be written goes where the run began.
		const baseline = job.baseline ?? found.baseline ?? (job.updateBaseline ? baselineFileName : undefined);
		if (baseline !== undefined && own !== undefined) {
			paths.add(resolve(baseline));
			const { fresh, judged: one } = judge(own, source.text, findings, resolve(baseline));
			findings = fresh;
			judged.push(one);
			tally = added(tally, { ...emptyTally, known: one.known });
		}
		const told = { name: source.name, text: source.text, findings: namedAs ? findings.map((each) => named(each, language, linted.file, namedAs)) : findings };
		tally = added(tally, tallyOf(told, job.failOn ?? found.configuration.failOn ?? "warning"));
		parts.push({ name: source.name, text: diff ? "" : format.part(told, outputLook) });
	}
	return { parts, tally, fixed, diffs, complaints, leftOut, isTroubled, judged, times: timing?.times ?? noTimes, paths: [...paths] };
}

/** How a file is linted, and where what its rules want to know besides is. */
type Look = {
	readonly configuration: Configuration;
	/** Absolute; undefined for standard input that stands for no file. */
	readonly path: string | undefined;
	readonly disk: Disk;
	readonly language: Language<SourceFile>;
	readonly rules: readonly Rule[];
};

const noTimes: Times = new Map();

/** What is given by hand under a name that tells nothing is a Compose file where it is YAML, or a copy or a template of it: `compose.yml.example`. */
function languageOf(name = ""): LanguageId {
	return languageOfName(basename(name)) ?? (/\.ya?ml(?:\.[^./]+)?$/i.test(name) ? "compose" : "dockerfile");
}

/** What is found in the file, and where rules have looked besides. */
type Found = { readonly file: SourceFile; readonly findings: readonly Finding[]; readonly paths: readonly string[] };

async function findingsIn(
	{ name, text }: Source,
	{ configuration, path, disk, language, rules }: Look,
	shellcheck: () => Promise<Shellcheck>,
	complaints: Complaint[],
	complain: (message: Message) => void,
): Promise<Found> {
	const file = language.parse(text);
	const scripts = configuration.shellcheck ? language.shellScripts?.(file) : undefined;
	const asked = scripts && (await shellcheck());
	const trouble = scripts && (await asked?.ask(scripts));
	if (trouble) complain(trouble);
	const said = scripts && asked?.known(scripts);
	const { result, paths } = gather((files) => lint(language, file, rules, configuration, files, said), path, disk);
	const { findings, faults } = result;
	for (const { rule, error } of faults) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = say`the rule ${rule} failed on ${name}, so it may have found too little: ${reason}. This is a bug in Hullwright; the other rules have run.`;
		complaints.push({ file: name, message, cause: `failing rule ${rule}` });
	}
	return { file, findings, paths };
}

/** The finding as another linter has it, where it does. */
function named(
	finding: Finding,
	language: Language<SourceFile>,
	file: SourceFile,
	{ preset, onlyLines }: NonNullable<LintJob["namedAs"]>,
): Report["findings"][number] {
	const name = namedBy(peersOfPreset[preset] ?? [], allRules, language, file, finding);
	return name ? { ...finding, told: { lineAt: name.lineAt, id: onlyLines ? undefined : name.id } } : finding;
}

/** The source as it is on disk afterwards. */
function writeFixes(source: Source, look: Look, done: Message[], complaints: Complaint[], complain: (message: Message) => void): Source {
	const fixes = fixesOf(source.text, look);
	const { text, fixed } = fixes;
	complaints.push(...whatIsLeft(source.name, fixes));
	if (text === source.text) return source;
	const problem = writeText(source.name, text);
	if (problem !== undefined) {
		complain(problem);
		return source;
	}
	for (const { rule, fix } of fixed) done.push(say`${source.name}: fixed: ${fix.title} [${rule}]`);
	return { ...source, text };
}

/** Rules whose fixes are left out; more say no more. */
const mostNamed = 5;

/** Which fixes were not written, and why. One that does not mend is a bug of ours, which is told once. */
function whatIsLeft(name: string, { text, unapplied }: FixResult): readonly Complaint[] {
	const complaints: Complaint[] = [];
	const because = (reason: Reason, tell: (count: number, whose: string) => Message): Message[] => {
		const left = unapplied.filter((each) => each.reason === reason);
		const ids = [...new Set(left.map(({ finding }) => finding.rule))];
		return left.length > 0 ? [tell(left.length, `${ids.slice(0, mostNamed).join(", ")}${ids.length > mostNamed ? ", …" : ""}`)] : [];
	};
	const parts = [
		...because("unsafe", (count, whose) => say`${count} may change what is built (${whose})`),
		...because("broken", (count, whose) => say`${count} would break the file, or stand where it cannot be read (${whose})`),
		...because("conflict", (count, whose) => say`${count} stand in each other's way (${whose})`),
	];
	if (parts.length > 0)
		complaints.push({ file: name, message: say`${name}: fixes left out: ${parts.reduce((one, other) => say`${one}, ${other}`)}`, cause: name });
	const lines = new Lines(text);
	for (const { finding, reason } of unapplied) {
		if (reason !== "unmended") continue;
		const line = lines.lineAt(finding.at.start) + 1;
		const message = say`${name}:${line}: the fix of ${finding.rule} does not mend its problem, or brings up an error, so it is not written. This is a bug in Hullwright.`;
		complaints.push({ file: name, message, cause: `unmended ${finding.rule}` });
	}
	return complaints;
}

const fixesOf = (text: string, { configuration, path, disk, language, rules }: Look): FixResult =>
	gather((files) => fixAll(language, text, rules, configuration, { files }), path, disk).result;
