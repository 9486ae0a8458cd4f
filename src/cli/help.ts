import { type Catalogue, type Message, say, textOf } from "../engine/text/message.ts";

/** What is typed, and what it does. */
type Row = readonly [form: string, meaning: Message];

const commands: readonly Row[] = [
	["lint [PATH…]", say`Lint files and folders; without a path the current folder, - is standard input`],
	["fmt [PATH…]", say`Format Dockerfiles, Compose files and bake files in place; standard input, -, goes to standard output`],
	["rules", say`List all rules; --new lists those that came after the rule set of .hullwright.yaml, with what they find here`],
	["explain TOPIC…", say`Explain a rule by any of its names, or a part of a Dockerfile: HEALTHCHECK, COPY --chmod, RUN --mount=type=cache, "# escape"`],
	["migrate [FILE]", say`Write a .hullwright.yaml from hadolint's or tally's configuration, and tell what is not carried over`],
	["compose config", say`Show what docker compose config makes of a project, without Docker; or why it refuses it, and where`],
	["compose run-line", say`Print a service of a project as the docker run that makes such a container, without Docker`],
	["compose graph", say`Draw how the services of a project depend on each other, and what networks, volumes and ports they have, without Docker`],
	["tree PATH…", say`Show how Docker reads Dockerfiles`],
];

const ofLint: readonly Row[] = [
	["--format FORMAT", say`pretty (default), json, sarif, github, gitlab, codeclimate, checkstyle, junit or gnu`],
	["--fix", say`Apply the safe fixes to the files, then report what is left`],
	["--diff", say`Print what --fix would change, and change nothing`],
	["--preset PRESET", say`default, strict, hadolint or buildkit, over what the configuration says; the last two are the rules that those have too`],
	["--ids LINTER", say`Tell problems by the ids and lines of hadolint or buildkit, where it has them`],
	["--config FILE", say`Use this configuration rather than each file's nearest .hullwright.yaml`],
	["--fail-on LEVEL", say`Exit with 1 from this severity on: error, warning (default), info or never`],
	["--only RULE", say`Only this rule, by any of its names; several by commas, or by giving it again`],
	["--since REVISION", say`Only problems on lines that have changed since a branch, tag or commit of git`],
	["--baseline FILE", say`Leave out the problems that the file has; without it, what the configuration names, or the nearest .hullwright-baseline.json`],
	["--update-baseline", say`Take out of the baseline what is mended; write a new one with all problems where there is none`],
	["--grow", say`With --update-baseline: take in new problems, too`],
	["--statistics", say`Numbers by rule instead of problems`],
	["--timing", say`How long each rule takes, on standard error`],
	["--watch", say`Lint again whenever something is saved, until Ctrl+C`],
	["--stdin-filename FILE", say`Lint standard input as if it were this file: its name, language and configuration`],
];

const ofFmt: readonly Row[] = [
	["--check", say`Change nothing, name the files that are not formatted, and exit with 1 if there are any`],
	["--diff", say`Change nothing, and print what would be changed`],
	["--config FILE", say`Use this configuration rather than each file's nearest .hullwright.yaml`],
	["--stdin-filename FILE", say`Format standard input as if it were this file: its configuration and EditorConfig`],
];

const ofLists: readonly Row[] = [["--format FORMAT", say`pretty (default) or json`]];

const ofCompose: readonly Row[] = [
	["-f, --file FILE", say`A Compose file, or several, of which each is merged over those before; without it, as docker compose finds them`],
	["--env-file FILE", say`Variables from this file rather than from .env`],
	["--profile PROFILE", say`Take in the services of this profile`],
	["--format FORMAT", say`of config yaml (default) or json, of graph mermaid (default), dot or svg`],
];

const ofMigrate: readonly Row[] = [
	["--dry-run", say`Print it, and write nothing`],
	["--force", say`Write over a .hullwright.yaml that is there`],
];

const ofAll: readonly Row[] = [
	["--locale LOCALE", say`The language to speak: en (default) or zh-CN`],
	["-h, --help", say`Show this help`],
	["-V, --version", say`Show the version`],
];

/** What `hullwright --help` prints. */
export function helpText(catalogue: Catalogue | undefined): string {
	const line = (message: Message): string => `${textOf(message, catalogue)}\n`;
	const table = (rows: readonly Row[], width: number): string => rows.map(([form, meaning]) => `  ${form.padEnd(width)}  ${line(meaning)}`).join("");
	return [
		line(say`Hullwright finds what is wrong in Dockerfiles and Compose files, and mends it.`),
		`${line(say`Usage: hullwright <command> [options]`)}\n${table(commands, 17)}`,
		`lint:\n${table(ofLint, 21)}`,
		`fmt:\n${table(ofFmt, 21)}`,
		`rules, tree:\n${table(ofLists, 21)}`,
		`compose config, compose graph:\n${table(ofCompose, 21)}`,
		`migrate:\n${table(ofMigrate, 21)}`,
		table(ofAll, 21),
		line(
			say`Exit codes: 0 nothing found at or above --fail-on; 1 something found, or not formatted; 2 bad usage, or a file or configuration that cannot be read.`,
		),
	].join("\n");
}
