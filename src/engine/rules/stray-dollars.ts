import type { LintedCompose } from "../compose/linted.ts";
import { pairsIn } from "../compose/pairs.ts";
import type { VariableUse } from "../compose/template.ts";
import { entryOf, itemsIn, type Mapping, type Scalar, textOf, type Value } from "../compose/value.ts";
import { assignmentsIn } from "../dockerfile/shell-assignments.ts";
import { fact } from "../text/fact.ts";
import { isSecretName } from "../text/secrets.ts";
import { variablesOfValue } from "./interpolated-variables.ts";
import { environmentFilesOf } from "./environment-files.ts";

/** A `$` that Compose takes for a variable of its own, and that is meant for somebody else. Offsets are in the file. */
export type StrayDollar = VariableUse & {
	/** `program`: the shell in the container has the variable. `secret`: it is a part of a password. */
	readonly meantFor: "program" | "secret";
	/** The first of its value: what one value has is one mistake. */
	readonly isFirst: boolean;
};

export const strayDollars = fact((file: LintedCompose): readonly StrayDollar[] => {
	if (!file.text.includes("$")) return [];
	return file.services.flatMap(({ value }) => [...inScripts(file, value), ...inSecrets(file, value)]);
});

/** Offsets of those: what is told there is not told as an unset variable. */
export const strayOffsets = fact((file: LintedCompose): ReadonlySet<number> => new Set(strayDollars(file).map(({ start }) => start)));

function inScripts(file: LintedCompose, service: Mapping): readonly StrayDollar[] {
	const [command, entrypoint, test] = [entryOf(service, "command"), entryOf(service, "entrypoint"), entryOf(entryOf(service, "healthcheck"), "test")];
	const hooks = hookKeys.flatMap((key) => itemsIn(entryOf(service, key)).map((hook) => entryOf(hook, "command")));
	// Most have no variables, and which of them are scripts does not matter then.
	if (![command, entrypoint, test, ...hooks].some(hasVariables)) return none;
	const isCommandScript = isScript(command) || isShellAlone.test(wordsOf(entrypoint));
	const scripts = [
		...(isCommandScript ? [command] : []),
		...(isScript(entrypoint) ? [entrypoint] : []),
		...(test?.kind === "string" || textOf(itemsIn(test)[0]) === "CMD-SHELL" ? [test] : []),
		...hooks.filter(isScript),
	];
	const found: StrayDollar[] = [];
	for (const script of scripts) {
		for (const word of textsIn(script)) {
			const { template = "", uses = [] } = variablesOfValue(file, word) ?? {};
			for (const use of uses)
				if (use.operator === "" && isLeftToProgram(file, service, template, use.name)) found.push({ ...use, meantFor: "program", isFirst: true });
		}
	}
	return found;
}

const none: readonly StrayDollar[] = [];
const hookKeys = ["post_start", "pre_stop", "pre_start"];

const hasVariables = (value: Value | undefined): boolean =>
	value?.kind === "sequence" ? value.items.some(isFilledIn) : value !== undefined && isFilledIn(value);

const isFilledIn = (value: Value): boolean => value.kind === "string" && value.template !== undefined;

const wordsOf = (command: Value | undefined): string =>
	textsIn(command)
		.map((word) => textOf(word) ?? "")
		.join(" ");

/** Whether the command is a shell that is given a script: without one, nobody in the container reads a `$`. */
const isScript = (command: Value | undefined): boolean => isShellWithScript.test(wordsOf(command));
const isShellWithScript = /(?:^|[\s/])(?:ba|da|a|z|k)?sh\s+(?:-\S+\s+){0,5}-\w*c\s/;
const isShellAlone = /(?:^|[\s/])(?:ba|da|a|z|k)?sh\s+(?:-\S+\s+){0,5}-\w*c$/;

const textsIn = (value: Value | undefined): readonly Scalar[] =>
	value?.kind === "sequence" ? value.items.flatMap((item) => (item.kind === "string" ? [item] : [])) : value?.kind === "string" ? [value] : [];

/** The shell sets it, or the service's environment has it, and Compose does not. */
function isLeftToProgram(file: LintedCompose, service: Mapping, template: string, name: string): boolean {
	if (ofShell.has(name)) return true;
	if (file.environment(name) !== undefined) return false;
	if (ofLogin.has(name) || hasValue(service, name)) return true;
	if (assignmentsIn(withoutQuotes(template), 0, template.length).some((assignment) => assignment.name === name)) return true;
	const paths = new Set(itemsIn(entryOf(service, "env_file")).map((named) => textOf(entryOf(named, "path") ?? named)));
	return environmentFilesOf(file).some(({ path, read }) => paths.has(path) && read.entries.some((entry) => entry.name === name));
}

/** Of its own: what it takes from Compose's environment is Compose's. */
const hasValue = (service: Mapping, name: string): boolean =>
	pairsIn(entryOf(service, "environment")).some(
		(pair) => pair.name === name && pair.value?.kind !== "mapping" && pair.value !== undefined && isLiteral(pair.value),
	);

/** In what Compose refuses variables stand still. */
const isLiteral = (value: Value): boolean => value.kind !== "string" || (value.template === undefined && !value.value.includes("$"));

/** Of `sh -c '…'` what stands in the quotes counts. */
const withoutQuotes = (template: string): string => template.replaceAll(/["']/g, " ");

/** What a shell sets anew for each process, so that the host's value is never meant. */
const ofShell = new Set(["HOSTNAME", "PATH", "RANDOM", "SECONDS", "LINENO", "PPID", "OPTARG", "OPTIND", "BASH_SOURCE", "FUNCNAME", "PIPESTATUS"]);
const ofLogin = new Set(["HOME", "PWD", "OLDPWD", "USER", "SHELL", "IFS", "UID", "EUID", "LANG", "TERM"]);

function inSecrets(file: LintedCompose, service: Mapping): readonly StrayDollar[] {
	const found: StrayDollar[] = [];
	for (const key of ["environment", "labels"]) {
		for (const { name, value } of pairsIn(entryOf(service, key))) {
			// The names and their values are many, and few of them are secrets.
			if (value?.kind !== "string" || value.template === undefined) continue;
			const isHash = hash.test(value.template);
			if (!isHash && !isSecretName(name)) continue;
			const uses = variablesOfValue(file, value)?.uses ?? [];
			const own = uses.filter((use) => isOfSecret(file, use, isHash));
			own.forEach((use, index) => found.push({ ...use, meantFor: "secret", isFirst: index === 0 }));
		}
	}
	return found;
}

/** Of `htpasswd` and of `crypt`: what stands between `$` are the method and the salt. */
const hash = /\$(?:apr1|argon2(?:i|d|id)|pbkdf2(?:-sha\d+)?|scrypt|bcrypt(?:-sha256)?|y|gy|sha1|md5)\$/;

export const isPartOfPassword = (template: string, { start, isBraced }: Pick<VariableUse, "start" | "isBraced">): boolean =>
	!isBraced && /[\p{L}\p{N}!#%^&*()+?]/u.test(template[start - 1] ?? "");

function isOfSecret(file: LintedCompose, use: VariableUse, isHash: boolean): boolean {
	if (use.isBraced || file.environment(use.name) !== undefined) return false;
	return isHash || isPartOfPassword(file.text, use);
}
