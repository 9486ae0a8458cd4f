import { isWithin } from "../dockerfile/copies.ts";
import { mountsOf } from "../dockerfile/mounts.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import { fact } from "../text/fact.ts";
import { type Call, callsByRun, hasOption } from "./calls.ts";
import type { ProgramName } from "./programs/programs.ts";
import { type Directory, isAfter, isEmptiedAfter } from "./removal.ts";
import { settingBefore } from "./values.ts";
import { isInOtherRoot } from "./wrappers.ts";

/** What a package manager keeps of its downloads, for the next time that it is called. */
export type PackageCache = {
	/** The programs that fill it; the first gives its name to the rule's words. */
	readonly programs: readonly [ProgramName, ...ProgramName[]];
	/** Whether everybody has one of their own, so that nobody needs root's rights to empty it. */
	readonly isUsers: boolean;
	/** Where it may be. */
	readonly directories: readonly Directory[];
	/** Whether a call of one of the programs fills it. */
	readonly fills: (call: Call) => boolean;
	/** The programs that empty it, and whether a call does. */
	readonly cleaners: readonly ProgramName[];
	readonly cleans: (call: Call) => boolean;
	/** Variables that put it elsewhere, or out of use. */
	readonly variables?: readonly string[];
	/** Whether the file has to do with another version of the program, which keeps something else. */
	readonly isOther?: (file: Dockerfile) => boolean;
	/** Options that do so. */
	readonly options?: readonly string[];
};

const rpmPrograms: readonly ProgramName[] = ["yum", "dnf", "microdnf", "tdnf"];

const fillsLikeDnf = (call: Call): boolean =>
	/^(?:(?:re|local|group)?install|in|groupupdate|update|upgrade|up|downgrade|dist(?:ro)?-?sync|builddep|swap|update-minimal|upgrade-minimal)$/.test(
		call.subcommand,
	) ||
	(/^(?:module|group)$/.test(call.subcommand) && /^(?:install|update|upgrade)$/.test(call.operands[0] ?? ""));

const inSystem = (path: string): Directory => ({ path, isOfSmallShell: false });
const rpm = {
	isUsers: false,
	fills: fillsLikeDnf,
	cleaners: rpmPrograms,
	cleans: (call: Call): boolean => call.subcommand === "clean",
	options: ["--installroot", "--cacheonly", "-C"],
};

/** yum's own; newer systems have dnf under that name. */
export const yumCache: PackageCache = { ...rpm, programs: ["yum"], directories: [inSystem("/var/cache/yum"), inSystem("/var/cache/dnf")] };
export const dnfCache: PackageCache = {
	...rpm,
	programs: ["dnf", "tdnf"],
	directories: ["dnf", "libdnf5", "tdnf", "yum"].map((name) => inSystem(`/var/cache/${name}`)),
};
export const microdnfCache: PackageCache = {
	...rpm,
	programs: ["microdnf"],
	directories: ["yum", "dnf", "libdnf5"].map((name) => inSystem(`/var/cache/${name}`)),
};

export const zypperCache: PackageCache = {
	programs: ["zypper"],
	isUsers: false,
	directories: [inSystem("/var/cache/zypp")],
	fills: ({ subcommand }) => /^(?:in|install|up|update|dup|dist-upgrade|patch|si|source-install|inr|install-new-recommends)$/.test(subcommand),
	cleaners: ["zypper"],
	cleans: ({ subcommand }) => subcommand === "clean" || subcommand === "cc",
	options: ["--root", "--installroot", "-R"],
};

export const pacmanCache: PackageCache = {
	programs: ["pacman"],
	isUsers: false,
	directories: [inSystem("/var/cache/pacman/pkg")],
	fills: (call) => hasOption(call, "-S", "--sync") && (call.operands.length > 0 || hasOption(call, "-u", "--sysupgrade")) && !hasOption(call, "-s", "--search"),
	cleaners: ["pacman"],
	cleans: (call) => hasOption(call, "-S", "--sync") && hasOption(call, "-c", "--clean"),
	options: ["--root", "-r", "--cachedir", "--sysroot"],
};

export const npmCache: PackageCache = {
	programs: ["npm"],
	isUsers: true,
	directories: [inSystem("~/.npm")],
	fills: (call) => npmInstalls.test(call.subcommand),
	cleaners: ["npm"],
	cleans: ({ subcommand, operands }) => subcommand === "cache" && /^(?:clean|clear|rm)$/.test(operands[0] ?? ""),
	variables: ["npm_config_cache", "NPM_CONFIG_CACHE"],
	options: ["--cache", "--offline", "--dry-run", "--package-lock-only"],
};

