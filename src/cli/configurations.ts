import { relative, resolve } from "node:path";
import { defaultConfiguration, onlyRules, overlayConfiguration, type Configuration, type FormatName } from "../engine/lint/configuration.ts";
import type { Preset } from "../engine/lint/rule.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say } from "../engine/text/message.ts";
import { Lines } from "../engine/text/text.ts";
import { createBaselines } from "../files/baselines.ts";
import { createConfigurations, leavesOut, type ConfigurationFile } from "../files/configurations.ts";
import type { Disk } from "../files/disk.ts";

/** How a file is to be linted. What is wrong in its configuration has been told. */
export type Found = {
	readonly configuration: Configuration;
	/** The configuration file that leaves it out, as it is shown; undefined where none does. */
	readonly leftOutBy: string | undefined;
	/** Nothing is to be fixed by a configuration in which something is wrong. */
	readonly isBroken: boolean;
	/** Path of the baseline that counts; undefined where there is none. */
	readonly baseline: string | undefined;
};

/** How the command line wants files to be linted: by one configuration for all, where given, by a preset that counts over what configurations say, and by some rules alone. */
export type Wanted = { readonly path: string | undefined; readonly preset: Preset | undefined; readonly only: readonly string[] | undefined };

/** The format that the configuration says which counts where the run begins, or which is the one for all. */
export async function configuredFormat(path: string | undefined, disk: Disk): Promise<FormatName | undefined> {
	const { nearest, read } = createConfigurations(disk, rules);
	const file = await (path === undefined ? nearest(resolve("any file")) : read(resolve(path)));
	return file?.configuration.format;
}

/** Gives each file's configuration; undefined where the one for all is not there. */
export function configurationsFor(
	{ path, preset, only }: Wanted,
	disk: Disk,
	complain: (message: Message) => void,
): (file: string) => Promise<Found | undefined> {
	const { nearest, read } = createConfigurations(disk, rules);
	const baselines = createBaselines(disk);
	const narrowed = (configuration: Configuration): Configuration => (only ? onlyRules(configuration, rules, only) : configuration);
	const upper = preset ? { ...defaultConfiguration, preset } : defaultConfiguration;
	const alone = narrowed(upper);
	const known = new Map<ConfigurationFile, Configuration>();
	let isMissingTold = false;

	const shown = (file: ConfigurationFile): string => path ?? (relative(".", file.path) || file.path);

	function configurationOf(file: ConfigurationFile): Configuration {
		const before = known.get(file);
		if (before) return before;
		const lines = new Lines(file.text);
		for (const { message, at } of file.problems) {
			const { line, column } = lines.positionAt(at.start);
			complain(say`${shown(file)}:${line + 1}:${column + 1}: ${message}`);
		}
		const configuration = narrowed(overlayConfiguration(upper, file.configuration));
		known.set(file, configuration);
		return configuration;
	}

	return async (name) => {
		const file = resolve(name);
		const found = await (path === undefined ? nearest(file) : read(resolve(path)));
		if (found)
			return {
				configuration: configurationOf(found),
				leftOutBy: leavesOut(found, file) ? shown(found) : undefined,
				isBroken: found.problems.length > 0,
				baseline: baselines.of(file, found),
			};
		if (path === undefined) return { configuration: alone, leftOutBy: undefined, isBroken: false, baseline: baselines.of(file, undefined) };
		if (!isMissingTold) complain(say`${path}: no such file or directory`);
		isMissingTold = true;
		return undefined;
	};
}
