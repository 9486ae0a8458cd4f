import type { BakeFile } from "../bake/syntax.ts";
import type { DaemonFacts } from "../compose/daemon-facts.ts";
import type { LintedCompose } from "../compose/linted.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Dockerignore } from "../dockerignore/patterns.ts";
import type { Message } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";
import type { IgnoreComment } from "./ignore-comment.ts";
import type { SourceFile } from "./language.ts";

export type Severity = "error" | "warning" | "info";

/** One finding. `at` is underlined; `message` says what is wrong there. */
export type Problem = {
	readonly at: Range;
	readonly message: Message;
	/** A function where much is to be looked at for it: of many problems that are shown few are mended. Read it by `fixOf`. */
	readonly fix?: Fix | (() => Fix | undefined) | undefined;
	/** Other places that explain this one. */
	readonly related?: readonly { readonly at: Range; readonly message: Message }[];
	/** How an editor may show it besides underlining: faded, or struck through. */
	readonly tag?: "unnecessary" | "deprecated";
	/** Docker refuses the whole file for it. That is no matter of taste: a comment that ignores all rules does not ignore it. */
	readonly refused?: true;
	/** How other linters have it, where the rule's `peers` do not say that: of several ids one, or none. */
	readonly as?: { readonly [P in Peer]?: PeerView };
};

/** The id under which a linter has a problem, and an offset in the line that it names, where that is not the instruction's first; `false` where it does not have it. */
export type PeerView = string | { readonly id: string; readonly at: number } | false;

/** A safe fix leaves the built image as it was and may be applied without asking. Edits do not overlap. */
export type Fix = { readonly title: Message; readonly edits: readonly Edit[]; readonly safe: boolean };

/** `bad` is reported and `good` is not. Where the rule has a fix, it turns `bad` into `good`. Tests hold every rule to this. Other files that both need stand by their paths. */
export type Example = {
	readonly bad: string;
	readonly good: string;
	readonly files?: Readonly<Record<string, string>>;
	/** Options of the rule that are not as by default. */
	readonly options?: Readonly<Record<string, OptionValue>>;
	/** The engine that is connected. */
	readonly daemon?: DaemonFacts;
};

export type OptionValue = boolean | number | string | readonly string[];

/** Options by name. The default gives an option its type; where its value in another preset differs, that stands under the preset's name. */
export type Options = {
	readonly [name: string]: { readonly default: OptionValue; readonly description: string } & { readonly [P in Exclude<Preset, "default">]?: OptionValue };
};
export type Values<O extends Options> = { readonly [K in keyof O]: Widened<O[K]["default"]> };
type Widened<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : readonly string[];

/** Sets of rules that are on, with their severities. Two are those of other linters. */
export type Preset = "default" | "strict" | "hadolint" | "buildkit";

/** Linters that have rules of the same kind. */
export type Peer =
	| "hadolint"
	| "shellcheck"
	| "buildkit"
	| "tally"
	| "trivy"
	| "checkov"
	| "kics"
	| "semgrep"
	| "dockle"
	| "dockerfilelint"
	| "dockerfile-utils"
	| "dclint"
	/** Recommendations for people, by number. */
	| "cis"
	| "owasp";

/** What is said of a rule before anything is checked. */
export type About<O extends Options = Options> = {
	/** The problem's name in kebab-case, and the file's. "Ignore `latest-tag`" must read well. */
	readonly id: string;
	/** The version of Hullwright in which it came; absent for those of the first. Who keeps to an earlier rule set gets its findings as hints. */
	readonly since?: string;
	/** Ids that it had before. They are accepted for ever. */
	readonly formerIds?: readonly string[];
	/** Ids under which other linters know the same problem, with a severity where theirs is another. One id may belong to several of our rules, and then it names them all. */
	readonly peers?: { readonly [P in Peer]?: readonly (string | { readonly id: string; readonly severity: Severity | "off" })[] };
	readonly category: "correctness" | "security" | "reproducibility" | "size" | "cache" | "practice" | "style";
	/** In the preset `default`. */
	readonly severity: Severity | "off";
	/** In the preset `strict`, where it differs; a rule that is off by default is a warning there. */
	readonly strictSeverity?: Severity;
	/** One line, no full stop. */
	readonly title: string;
	/** Why it matters to the reader's image, one sentence a line. */
	readonly why: readonly string[];
	/** When there is which fix, a sentence each. For the page; a test compares it with the fixtures. */
	readonly fixes?: {
		/** Where it is applied unasked. */
		readonly safely?: string;
		/** Where a user has to look at it first. */
		readonly onRequest?: string;
		/** Where there is none. */
		readonly never?: string;
	};
	readonly examples: readonly [Example, ...Example[]];
	readonly options?: O;
};

