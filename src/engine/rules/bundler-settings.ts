import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Fix } from "../lint/rule.ts";
import { bundleInstalls, hasSetting, isForProduction } from "../shell/bundler.ts";
import type { Call } from "../shell/calls.ts";
import { envBefore } from "./env-before.ts";

/** The installations of gems for production for which nobody has made any of the settings, each with the fix that makes one by its variable. */
export function* installsWithout(
	file: Dockerfile,
	settings: readonly string[],
	variable: string,
): Generator<{ readonly call: Call; readonly fix: Fix | undefined }> {
	for (const call of bundleInstalls(file))
		if (isForProduction(file, call.instruction) && !hasSetting(file, call, ...settings)) yield { call, fix: envBefore(file, call.instruction, variable) };
}
