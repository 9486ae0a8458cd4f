import { isShipped } from "../dockerfile/shipped-stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { scopeBefore } from "../dockerfile/variables.ts";
import { type Call, callsOf, hasOption } from "./calls.ts";
import { settingBefore } from "./values.ts";

/** The calls that install the gems of a Gemfile. `bundle` alone does. */
export const bundleInstalls = (file: Dockerfile): readonly Call[] => callsOf(file, "bundle").filter(isInstall);

export const isInstall = (call: Call): boolean => /^(?:install|)$/.test(call.subcommand) && !hasOption(call, "-v", "--version", "-h", "--help", "-V");

/** Whether something gives Bundler a setting for the call: a variable, `bundle config` at any earlier place of the file, or an option as Bundler 2 had them. */
export function hasSetting(file: Dockerfile, call: Call, ...names: readonly string[]): boolean {
	if (call.isOpen) return true;
	const { start } = call.command.range;
	return names.some(
		(name) =>
			hasOption(call, `--${name}`) ||
			isVariableSet(file, call, `BUNDLE_${name.toUpperCase()}`) ||
			callsOf(file, "bundle").some((other) => other.subcommand === "config" && other.command.range.start < start && other.operands.includes(name)),
	);
}

/** Whether the command finds the variable set, by its own assignments, the script or the Dockerfile. */
export const isVariableSet = (file: Dockerfile, { command, instruction }: Call, name: string): boolean =>
	command.assignments.some((each) => each.name === name) ||
	settingBefore(file, instruction, command, name) !== undefined ||
	scopeBefore(file, instruction).get(name) !== undefined;

/** Whether the instruction is part of an image for production: the environment says so, and the image is shipped. */
export function isForProduction(file: Dockerfile, instruction: Instruction): boolean {
	const scope = scopeBefore(file, instruction);
	return environments.some((name) => scope.get(name)?.value === "production") && isShipped(file, instruction);
}

const environments = ["RAILS_ENV", "RACK_ENV", "HANAMI_ENV", "APP_ENV"];

/** The calls of one of Rails' tasks, as `assets:precompile` is one: by `rails`, `rake` or `bundle exec`. */
export const railsTasks = (file: Dockerfile, task: string): readonly Call[] =>
	callsOf(file, "rails", "rake", "bundle").filter(({ program, subcommand, operands }) =>
		program === "bundle" ? subcommand === "exec" && /^(?:\.?\/?bin\/)?(?:rails|rake)$/.test(operands[0] ?? "") && operands.includes(task) : subcommand === task,
	);
