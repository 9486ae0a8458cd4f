import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { failLevels, formatNames } from "../engine/lint/configuration.ts";
import { presetNames } from "../engine/lint/presets.ts";
import { type Catalogue, type Message, say, textOf } from "../engine/text/message.ts";
import { findRules, findSimilarRule } from "../engine/lint/rule-names.ts";
import { rules } from "../engine/rules/index.ts";
import { findSimilar } from "../engine/text/similar.ts";
import { findLocale } from "../l10n/find-locale.ts";
import { loadCatalogue, locales } from "../l10n/locales.ts";
import { rulePagesIn } from "../l10n/rule-pages.ts";
import { explainCommand } from "./explain-command.ts";
import { fmtCommand } from "./fmt-command.ts";
import { helpText } from "./help.ts";
import { idOwners, lintCommand } from "./lint-command.ts";
import { newRulesCommand } from "./new-rules-command.ts";
import { migrateCommand } from "./migrate-command.ts";
import { rulesCommand } from "./rules-command.ts";
import { exitCodes, noChoice, UsageError, type Terminal } from "./terminal.ts";
import { treeCommand } from "./tree-command.ts";

const options = {
	format: { type: "string" },
	fix: { type: "boolean" },
	diff: { type: "boolean" },
	check: { type: "boolean" },
	preset: { type: "string" },
	ids: { type: "string" },
	config: { type: "string" },
	"fail-on": { type: "string" },
	"stdin-filename": { type: "string" },
	only: { type: "string", multiple: true },
	baseline: { type: "string" },
	"update-baseline": { type: "boolean" },
	grow: { type: "boolean" },
	since: { type: "string" },
	statistics: { type: "boolean" },
	timing: { type: "boolean" },
	watch: { type: "boolean" },
	new: { type: "boolean" },
	"dry-run": { type: "boolean" },
	force: { type: "boolean" },
	file: { type: "string", short: "f", multiple: true },
	"env-file": { type: "string", multiple: true },
	profile: { type: "string", multiple: true },
	locale: { type: "string" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean", short: "V" },
} as const satisfies ParseArgsConfig["options"];

type OptionName = keyof typeof options;

const commands = {
	lint: [
		"format",
		"fix",
		"diff",
		"preset",
		"ids",
		"config",
		"fail-on",
		"stdin-filename",
		"only",
		"baseline",
		"update-baseline",
		"grow",
		"since",
		"statistics",
		"timing",
		"watch",
	],
	fmt: ["check", "diff", "config", "stdin-filename"],
	rules: ["format", "new"],
	explain: [],
	migrate: ["dry-run", "force"],
	tree: ["format"],
	compose: ["file", "env-file", "profile", "format"],
} as const satisfies Record<string, readonly OptionName[]>;

/** Runs one command line and gives the exit code. `root` is the folder with Hullwright's own package.json and docs. Rejects only for a bug of ours. */
export async function run(args: readonly string[], voiceless: Terminal, root: string): Promise<number> {
	const catalogue = await catalogueFor(args);
	try {
		return await runCommand(args, { ...voiceless, catalogue }, root);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const more = say`hullwright --help lists the commands and their options.`;
		voiceless.complain(`${textOf(error.problem, catalogue)}\n${textOf(more, catalogue)}`);
		return exitCodes.trouble;
	}
}

/** What is wrong with the rest of a command line is said in the language that it asks for, too. */
async function catalogueFor(args: readonly string[]): Promise<Catalogue | undefined> {
	if (!args.some((arg) => arg.startsWith("--locale"))) return undefined;
	const { locale } = parseArgs({ args: [...args], options: { locale: options.locale }, strict: false }).values;
	return typeof locale === "string" ? loadCatalogue(locale) : undefined;
}

async function runCommand(args: readonly string[], terminal: Terminal, root: string): Promise<number> {
	const { values, positionals } = parseCommandLine(args);
	const locale = values.locale === undefined ? undefined : localeOf(values.locale);
	const [command, ...paths] = positionals;
	if (values.version) terminal.write(`${versionOf(root)}\n`);
	else if (values.help) terminal.write(helpText(terminal.catalogue));
	if (values.version || values.help) return exitCodes.clean;
	if (command === undefined) throw new UsageError(say`a command is missing`);
	if (!isCommand(command)) {
		const similar = findSimilar(command, Object.keys(commands));
		throw new UsageError(
			similar
				? say`there is no command "${command}"; did you mean ${similar}?`
				: say`there is no command "${command}"; to lint a file: hullwright lint ${command}`,
		);
	}
	const foreign = Object.keys(values).find((name) => name !== "locale" && !(commands[command] as readonly string[]).includes(name));
	if (foreign) throw new UsageError(say`${command} has no option --${foreign}`);
	switch (command) {
		case "lint":
			return lintCommand(
				{
					paths,
					format: values.format === undefined ? undefined : choice("format", values.format, formatNames),
					fix: values.fix ?? false,
					diff: values.diff ?? false,
					preset: values.preset === undefined ? undefined : choice("preset", values.preset, presetNames),
					ids: values.ids === undefined ? undefined : choice("ids", values.ids, idOwners),
					configuration: values.config,
					failOn: values["fail-on"] === undefined ? undefined : choice("fail-on", values["fail-on"], failLevels),
					inputName: values["stdin-filename"],
					only: values.only && idsOf(values.only),
					baseline: values.baseline,
					updateBaseline: values["update-baseline"] ?? false,
					grow: values.grow ?? false,
					since: values.since,
					onlyNumbers: values.statistics ?? false,
					isTimed: values.timing ?? false,
					isWatching: values.watch ?? false,
				},
				terminal,
			);
		case "fmt":
			return fmtCommand(
				{ paths, check: values.check ?? false, diff: values.diff ?? false, configuration: values.config, inputName: values["stdin-filename"] },
				terminal,
			);
		case "rules":
			if (values.new) return newRulesCommand(paths, choice("format", values.format, plainFormats), terminal);
			if (paths.length > 0) throw new UsageError(say`rules takes no arguments; did you mean explain?`);
			return rulesCommand(choice("format", values.format, plainFormats), terminal);
		case "explain":
			return explainCommand(paths, join(root, ...rulePagesIn(locale)), terminal);
		case "migrate":
			return migrateCommand({ paths, isDry: values["dry-run"] ?? false, overwrites: values.force ?? false }, terminal);
		case "compose": {
			// It brings a YAML parser.
			const { composeCommand } = await import("./compose-command.ts");
			return composeCommand(
				{
					words: paths,
					files: values.file ?? [],
					environmentFiles: values["env-file"] ?? [],
					profiles: values.profile ?? [],
					format: values.format,
				},
				terminal,
			);
		}
		case "tree":
			return treeCommand(paths, choice("format", values.format, plainFormats), terminal);
	}
}

function localeOf(name: string): string {
	const locale = findLocale(name);
	if (locale === undefined) throw new UsageError(noChoice("locale", name, locales));
	return locale;
}

/** Of the rules that are named, each with commas between or by an option of its own. */
function idsOf(given: readonly string[]): readonly string[] {
	return given
		.flatMap((names) => names.split(/[\s,]+/))
		.filter(Boolean)
		.flatMap((name) => {
			const named = findRules(rules, name);
			const similar = named.length > 0 ? undefined : findSimilarRule(rules, name);
			if (similar) throw new UsageError(say`no rule is named "${name}"; did you mean ${similar}?`);
			if (named.length === 0) throw new UsageError(say`no rule is named "${name}"; hullwright rules lists them`);
			return named.map(({ id }) => id);
		});
}

const plainFormats = ["pretty", "json"] as const;

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

function parseCommandLine(args: readonly string[]) {
	try {
		const { own, topics } = splitExplain(args);
		const { values, positionals } = parseArgs({ args: [...own], allowPositionals: true, options });
		return { values, positionals: [...positionals, ...topics] };
	} catch (error) {
		throw new UsageError(error instanceof Error ? wordsOf(error) : say`${String(error)}`);
	}
}

/** Behind `explain`, flags are those of instructions, but for the few that every command has. */
function splitExplain(args: readonly string[]): { readonly own: readonly string[]; readonly topics: readonly string[] } {
	if (args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "--locale") !== "explain") return { own: args, topics: [] };
	const isOwn = (arg: string, index: number): boolean => /^(?:--locale(?:=.*)?|--help|-h|--version|-V|explain)$/.test(arg) || args[index - 1] === "--locale";
	return { own: args.filter(isOwn), topics: args.filter((arg, index) => !isOwn(arg, index)) };
}

/** What Node finds wrong with the options, in our words. */
function wordsOf(error: Error & { readonly code?: string }): Message {
	const option = /'(?:-\w, )?(--?[^\s'=]+)/.exec(error.message)?.[1] ?? "";
	if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
		const similar = findSimilar(option.replace(/^-+/, ""), Object.keys(options));
		return similar ? say`there is no option ${option}; did you mean --${similar}?` : say`there is no option ${option}`;
	}
	return error.message.includes("does not take an argument") ? say`${option} takes no value` : say`${option} needs a value`;
}

/** The first choice where nothing is given. */
function choice<Choice extends string>(option: OptionName, value: string | undefined, choices: readonly Choice[]): Choice {
	const found = value === undefined ? choices[0] : choices.find((each) => each === value);
	if (found === undefined) throw new UsageError(noChoice(option, value ?? "", choices));
	return found;
}

function versionOf(root: string): string {
	return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string }).version;
}