export const npmInstalls =
	/^(?:i|in|ins|inst|insta|instal|isnt|isnta|isntal|isntall|install|add|ci|ic|clean-install|install-clean|up|update|upgrade|install-test|it|cit)$/;

/** Options that Yarn has since 2. */
const ofModernYarn = ["--immutable", "--immutable-cache", "--check-cache", "--mode", "--inline-builds"];

/** Whether the build has to do with Yarn 2 or later: by its files, by itself, or because Corepack brings what the project asks for. */
const isModernYarn = fact((file: Dockerfile): boolean =>
	file.instructions.some(
		({ keyword, args, logical }) =>
			((keyword === "COPY" || keyword === "ADD") && args.some(({ text }) => /(?:^|\/)\.yarn(?:rc\.yml|\/|$)/.test(text))) ||
			(keyword === "RUN" && /\bcorepack\b|\byarn set version\b/.test(logical.text)),
	),
);

const yarnInstalls = ({ subcommand, operands }: Call): boolean =>
	/^(?:|install|add|upgrade)$/.test(subcommand) || (subcommand === "global" && /^(?:add|upgrade)$/.test(operands[0] ?? ""));

export const yarnCache: PackageCache = {
	programs: ["yarn"],
	isUsers: true,
	directories: [inSystem("/usr/local/share/.cache/yarn"), inSystem("~/.cache/yarn")],
	fills: yarnInstalls,
	cleaners: ["yarn"],
	cleans: ({ subcommand, operands }) => subcommand === "cache" && operands[0] === "clean",
	variables: ["YARN_CACHE_FOLDER", "npm_config_cache", "YARN_ENABLE_GLOBAL_CACHE"],
	isOther: (file) => isModernYarn(file),
	options: ["--cache-folder", "--offline", "--version", "-v", "--help", "-h", ...ofModernYarn],
};

export const composerCache: PackageCache = {
	programs: ["composer"],
	isUsers: true,
	directories: [inSystem("~/.composer/cache"), inSystem("~/.cache/composer")],
	fills: ({ subcommand, operands }) => composerInstalls.test(subcommand) || (subcommand === "global" && composerInstalls.test(operands[0] ?? "")),
	cleaners: ["composer"],
	cleans: ({ subcommand }) => /^(?:clear-?cache|cc)$/.test(subcommand),
	variables: ["COMPOSER_CACHE_DIR", "COMPOSER_HOME", "COMPOSER_NO_CACHE", "XDG_CACHE_HOME"],
	options: ["--no-cache", "--dry-run"],
};

const composerInstalls = /^(?:i|install|update|u|upgrade|require|r|create-project)$/;

export const condaCache: PackageCache = {
	programs: ["conda", "mamba", "micromamba"],
	isUsers: true,
	directories: ["/opt/conda/pkgs", "~/miniconda3/pkgs", "/opt/miniconda3/pkgs"].map(inSystem),
	fills: ({ subcommand, operands }) =>
		/^(?:install|create|update|upgrade)$/.test(subcommand) || (subcommand === "env" && /^(?:create|update)$/.test(operands[0] ?? "")),
	cleaners: ["conda", "mamba", "micromamba"],
	cleans: ({ subcommand }) => subcommand === "clean",
	variables: ["CONDA_PKGS_DIRS"],
	options: ["--dry-run", "--offline"],
};

export const uvCache: PackageCache = {
	programs: ["uv"],
	isUsers: true,
	directories: [inSystem("~/.cache/uv")],
	fills: ({ subcommand, operands }) => /^(?:sync|add)$/.test(subcommand) || (/^(?:pip|tool)$/.test(subcommand) && /^(?:install|sync)$/.test(operands[0] ?? "")),
	cleaners: ["uv"],
	cleans: ({ subcommand, operands }) => subcommand === "cache" && operands[0] === "clean",
	variables: ["UV_NO_CACHE", "UV_CACHE_DIR", "XDG_CACHE_HOME"],
	options: ["--no-cache", "--no-cache-dir", "-n", "--cache-dir", "--offline", "--dry-run"],
};

export const poetryCache: PackageCache = {
	programs: ["poetry"],
	isUsers: true,
	directories: ["~/.cache/pypoetry/artifacts", "~/.cache/pypoetry/cache"].map(inSystem),
	fills: ({ subcommand }) => /^(?:install|add|sync|update)$/.test(subcommand),
	cleaners: ["poetry"],
	cleans: ({ subcommand, operands }) => subcommand === "cache" && operands[0] === "clear",
	variables: ["POETRY_CACHE_DIR", "POETRY_NO_CACHE", "XDG_CACHE_HOME"],
	options: ["--no-cache", "--dry-run"],
};

