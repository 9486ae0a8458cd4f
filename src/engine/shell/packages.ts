import { type Call, hasOption } from "./calls.ts";
import type { ProgramName } from "./programs/programs.ts";
import type { ShellWord } from "./shell-word.ts";

/** How a package manager is told what to install, and in which version. */
export type Naming = {
	readonly programs: readonly [ProgramName, ...ProgramName[]];
	/** Whether it installs a system's packages, which come in any order. */
	readonly isOfSystem?: boolean;
	/** From which operand on a call names packages to install; undefined where it installs none. */
	readonly first: (call: Call) => number | undefined;
	/** Whether something else than the name says which version is meant: an option, a list of constraints. */
	readonly isDecided?: (call: Call) => boolean;
	/** Whether a name says the version; undefined for what is no package of a repository: a file, a folder, a link, a group. */
	readonly isPinned: (name: string, next: string | undefined) => boolean | undefined;
	/** A word like this has a version where a variable that the file declares stands in it, as hadolint has it. */
	readonly versionByVariable?: RegExp;
};

/** A package that a call installs. The name is undefined where the file does not tell it. */
export type Package = { readonly word: ShellWord; readonly name: string | undefined; readonly isPinned: boolean | undefined };

/** The packages that a call names, in order, those left out that are no package of a repository. */
export function packagesOf(call: Call, { first, isPinned }: Naming): readonly Package[] {
	const start = first(call);
	if (start === undefined || start >= call.operands.length) return none;
	const packages: Package[] = [];
	for (let index = start; index < call.operands.length; index++) {
		const word = call.operandWords[index];
		if (!word) continue;
		const name = call.operands[index];
		// In `name=$VERSION` the text tells enough, in `$(cat packages)` nothing.
		const text = name ?? word.text.replace(/^["']|["']$/g, "");
		const pinned = name === undefined && /\$\(|`/.test(text) ? false : isPinned(text, call.operands[index + 1]);
		if (pinned !== undefined) packages.push({ word, name, isPinned: name === undefined && !pinned ? undefined : pinned });
	}
	return packages;
}

/** The same for a call of whichever of the package managers it is. */
export const packagesOfAny = (call: Call, namings: readonly Naming[]): readonly Package[] =>
	namings.filter(({ programs }) => programs.includes(call.program)).flatMap((naming) => packagesOf(call, naming));

const none: readonly Package[] = [];

const after =
	(subcommands: RegExp) =>
	({ subcommand }: Call): number | undefined =>
		subcommands.test(subcommand) ? 0 : undefined;

/** As `after`, and with a second word that is part of the subcommand: `yarn global add`. */
const afterTwo =
	(subcommands: RegExp, pairs: RegExp) =>
	({ subcommand, operands }: Call): number | undefined =>
		subcommands.test(subcommand) ? 0 : operands[0] !== undefined && pairs.test(`${subcommand} ${operands[0]}`) ? 1 : undefined;

const isPath = (name: string): boolean => /^(?:\.{0,2}\/|~\/|\.{1,2}$|file:)|^[a-z][a-z+.-]*:\/\//i.test(name);

export const aptPackages: Naming = {
	isOfSystem: true,
	programs: ["apt-get", "apt", "aptitude", "nala"],
	first: after(/^install$/),
	isPinned: (name) => (isPath(name) || name.endsWith(".deb") || /[\w+]-$/.test(name) ? undefined : /[=/]/.test(name)),
};

export const apkPackages: Naming = {
	isOfSystem: true,
	programs: ["apk"],
	first: after(/^add$/),
	isPinned: (name) => (isPath(name) || name.endsWith(".apk") || name.startsWith("!") ? undefined : /[=~<>]/.test(name)),
};

const rpm = {
	isOfSystem: true,
	first: afterTwo(/^install$/, /^module install$/),
	isPinned: (name: string): boolean | undefined =>
		isPath(name) || name.endsWith(".rpm") || name.startsWith("@") || /\s/.test(name) ? undefined : /-(?:\d|\$)|:\w/.test(name),
};
export const yumPackages: Naming = { ...rpm, programs: ["yum"] };
export const dnfPackages: Naming = { ...rpm, programs: ["dnf", "microdnf", "tdnf"] };

export const zypperPackages: Naming = {
	isOfSystem: true,
	programs: ["zypper"],
	first: after(/^in(?:stall)?$/),
	isDecided: (call) => hasOption(call, "-t", "--type"),
	isPinned: (name) => (isPath(name) || name.endsWith(".rpm") || /^pattern:/.test(name) ? undefined : /[=<>]/.test(name)),
};

export const pipPackages: Naming = {
	programs: ["pip", "pipx", "uv"],
	first: ({ program, subcommand, operands }) =>
		program === "uv" ? (/^(?:pip|tool) install$/.test(`${subcommand} ${operands[0]}`) ? 1 : undefined) : subcommand === "install" ? 0 : undefined,
	isDecided: (call) =>
		hasOption(call, "-r", "--requirement", "--requirements", "-c", "--constraint", "--constraints", "-e", "--editable", "--require-hashes", "--group"),
	isPinned(name) {
		if (/^(?:git|hg|svn|bzr)\+/.test(name)) return /@[^/]+$/.test(name);
		if (/\s@\s|\.(?:whl|zip|tar(?:\.\w+)?|tgz)(?:\[.*\])?$/.test(name) || name.endsWith("/") || name.startsWith(".") || isPath(name)) return undefined;
		return /[=!~<>]=|[<>]/.test(name);
	},
};

/** npm and its rivals name packages alike: https://docs.npmjs.com/cli/v11/commands/npm-install */
function isPinnedInNode(name: string): boolean | undefined {
	if (/^(?:\.{0,2}|~)\//.test(name)) return undefined;
	if (/^git(?:\+\w+)?:|^git@|^(?:github|gitlab|bitbucket|gist):|^[\w.-]+\/[\w.-]+(?:#|$)/.test(name)) return name.includes("#");
	if (/\.(?:tgz|tar|tar\.gz)$/.test(name) || name.endsWith("/") || isPath(name) || /^(?:link|portal|workspace):/.test(name)) return undefined;
	return /[^@/]@(?!latest$|next$|\*$)/.test(name);
}

export const npmPackages: Naming = { programs: ["npm"], first: after(/^(?:i|in|ins|inst|insta|instal|install|add)$/), isPinned: isPinnedInNode };
export const yarnPackages: Naming = { programs: ["yarn"], first: afterTwo(/^add$/, /^global add$/), isPinned: isPinnedInNode };
export const pnpmPackages: Naming = { programs: ["pnpm"], first: after(/^(?:add|i|install)$/), isPinned: isPinnedInNode };
export const bunPackages: Naming = { programs: ["bun"], first: after(/^(?:add|a|i|install)$/), isPinned: isPinnedInNode };

export const gemPackages: Naming = {
	programs: ["gem"],
	first: after(/^i(?:nstall)?$/),
	isDecided: (call) => hasOption(call, "-v", "--version", "-g", "--file", "-l", "--local"),
	isPinned: (name) => (name.endsWith(".gem") || isPath(name) ? undefined : name.includes(":")),
};

export const goPackages: Naming = {
	programs: ["go"],
	first: after(/^(?:install|get)$/),
	// Only the host of a module that is fetched has a dot.
	isPinned(name) {
		if (isPath(name) || !/^[^/@]*\.[^/@]*(?:\/|@|$)/.test(name) || name.endsWith(".go")) return undefined;
		return /@(?!(?:latest|none|upgrade|patch|master|main|HEAD)$)/.test(name);
	},
};

export const cargoPackages: Naming = {
	programs: ["cargo"],
	first: after(/^install$/),
	isDecided: (call) => hasOption(call, "--version", "--vers", "--path", "--rev", "--tag", "--list"),
	isPinned: (name) => name.includes("@"),
};

export const composerPackages: Naming = {
	programs: ["composer"],
	first: afterTwo(/^r(?:equire)?$/, /^global require$/),
	// A version may be a word of its own.
	isPinned: (name, next) => (!name.includes("/") || isPath(name) ? undefined : /[:= ]/.test(name) || (next !== undefined && !next.includes("/"))),
};

export const condaPackages: Naming = {
	programs: ["conda", "mamba", "micromamba"],
	first: after(/^(?:install|create)$/),
	isDecided: (call) => hasOption(call, "-f", "--file", "--revision", "--clone"),
	isPinned: (name) => (isPath(name) || /\.(?:conda|tar\.bz2)$/.test(name) ? undefined : /[=<>!~ ]/.test(name)),
};

export const allNamings: readonly Naming[] = [
	aptPackages,
	apkPackages,
	yumPackages,
	dnfPackages,
	zypperPackages,
	pipPackages,
	npmPackages,
	yarnPackages,
	pnpmPackages,
	bunPackages,
	gemPackages,
	cargoPackages,
	condaPackages,
];