/** What a rule may know besides its file. What was not gathered is undefined, and then the rule is silent. Paths are relative to the file's folder, with slashes. */
export type Files = {
	/** The file's own name; undefined where it is in no folder. */
	readonly name: string | undefined;
	/** The file's folder, absolute; undefined where it is in none. */
	readonly folder?: string | undefined;
	/** A variable of the environment in which Docker would run. */
	variable?(name: string): string | undefined;
	/** What the connected engine tells; undefined where there is none, or nobody has asked it. */
	readonly daemon?: DaemonFacts | undefined;
	text(path: string): string | undefined;
	/** Names in a folder. */
	list(folder: string): readonly string[] | undefined;
};

export type Context<O extends Options = Options> = { readonly options: Values<O>; readonly files: Files };

/** A name of what a file may have, or two of which it must have both. */
export type Need = string | readonly [string, string];

type Checking<File, O extends Options> = About<O> & {
	/**
	 * The rule is asked only where the file has one of these (see `contents` of its language); absent: in every file. It changes no finding, and is what makes a
	 * rule that has nothing to say cost nothing.
	 */
	readonly needs?: readonly Need[];
	check(file: File, context: Context<O>): Iterable<Problem>;
};
type Judging<O extends Options> = About<O> & { judge(ignored: readonly IgnoredName[], options: Values<O>): Iterable<Problem> };

export type DockerfileRule<O extends Options = Options> = Checking<Dockerfile, O> & { readonly language: "dockerfile" };

export type ComposeRule<O extends Options = Options> = Checking<LintedCompose, O> & { readonly language: "compose" };

export type DockerignoreRule<O extends Options = Options> = Checking<Dockerignore, O> & { readonly language: "dockerignore" };

export type BakeRule<O extends Options = Options> = Checking<BakeFile, O> & { readonly language: "bake" };

/** Judges the comments that ignore rules, whatever the language, once the rules that look at the file are through. */
export type IgnoreRule<O extends Options = Options> = Judging<O> & { readonly language: "any" };

/** A rule about the files of one language. That it gets files of its own language only is up to the linter. */
export type FileRule = Checking<SourceFile, Options> & { readonly language: string };

export type Rule = FileRule | IgnoreRule;

/** One name in a comment that ignores rules. */
export type IgnoredName = {
	readonly name: string;
	readonly at: Range;
	/** `unknown` is nobody's rule. `unjudged` is another linter's, or the rule did not run, so that nobody can say whether the name is of use. */
	readonly status: "used" | "unused" | "unknown" | "unjudged";
	/** Whether the name is another linter's, for which it may do more than for us. */
	readonly foreign: boolean;
	/** A known name that is spelt much the same. */
	readonly similar: string | undefined;
	/** The comment that it stands in. */
	readonly comment: Pick<IgnoreComment, "dialect" | "scope" | "range">;
	/** Takes the name out of its comment, and the comment out of the file where nothing else is in it. */
	readonly removal: Edit;
};

// These give `check` and `judge` the types of `options`. A rule is otherwise plain data and a pure function.

export const dockerfileRule = <const O extends Options = Record<never, never>>(rule: Checking<Dockerfile, O>): DockerfileRule => ({
	language: "dockerfile",
	...rule,
});

export const composeRule = <const O extends Options = Record<never, never>>(rule: Checking<LintedCompose, O>): ComposeRule => ({
	language: "compose",
	...rule,
});

export const dockerignoreRule = <const O extends Options = Record<never, never>>(rule: Checking<Dockerignore, O>): DockerignoreRule => ({
	language: "dockerignore",
	...rule,
});

export const bakeRule = <const O extends Options = Record<never, never>>(rule: Checking<BakeFile, O>): BakeRule => ({ language: "bake", ...rule });

export const ignoreRule = <const O extends Options = Record<never, never>>(rule: Judging<O>): IgnoreRule => ({ language: "any", ...rule });

/** An example's text without its indentation. Backslashes stay as they are, for Dockerfiles need them; `\${X}` stands for `${X}`. */
export function dockerfile({ raw }: TemplateStringsArray): string {
	const lines = raw.join("").replaceAll("\\${", "${").split("\n").slice(1, -1);
	const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
	return lines.map((line) => `${line.slice(indent)}\n`).join("");
}

/** The same for a Compose file. */
export const compose = (text: TemplateStringsArray): string => dockerfile(text);

/** The same for a `.dockerignore`. */
export const dockerignore = (text: TemplateStringsArray): string => dockerfile(text);

/** The same for a bake file in HCL. */
export const bake = (text: TemplateStringsArray): string => dockerfile(text);
