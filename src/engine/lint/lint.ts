import { fact } from "../text/fact.ts";
import { textOf } from "../text/message.ts";
import { optionsOf, severityOf, type Configuration } from "./configuration.ts";
import type { Language, SourceFile } from "./language.ts";
import { severityAs } from "./peer-view.ts";
import { peersOfPreset } from "./presets.ts";
import { aliasesOf } from "./rule-names.ts";
import { isLater } from "./rule-set.ts";
import type { Context, FileRule, Files, Fix, IgnoreRule, Peer, Problem, Rule, Severity } from "./rule.ts";
import { type Said, shellcheckFindings, type ShellcheckProblem } from "./shellcheck.ts";
import { findSuppression, type Suppression } from "./suppression.ts";

/** A problem with the rule that found it, and the severity that the configuration gives it. */
export type Finding = Problem & {
	readonly rule: string;
	readonly aliases: readonly string[];
	readonly severity: Severity;
	/** The rule is later than the rule set that counts: nothing fails for it. */
	readonly isHint?: true;
};

export type LintResult<File extends SourceFile = SourceFile> = {
	/** As its rules were given it. */
	readonly file: File;
	/** By position; those that a comment ignores are left out. */
	readonly findings: readonly Finding[];
	/** How many findings a comment ignores. */
	readonly ignored: number;
	/** Rules that threw: bugs of ours. What one told before it threw counts, if it tells its problems one by one. */
	readonly faults: readonly { readonly rule: string; readonly error: unknown }[];
};

/** What follows from the rules and a configuration, whatever the file. */
type Check<R extends Rule = Rule> = {
	readonly rule: R;
	readonly aliases: readonly string[];
	readonly severity: Severity;
	/** What the rule is given. The files are those beside the one that is linted. */
	readonly context: { readonly options: Context["options"]; files: Files };
	readonly isBuildkits: boolean;
	readonly isHint: boolean;
	/** The linters as which it judges, where the preset is theirs and nobody has set the rule. */
	readonly as: readonly Peer[] | undefined;
};
/**
 * The checks of one language. Those that need something of a file are numbered under each name of it, and what needs two names under both of them, as a pair.
 * `always` and `asked` are sets of their numbers, a bit each: those that are asked in every file, and in the one that is linted.
 */
type Checks = {
	readonly all: FileCheck[];
	readonly always: number[];
	readonly asked: number[];
	readonly byNeed: Map<string, Asking>;
	readonly pairs: Pair[];
	files: number;
};
/** Rules are of many shapes; what is called again and again is at hand in one. */
type FileCheck = Check<FileRule> & { readonly run: FileRule["check"] };
type Asking = { readonly checks: number[]; readonly pairs: (readonly [pair: Pair, side: 0 | 1])[]; askedIn: number };
/** With the numbers of the files that had its sides last. */
type Pair = { readonly check: number; readonly hadIn: [number, number] };
type Plan = {
	/** By language. */
	readonly checks: ReadonlyMap<string, Checks>;
	readonly judges: readonly Check<IgnoreRule>[];
};

const noFiles: Files = { name: undefined, text: () => undefined, list: () => undefined };

/** The fix of a problem, kept in it once it has been asked for. */
export function fixOf(finding: Pick<Problem, "fix">): Fix | undefined {
	const { fix } = finding;
	if (typeof fix !== "function") return fix;
	const made = fix();
	(finding as { fix: Fix | undefined }).fix = made;
	return made;
}

