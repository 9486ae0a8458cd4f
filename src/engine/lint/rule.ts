import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Message } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";

export type Severity = "error" | "warning" | "info";

/** A name under which another linter knows the same problem, or under which we used to. Accepted wherever an id is. */
export type Alias = `DL${number}` | `SC${number}` | `buildkit/${string}` | `${Lowercase<string>}-${Lowercase<string>}`;

/** One finding. `at` is underlined; `message` says what is wrong there. */
export type Problem = {
	readonly at: Range;
	readonly message: Message;
	readonly fix?: Fix;
	/** Other places that explain this one. */
	readonly related?: readonly { readonly at: Range; readonly message: Message }[];
	/** How an editor may show it besides underlining: faded, or struck through. */
	readonly tag?: "unnecessary" | "deprecated";
};

/** A safe fix leaves the built image as it was and may be applied without asking. Edits do not overlap. */
export type Fix = { readonly title: Message; readonly edits: readonly Edit[]; readonly safe: boolean };

/** `bad` is reported and `good` is not. Where the rule has a fix, it turns `bad` into `good`. Tests hold every rule to this. */
export type Example = { readonly bad: string; readonly good: string };

export type OptionValue = boolean | number | string | readonly string[];

/** Options by name. The default gives an option its type; `strict` is its value in the preset `strict`, where that differs. */
type Options = { readonly [name: string]: { readonly default: OptionValue; readonly strict?: OptionValue; readonly description: string } };
export type Values<O extends Options> = { readonly [K in keyof O]: Widened<O[K]["default"]> };
type Widened<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : readonly string[];

export type Rule<O extends Options = Options> = {
	/** The problem's name in kebab-case, and the file's. "Ignore `latest-tag`" must read well. */
	readonly id: string;
	readonly aliases?: readonly Alias[];
	/** In the preset `default`. */
	readonly severity: Severity | "off";
	/** In the preset `strict`, where it differs; a rule that is off by default is a warning there. */
	readonly strictSeverity?: Severity;
	/** One line, no full stop. */
	readonly title: string;
	/** Why it matters to the reader's image, one sentence a line. */
	readonly why: readonly string[];
	readonly examples: readonly [Example, ...Example[]];
	readonly options?: O;
	/** A rule that judges ignore comments: it runs after all the others, and only it is given `ignored`. */
	readonly judgesIgnores?: boolean;
	check(file: Dockerfile, options: Values<O>, ignored: readonly IgnoredName[]): Iterable<Problem>;
};

/** One name in a comment that ignores rules. */
export type IgnoredName = {
	readonly name: string;
	readonly at: Range;
	/** The id of the rule that is meant; undefined for a name that is none of ours. */
	readonly rule: string | undefined;
	/** `unknown` is nobody's rule. `unjudged` is another linter's, or the rule did not run, so that nobody can say whether the name is of use. */
	readonly status: "used" | "unused" | "unknown" | "unjudged";
	/** Whether the name is another linter's, for which it may do more than for us. */
	readonly foreign: boolean;
	/** A known name that is spelt much the same. */
	readonly similar: string | undefined;
	/** Takes the name out of its comment, and the comment out of the file where nothing else is in it. */
	readonly removal: Edit;
};

/** Gives `check` the types of `options`. A rule is otherwise plain data and a pure function. */
export const dockerfileRule = <const O extends Options = Record<never, never>>(rule: Rule<O>): Rule => rule as unknown as Rule;

/** An example's text without its indentation. Backslashes stay as they are, for Dockerfiles need them; `\${X}` stands for `${X}`. */
export function dockerfile({ raw }: TemplateStringsArray): string {
	const lines = raw.join("").replaceAll("\\${", "${").split("\n").slice(1, -1);
	const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
	return lines.map((line) => `${line.slice(indent)}\n`).join("");
}
