import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { presetNames } from "../engine/lint/presets.ts";
import { findSimilar } from "../engine/text/similar.ts";
import { findLocale, loadCatalogue, locales } from "../l10n/locales.ts";
import { rulePagesIn } from "../l10n/rule-pages.ts";
import { explainCommand } from "./explain-command.ts";
import { failLevels, lintCommand, lintFormats } from "./lint-command.ts";
import { rulesCommand } from "./rules-command.ts";
import { exitCodes, UsageError, type Terminal } from "./terminal.ts";
import { treeCommand } from "./tree-command.ts";

const help = `Hullwright finds what is wrong in Dockerfiles and Compose files, and mends it.

Usage: hullwright <command> [options]

  lint [PATH…]       Lint files and folders; without a path the current folder, - is standard input
  rules              List all rules
  explain RULE       Explain a rule, by its id or by the name that another linter has for it
  tree PATH…         Show how Docker reads Dockerfiles

lint:
  --format FORMAT        pretty (default), json, sarif or github
  --fix                  Apply the safe fixes to the files, then report what is left
  --diff                 Print what --fix would change, and change nothing
  --preset PRESET        default or strict, over what the configuration says
  --config FILE          Use this configuration rather than each file's nearest .hullwright.yaml
  --fail-on LEVEL        Exit with 1 from this severity on: error, warning (default), info or never
  --stdin-filename FILE  Lint standard input as if it were this file: its name, language and configuration

rules, tree:
  --format FORMAT        pretty (default) or json

  --locale LOCALE        The language to speak: en (default) or zh-CN
  -h, --help             Show this help
  -V, --version          Show the version

Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 bad usage, or a file or
configuration that cannot be read.
`;

const options = {
	format: { type: "string" },
	fix: { type: "boolean" },
	diff: { type: "boolean" },
	preset: { type: "string" },
	config: { type: "string" },
	"fail-on": { type: "string" },
	"stdin-filename": { type: "string" },
	locale: { type: "string" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean", short: "V" },
} as const satisfies ParseArgsConfig["options"];

type OptionName = keyof typeof options;

const commands = {
	lint: ["format", "fix", "diff", "preset", "config", "fail-on", "stdin-filename"],
	rules: ["format"],
	explain: [],
	tree: ["format"],
} as const satisfies Record<string, readonly OptionName[]>;

/** Runs one command line and gives the exit code. `root` is the folder with Hullwright's own package.json and docs. Rejects only for a bug of ours. */
export async function run(args: readonly string[], terminal: Terminal, root: string): Promise<number> {
	try {
		return await runCommand(args, terminal, root);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.complain(`${error.message}\nhullwright --help lists the commands and their options.`);
		return exitCodes.trouble;
	}
}

async function runCommand(args: readonly string[], voiceless: Terminal, root: string): Promise<number> {
	const { values, positionals } = parseCommandLine(args);
	const locale = values.locale === undefined ? undefined : localeOf(values.locale);
	const terminal = { ...voiceless, catalogue: await loadCatalogue(locale) };
	const [command, ...paths] = positionals;
	if (values.version) terminal.write(`${versionOf(root)}\n`);
	else if (values.help) terminal.write(help);
	if (values.version || values.help) return exitCodes.clean;
	if (command === undefined) throw new UsageError("a command is missing");
	if (!isCommand(command)) {
		const similar = findSimilar(command, Object.keys(commands));
		throw new UsageError(`there is no command "${command}"; ${similar ? `did you mean ${similar}?` : `to lint a file: hullwright lint ${command}`}`);
	}
	const foreign = Object.keys(values).find((name) => name !== "locale" && !(commands[command] as readonly string[]).includes(name));
	if (foreign) throw new UsageError(`${command} has no option --${foreign}`);
	switch (command) {
		case "lint":
			return lintCommand(
				{
					paths,
					format: choice("format", values.format, lintFormats),
					fix: values.fix ?? false,
					diff: values.diff ?? false,
					preset: values.preset === undefined ? undefined : choice("preset", values.preset, presetNames),
					configuration: values.config,
					failOn: values["fail-on"] === undefined ? "warning" : choice("fail-on", values["fail-on"], failLevels),
					inputName: values["stdin-filename"],
				},
				terminal,
			);
		case "rules":
			if (paths.length > 0) throw new UsageError("rules takes no arguments; did you mean explain?");
			return rulesCommand(choice("format", values.format, plainFormats), terminal);
		case "explain":
			return explainCommand(paths, join(root, ...rulePagesIn(locale)), terminal);
		case "tree":
			return treeCommand(paths, choice("format", values.format, plainFormats), terminal);
	}
}

function localeOf(name: string): string {
	const locale = findLocale(name);
	if (locale === undefined) throw new UsageError(`--locale takes ${locales.join(" or ")}, not "${name}"`);
	return locale;
}

const plainFormats = ["pretty", "json"] as const;

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

function parseCommandLine(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], allowPositionals: true, options });
	} catch (error) {
		throw new UsageError(error instanceof Error ? wordsOf(error) : String(error));
	}
}

/** What Node finds wrong with the options, in our words. */
function wordsOf(error: Error & { readonly code?: string }): string {
	const option = /'(?:-\w, )?(--?[^\s'=]+)/.exec(error.message)?.[1] ?? "";
	if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
		const similar = findSimilar(option.replace(/^-+/, ""), Object.keys(options));
		return `there is no option ${option}${similar ? `; did you mean --${similar}?` : ""}`;
	}
	return error.message.includes("does not take an argument") ? `${option} takes no value` : `${option} needs a value`;
}

/** The first choice where nothing is given. */
function choice<Choice extends string>(option: OptionName, value: string | undefined, choices: readonly Choice[]): Choice {
	const found = value === undefined ? choices[0] : choices.find((each) => each === value);
	if (found === undefined) throw new UsageError(`--${option} takes ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}, not "${value}"`);
	return found;
}

function versionOf(root: string): string {
	return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string }).version;
}