/** Runs the language's rules over the file. Those that are off cost nothing. `files` is what they may look at besides, and `shellcheck` what the user's own ShellCheck says. */
export function lint<File extends SourceFile>(
	language: Language<File>,
	file: File,
	rules: readonly Rule[],
	configuration: Configuration,
	files: Files = noFiles,
	shellcheck: readonly ShellcheckProblem[] = [],
): LintResult<File> {
	const plan = planFor(rules)(configuration);
	const checks = plan.checks.get(language.id) ?? noChecks;
	const [peer] = peersOfPreset[configuration.preset ?? ""] ?? [];
	const misread = peer && language.asReadBy?.(file, peer);
	const given = language.surrounded?.(file, files) ?? file;
	ask(language, misread ?? file, checks);
	const { judges } = plan;
	const suppression = findSuppression(language, file, rules, configuration);
	const findings: Finding[] = [];
	const faults: { rule: string; error: unknown }[] = [];
	const report = { suppression, findings, ignored: 0, silenced: shellcheck.length > 0 ? [] : undefined, isMisread: false };
	for (let word = 0; word < checks.asked.length; word++) {
		for (let left = checks.asked[word] ?? 0; left !== 0; left &= left - 1) {
			const check = checks.all[word * bitsInWord + lowestBit(left)];
			if (!check) continue;
			try {
				const reading = misread && check.as && check.rule.peers?.[peer] ? misread : undefined;
				report.isMisread = reading !== undefined;
				check.context.files = files;
				take(check, check.run(reading ?? given, check.context), report);
			} catch (error) {
				faults.push({ rule: check.rule.id, error });
			}
		}
	}
	if (shellcheck.length > 0) takeShellchecks(shellcheck, rules, configuration, report);
	if (suppression && judges.length > 0) {
		const ran = new Set(checks.all.map(({ rule }) => rule.id));
		for (const { rule } of faults) ran.delete(rule);
		const ignored = suppression.judge(ran);
		for (const check of judges) {
			try {
				take(check, check.rule.judge(ignored, check.context.options), report);
			} catch (error) {
				faults.push({ rule: check.rule.id, error });
			}
		}
	}
	findings.sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);
	return { file: given, findings: language.surrounded ? distinct(findings) : findings, ignored: report.ignored, faults };
}

/** Of findings that say the same of one place, which several parts of a file may share, the first. */
const distinct = (findings: readonly Finding[]): readonly Finding[] =>
	findings.filter(({ rule, at, message }, index) => {
		for (let before = index - 1; findings[before]?.at.start === at.start; before--) {
			const other = findings[before];
			if (other?.rule === rule && other.at.end === at.end && textOf(other.message) === textOf(message)) return false;
		}
		return true;
	});

const noChecks: Checks = { all: [], always: [], asked: [], byNeed: new Map(), pairs: [], files: 0 };

// As many as are sure to be a small integer.
const bitsInWord = 30;
const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

function put(numbers: number[], index: number): void {
	const word = Math.floor(index / bitsInWord);
	numbers[word] = (numbers[word] ?? 0) | (1 << (index % bitsInWord));
}

/** Says which checks are asked in the file. The names in a file are few, the rules are many. */
function ask<File extends SourceFile>(language: Language<File>, file: File, checks: Checks): void {
	const { always, asked, byNeed, pairs } = checks;
	for (let word = 0; word < always.length; word++) asked[word] = always[word] ?? 0;
	if (byNeed.size === 0) return;
	const number = ++checks.files;
	for (const name of language.contents?.(file) ?? byNeed.keys()) {
		const asking = byNeed.get(name);
		if (!asking || asking.askedIn === number) continue;
		asking.askedIn = number;
		for (const index of asking.checks) put(asked, index);
		for (const [pair, side] of asking.pairs) pair.hadIn[side] = number;
	}
	for (const { check, hadIn } of pairs) if (hadIn[0] === number && hadIn[1] === number) put(asked, check);
}

type Report = {
	readonly suppression: Suppression | undefined;
	readonly findings: Finding[];
	ignored: number;
	/** What comments ignore, where somebody wants to know. */
	readonly silenced: Said[] | undefined;
	/** What is misread on purpose, as another linter does, is not mended. */
	isMisread: boolean;
};

/** Takes what ShellCheck says besides. */
function takeShellchecks(problems: readonly ShellcheckProblem[], rules: readonly Rule[], configuration: Configuration, report: Report): void {
	const { suppression, findings, silenced = [] } = report;
	for (const finding of shellcheckFindings(problems, { rules, configuration, said: [...findings, ...silenced] })) {
		if (suppression?.suppresses(finding.rule, finding)) report.ignored++;
		else findings.push(finding);
	}
}

