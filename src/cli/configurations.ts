import { relative, resolve } from "node:path";
import { defaultConfiguration, overlayConfiguration, type Configuration } from "../engine/lint/configuration.ts";
import type { Preset } from "../engine/lint/rule.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say } from "../engine/text/message.ts";
import { Lines } from "../engine/text/text.ts";
import { createConfigurations, leavesOut, type ConfigurationFile } from "../files/configurations.ts";
import type { Disk } from "../files/disk.ts";

/** How a file is to be linted. What is wrong in its configuration has been told. */
export type Found = {
	readonly configuration: Configuration;
	/** The configuration file that leaves it out, as it is shown; undefined where none does. */
	readonly leftOutBy: string | undefined;
	/** Nothing is to be fixed by a configuration in which something is wrong. */
	readonly isBroken: boolean;
};

/** How the command line wants files to be linted: by one configuration for all, where given, and by a preset that counts over what configurations say. */
export type Wanted = { readonly path: string | undefined; readonly preset: Preset | undefined };

/** Gives each file's configuration; undefined where the one for all is not there. */
export function configurationsFor({ path, preset }: Wanted, disk: Disk, complain: (message: Message) => void): (file: string) => Promise<Found | undefined> {
	const { nearest, read } = createConfigurations(disk, rules);
	const upper = preset ? { ...defaultConfiguration, preset } : defaultConfiguration;
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
		const configuration = overlayConfiguration(upper, file.configuration);
		known.set(file, configuration);
		return configuration;
	}

	return async (name) => {
		const file = resolve(name);
		const found = await (path === undefined ? nearest(file) : read(resolve(path)));
		if (found)
			return { configuration: configurationOf(found), leftOutBy: leavesOut(found, file) ? shown(found) : undefined, isBroken: found.problems.length > 0 };
		if (path === undefined) return { configuration: upper, leftOutBy: undefined, isBroken: false };
		if (!isMissingTold) complain(say`${path}: no such file or directory`);
		isMissingTold = true;
		return undefined;
	};
}
