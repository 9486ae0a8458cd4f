import { mountsOf } from "../dockerfile/mounts.ts";
import { stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import { fact } from "../text/fact.ts";
import { type Call, callsByRun, callsOf, hasOption } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import { type Directory, isAfter, isEmptiedAfter } from "./removal.ts";
import type { ShellCommand } from "./shell-command.ts";
import { settingBefore } from "./values.ts";
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
	const home = namesCacheHome(file) ? scopeBefore(file, instruction).get("XDG_CACHE_HOME")?.value : undefined;
	const directories = home ? [cache, { ...cache, path: `${home}/pip` }] : [cache];
	if (
		mountsOf(file, instruction).some(
			({ type, target, fields }) => type !== "secret" && type !== "ssh" && (target === undefined ? fields.has("target") : holdsCache(target, home)),
		)
	)
		return true;
	return (
		directories.some((directory) => isEmptiedAfter(file, instruction, command, directory)) ||
		purgesIn(instruction, file).some((purge) => isAfter(file, instruction, purge, command))
	);
});

const purgesIn = fact((instruction: Instruction, file: Dockerfile): readonly ShellCommand[] =>
	(callsByRun(file, "pip").get(instruction) ?? []).flatMap(({ subcommand, operands: [action, what], command }) =>
		subcommand === "cache" && (action === "purge" || (action === "remove" && what === "*")) ? [command] : [],
	),
);

const holdsCache = (target: string, home: string | undefined): boolean =>
	/\/\.cache(?:\/pip)?\/*$|^\/(?:root|home(?:\/[^/]+)?)?\/*$/.test(target) ||
	(home !== undefined && `${home}/pip/`.startsWith(`${target.replace(/\/+$/, "")}/`));