export const bunCache: PackageCache = {
	programs: ["bun"],
	isUsers: true,
	directories: [inSystem("~/.bun/install/cache")],
	fills: ({ subcommand }) => /^(?:i|install|add|a|update)$/.test(subcommand),
	cleaners: ["bun"],
	cleans: ({ subcommand, operands }) => subcommand === "pm" && operands[0] === "cache" && operands[1] === "rm",
	variables: ["BUN_INSTALL", "BUN_INSTALL_CACHE_DIR", "XDG_CACHE_HOME"],
	options: ["--no-cache", "--cache-dir", "--dry-run"],
};

export const pnpmCache: PackageCache = {
	programs: ["pnpm"],
	isUsers: true,
	directories: ["~/.local/share/pnpm/store", "~/.pnpm-store"].map(inSystem),
	fills: ({ subcommand }) => /^(?:i|install|add|fetch|up|update)$/.test(subcommand),
	cleaners: ["pnpm"],
	cleans: ({ subcommand, operands }) => subcommand === "store" && operands[0] === "prune",
	variables: ["PNPM_HOME", "npm_config_store_dir", "NPM_CONFIG_STORE_DIR", "XDG_DATA_HOME"],
	options: ["--store-dir", "--offline", "--lockfile-only"],
};

export const cargoCache: PackageCache = {
	programs: ["cargo"],
	isUsers: true,
	directories: ["/usr/local/cargo/registry/cache", "~/.cargo/registry/cache"].map(inSystem),
	fills: ({ subcommand }) => /^(?:build|b|install|run|r|test|t)$/.test(subcommand),
	cleaners: ["cargo"],
	cleans: ({ subcommand, operands }) => subcommand === "cache" && operands.length === 0,
	variables: ["CARGO_HOME"],
	options: ["--offline", "--frozen", "--version", "-V", "--help", "-h", "--list"],
};

/** The calls of the RUN after which downloads stay where nothing removes them. */
export function fillingCalls(file: Dockerfile, run: Instruction, calls: readonly Call[], cache: PackageCache): readonly Call[] {
	const filling = calls.filter((call) => cache.programs.includes(call.program) && cache.fills(call) && !call.isOpen);
	if (filling.length === 0 || cache.isOther?.(file) || isMountedIn(file, run, cache)) return noCalls;
	const cleaning = calls.filter((call) => cache.cleaners.includes(call.program) && cache.cleans(call));
	return filling.filter(
		(call) =>
			!isInOtherRoot(call.command.wrappers) &&
			!hasOption(call, ...(cache.options ?? none)) &&
			!isPutElsewhere(file, call, cache.variables ?? none) &&
			!cleaning.some((clean) => isAfter(file, run, clean.command, call.command)) &&
			!cache.directories.some((directory) => isEmptiedAfter(file, run, call.command, directory)),
	);
}

const none: readonly string[] = [];
const noCalls: readonly Call[] = [];

/** The calls of a file that a cache has to do with, by their RUNs. */
export const callsOfCache = (file: Dockerfile, { programs, cleaners }: PackageCache): ReadonlyMap<Instruction, readonly Call[]> =>
	callsByRun(file, ...(cleaners.length > programs.length ? cleaners : programs));

/** Whether a variable puts the cache elsewhere: in the environment, in the script, or before the command. */
function isPutElsewhere(file: Dockerfile, { command, instruction }: Call, variables: readonly string[]): boolean {
	if (variables.length === 0) return false;
	if (command.assignments.some(({ name }) => variables.includes(name))) return true;
	const scope = scopeBefore(file, instruction);
	return variables.some((name) => scope.get(name) !== undefined || settingBefore(file, instruction, command, name) !== undefined);
}

/** Whether a mount lies over the cache, in whosever home that is, or nobody knows where. */
export function isMountedIn(file: Dockerfile, run: Instruction, { directories }: { readonly directories: readonly { readonly path: string }[] }): boolean {
	return mountsOf(file, run).some(({ type, target, fields }) => {
		if (type === "secret" || type === "ssh") return false;
		return target === undefined ? fields.has("target") : directories.some(({ path }) => mayLieIn(path, target));
	});
}

/** Whether the path, which may begin with "~" for whosever home, lies in the directory, or is it. */
export function mayLieIn(path: string, directory: string): boolean {
	const folder = `${directory.replace(/\/+$/, "")}/`;
	if (!path.startsWith("~")) return isWithin(path, folder.slice(0, -1) || "/");
	const inHome = path.slice(1);
	for (let end = inHome.length; end > 0; end = inHome.lastIndexOf("/", end - 1)) if (folder.endsWith(`${inHome.slice(0, end)}/`)) return true;
	return /^\/(?:root|home(?:\/[^/]+)?)\/$/.test(folder);
}