/** Takes what a rule finds, as it finds it where that is one by one. */
function take({ rule, aliases, isBuildkits, isHint, severity: configured, as }: Check, problems: Iterable<Problem>, report: Report): void {
	// Most rules find nothing in most files, and an empty list needs no iterator.
	if (Array.isArray(problems) && problems.length === 0) return;
	const { suppression, findings } = report;
	const severity = isBuildkits && suppression?.buildkitErrors ? "error" : configured;
	for (const problem of problems) {
		const own = problem.as === undefined ? severity : severityOfOne(rule, problem, { configured, severity, as });
		if (own === undefined) continue;
		if (suppression?.suppresses(rule.id, problem)) {
			report.ignored++;
			report.silenced?.push({ at: problem.at, aliases });
			continue;
		}
		const finding = toFinding(report.isMisread ? withoutFix(problem) : problem, rule.id, aliases, own);
		findings.push(isHint ? { ...finding, isHint } : finding);
	}
}

const withoutFix = ({ fix: _fix, ...problem }: Problem): Problem => problem;

/** Of a problem that other linters have in a way of its own; undefined where it is left out, for the linter of the preset does not have it. */
function severityOfOne(
	rule: Rule,
	problem: Problem,
	{ configured, severity, as }: { readonly configured: Severity; readonly severity: Severity; readonly as: readonly Peer[] | undefined },
): Severity | undefined {
	const own = as ? severityAs(rule, problem, as) : configured;
	return own !== undefined && severity !== configured && problem.as?.buildkit !== false ? severity : own;
}

/** Not by `...`, which takes as long as the rules do. */
function toFinding({ at, message, fix, related, tag, refused, as }: Problem, rule: string, aliases: readonly string[], severity: Severity): Finding {
	const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = { at, message, rule, aliases, severity };
	if (fix) finding.fix = fix;
	if (related) finding.related = related;
	if (tag) finding.tag = tag;
	if (refused) finding.refused = refused;
	if (as) finding.as = as;
	return finding;
}

/** Kept on the configuration, by the list of rules: both may outlive the other. */
const planFor = fact((rules: readonly Rule[]) =>
	fact((configuration: Configuration): Plan => {
		const checks = new Map<string, Checks>();
		const judges: Check<IgnoreRule>[] = [];
		for (const rule of rules) {
			const severity = severityOf(rule, configuration);
			if (severity === "off") continue;
			const isHint = isLater(rule, configuration);
			const isSet = configuration.rules.get(rule.id)?.severity !== undefined;
			const check = {
				aliases: aliasesOf(rule),
				severity: isHint ? "info" : severity,
				context: { options: optionsOf(rule, configuration), files: noFiles },
				isBuildkits: rule.peers?.buildkit !== undefined && !isHint,
				isHint,
				as: isSet || isHint ? undefined : peersOfPreset[configuration.preset ?? ""],
			};
			if ("judge" in rule) judges.push({ rule, ...check });
			else {
				const own = checks.get(rule.language) ?? { all: [], always: [], asked: [], byNeed: new Map(), pairs: [], files: 0 };
				checks.set(rule.language, own);
				addTo(own, { rule, ...check });
			}
		}
		return { checks, judges };
	}),
);

function addTo({ all, always, byNeed, pairs }: Checks, check: Check<FileRule>): void {
	const { needs } = check.rule;
	const askingOf = (name: string): Asking => {
		const asking = byNeed.get(name) ?? { checks: [], pairs: [], askedIn: 0 };
		byNeed.set(name, asking);
		return asking;
	};
	for (const need of needs ?? []) {
		if (typeof need === "string") askingOf(need).checks.push(all.length);
		else {
			const pair: Pair = { check: all.length, hadIn: [0, 0] };
			pairs.push(pair);
			askingOf(need[0]).pairs.push([pair, 0]);
			askingOf(need[1]).pairs.push([pair, 1]);
		}
	}
	if (needs === undefined) put(always, all.length);
	else always[Math.floor(all.length / bitsInWord)] ??= 0;
	all.push({ ...check, run: check.rule.check });
}
