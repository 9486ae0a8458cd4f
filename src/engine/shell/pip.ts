import { mountsOf } from "../dockerfile/mounts.ts";
import { stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { isRunByRoot } from "../dockerfile/users.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import { fact } from "../text/fact.ts";
import { type Call, callsByRun, callsOf, hasOption } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import { type Directory, isAfter, isEmptiedAfter, removesFiles } from "./removal.ts";
import type { ShellCommand } from "./shell-command.ts";
import { settingBefore, valueOf } from "./values.ts";
import { writesTo } from "./writes.ts";

/** Whether the call may use pip's cache: neither it, nor a variable, nor a configuration puts the cache out of use or elsewhere. */
export const usesCache = (file: Dockerfile, call: Call): boolean => mayUseCache(call, file);

const mayUseCache = fact((call: Call, file: Dockerfile): boolean => {
	if (hasOption(call, "--cache-dir", "--no-index", "--dry-run", "-h", "--help")) return false;
	// pip takes the beginning of an option for the option.
	if (call.options.some(([name]) => name.startsWith("--no-ca"))) return false;
	return !isSwitchedOff(file, call) && !isConfigured(file, call);
});

/** Any value of the first switches the cache off, even "false": https://github.com/pypa/pip/blob/main/src/pip/_internal/cli/cmdoptions.py says why. */
const switches = ["PIP_NO_CACHE_DIR", "PIP_CACHE_DIR", "PIP_CONFIG_FILE", "PIP_NO_INDEX"];

function isSwitchedOff(file: Dockerfile, { instruction, command }: Call): boolean {
	if (!namesPip(file)) return false;
	if (command.assignments.some(({ name, value }) => switches.includes(name) && value !== "")) return true;
	const scope = scopeBefore(file, instruction);
	return switches.some((name) => {
		const variable = scope.get(name);
		const setting = settingBefore(file, instruction, command, name);
		const isInEnvironment = variable !== undefined && !variable.isUnset;
		if (!setting) return isInEnvironment && variable.value !== "";
		return setting.value?.value !== "" && (isInEnvironment || isExported(file, instruction, name));
	});
}

const namesPip = fact((file: Dockerfile): boolean => file.text.includes("PIP_"));
const namesCacheHome = fact((file: Dockerfile): boolean => file.text.includes("XDG_CACHE_HOME"));

/** What a script assigns stays its own until it is exported. */
const isExported = (file: Dockerfile, instruction: Instruction, variable: string): boolean =>
	commandsOf(file, instruction).some(
		({ name, args }) =>
			(name === "export" && args.some(({ text }) => text === variable || text.startsWith(`${variable}=`))) ||
			(name === "declare" && args[0]?.text.includes("x") && args.some(({ text }) => text.startsWith(`${variable}=`))) ||
			(name === "set" && args.some(({ text }) => /^-[a-z]*a/.test(text) || text === "allexport")),
	);

const configurations = writesTo(/(?:^|\/)(?:pip\.conf|pip\/(?:pip\.conf|\*)|\.pip(?:\/\*)?)$/, ["pip.conf", ".pip", "/pip/"]);

/** Whether a configuration that the build has written or brought along speaks of the cache, or may. */
function isConfigured(file: Dockerfile, { instruction, command }: Call): boolean {
	const { start } = command.range;
	if (configurations(file, instruction, start).some(({ text }) => text === undefined || /^\s*(?:no-)?cache-dir\s*=/m.test(withLineEnds(text)))) return true;
	const settings = settingCalls(file);
	if (settings.length === 0) return false;
	for (let stage = stageOf(file, instruction); stage; stage = stage.parent) {
		if (settings.some((call) => call.range.start < start && stageOf(file, call.instruction) === stage)) return true;
	}
	return false;
}

/** `pip config set global.no-cache-dir true` and its like. */
const settingCalls = fact((file: Dockerfile): readonly Call[] =>
	callsOf(file, "pip").filter(
		({ subcommand, operands }) => subcommand === "config" && operands.some((operand) => /(?:^|\.)(?:no-)?cache-dir$/.test(operand ?? "")),
	),
);

const withLineEnds = (text: string): string => text.replace(/\\n/g, "\n").replace(/["']/g, "\n");

const cache: Directory = { path: "~/.cache/pip", isOfSmallShell: false };

/** Whether what the call caches lies in a mount, or is removed by the same RUN afterwards. */
export const isCacheRemoved = (file: Dockerfile, call: Call): boolean => isGone(call, file);

const isGone = fact((call: Call, file: Dockerfile): boolean => {
	const { instruction, command } = call;
	const home = namesCacheHome(file) ? homeOf(file, call, "XDG_CACHE_HOME") : undefined;
	if (
		mountsOf(file, instruction).some(
			({ type, target, fields }) => type !== "secret" && type !== "ssh" && (target === undefined ? fields.has("target") : holdsCache(target, home)),
		)
	)
		return true;
	if (purgesIn(instruction, file).some((purge) => isAfter(file, instruction, purge, command))) return true;
	if (!removesFiles(file, instruction)) return false;
	return directoriesOf(file, call, home).some((directory) => isEmptiedAfter(file, instruction, command, directory));
});

/** Where the cache may be: in the folder for caches, in the home that is set, or in that of whoever runs pip. */
function directoriesOf(file: Dockerfile, call: Call, home: string | undefined): readonly Directory[] {
	const owner = homeOf(file, call, "HOME");
	return [
		call.command.place.runBy === undefined && isRunByRoot(file, call.instruction) ? { ...cache, home: /^\/root(?=\/|$)/ } : cache,
		...(home ? [{ ...cache, path: `${home}/pip` }] : []),
		...(owner ? [{ ...cache, path: `${owner}/.cache/pip` }] : []),
	];
}

const purgesIn = fact((instruction: Instruction, file: Dockerfile): readonly ShellCommand[] =>
	(callsByRun(file, "pip").get(instruction) ?? []).flatMap(({ subcommand, operands: [action, what], command }) =>
		subcommand === "cache" && (action === "purge" || (action === "remove" && what === "*")) ? [command] : [],
	),
);

/** What a variable that names the folder for the cache has for a value where pip runs. */
function homeOf(file: Dockerfile, { instruction, command }: Call, name: string): string | undefined {
	const assigned = command.assignments.find((each) => each.name === name);
	return assigned ? assigned.value : valueOf(file, instruction, command, name);
}

const holdsCache = (target: string, home: string | undefined): boolean =>
	/\/\.cache(?:\/pip)?\/*$|^\/(?:root|home(?:\/[^/]+)?)?\/*$/.test(target) ||
	(home !== undefined && `${home}/pip/`.startsWith(`${target.replace(/\/+$/, "")}/`));
