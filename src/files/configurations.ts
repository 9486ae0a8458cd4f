import { basename, dirname, join, relative, sep } from "node:path";
import type { ConfigurationProblem } from "../engine/lint/configuration-file.ts";
import { configurationFileNames, defaultConfiguration, type Configuration } from "../engine/lint/configuration.ts";
import { isHadolintName } from "../engine/lint/hadolint-name.ts";
import { isLeftOut } from "../engine/lint/path-patterns.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import type { Rule } from "../engine/lint/rule.ts";
import type { Disk, Reading } from "./disk.ts";

/** A `.hullwright.yaml`, or one of hadolint's. What is wrong in it is among its problems, and the rest of it applies; of one that cannot be read, nothing. The same object until its text changes. */
export type ConfigurationFile = {
	readonly path: string;
	/** Empty where it cannot be read. */
	readonly text: string;
	readonly configuration: Configuration;
	/** In the order of the text. Where there are any, no file is fixed unasked: the user may have meant to switch off what would be fixed. */
	readonly problems: readonly ConfigurationProblem[];
};

export type Configurations = {
	/** The configuration that counts for the file: the nearest in its folder or above. */
	nearest(path: string): Promise<ConfigurationFile | undefined>;
	/** The one at that path; undefined where there is none. */
	read(path: string): Promise<ConfigurationFile | undefined>;
	/** It is read anew when it is next asked for; the others stay. */
	forget(path: string): void;
};

/** Finds and reads configurations. Paths are absolute. */
export function createConfigurations(disk: Disk, rules: readonly Rule[]): Configurations {
	const files = new Map<string, { readonly reading: Reading; readonly file: ConfigurationFile }>();
	/** By folder, what is known to count there. */
	const found = new Map<string, ConfigurationFile | undefined>();
	let forgotten = 0;

	async function read(path: string): Promise<ConfigurationFile | undefined> {
		const reading = disk.read(path);
		if (!reading) return undefined;
		const known = files.get(path);
		if (known && isSame(known.reading, reading)) return known.file;
		const file = "text" in reading ? await parse(path, reading.text, rules) : unreadable(path, reading.problem);
		files.set(path, { reading, file });
		return file;
	}

	async function firstIn(folder: string): Promise<ConfigurationFile | undefined> {
		for (const name of configurationFileNames) {
			const file = await read(join(folder, name));
			if (file) return file;
		}
		return undefined;
	}

	async function inFolder(folder: string): Promise<ConfigurationFile | undefined> {
		if (found.has(folder)) return found.get(folder);
		const [parent, before] = [dirname(folder), forgotten];
		const file = (await firstIn(folder)) ?? (parent === folder ? undefined : await inFolder(parent));
		if (forgotten === before) found.set(folder, file);
		return file;
	}

	return {
		nearest: (path) => inFolder(dirname(path)),
		read,
		forget(path) {
			disk.forget(path);
			found.clear();
			forgotten++;
		},
	};
}

/** Whether the configuration leaves the file out of linting. */
export const leavesOut = ({ path, configuration }: ConfigurationFile, file: string): boolean =>
	isLeftOut(relative(dirname(path), file).split(sep).join("/"), configuration);

async function parse(path: string, text: string, rules: readonly Rule[]): Promise<ConfigurationFile> {
	// Only now, for it brings a YAML parser.
	const { parseConfiguration, parseHadolintConfiguration } = await import("../engine/lint/configuration-file.ts");
	return { path, text, ...(isHadolintName(basename(path)) ? parseHadolintConfiguration : parseConfiguration)(text, rules) };
}

function unreadable(path: string, problem: Message): ConfigurationFile {
	const message = say`This file cannot be read, so nothing in it applies: ${problem}`;
	return { path, text: "", configuration: defaultConfiguration, problems: [{ message, at: { start: 0, end: 0 }, line: 1 }] };
}

const isSame = (one: Reading, other: Reading): boolean =>
	"text" in one ? "text" in other && one.text === other.text : "problem" in other && textOf(one.problem) === textOf(other.problem);
