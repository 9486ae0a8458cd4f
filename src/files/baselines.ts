import { dirname, join, relative, resolve, sep } from "node:path";
import { type Baseline, baselineFileName, type Known, parseBaseline } from "../engine/lint/baseline.ts";
import { type Message, say } from "../engine/text/message.ts";
import type { ConfigurationFile } from "./configurations.ts";
import type { Disk, Reading } from "./disk.ts";

/** A baseline as it is stored. One that is not there yet is empty. The same object until its text changes. */
export type BaselineFile = {
	readonly path: string;
	readonly baseline: Baseline;
	/** Why nothing in it counts. */
	readonly problem: Message | undefined;
	readonly isThere: boolean;
};

export type Baselines = {
	/** Where the baseline is that counts for a file: the one that its configuration names, or else the nearest of the usual name; undefined where there is none. */
	of(file: string, configuration: ConfigurationFile | undefined): string | undefined;
	read(path: string): BaselineFile;
	/** It is read anew when it is next asked for. */
	forget(path: string): void;
};

/** Finds and reads baselines. Paths are absolute. */
export function createBaselines(disk: Disk): Baselines {
	const files = new Map<string, { readonly reading: Reading | undefined; readonly file: BaselineFile }>();
	/** By folder, the nearest. */
	const found = new Map<string, string | undefined>();

	function read(path: string): BaselineFile {
		const reading = disk.read(path, limits);
		const known = files.get(path);
		if (known && isSame(known.reading, reading)) return known.file;
		const file = toFile(path, reading);
		files.set(path, { reading, file });
		return file;
	}

	function nearest(folder: string): string | undefined {
		if (found.has(folder)) return found.get(folder);
		const [path, parent] = [join(folder, baselineFileName), dirname(folder)];
		const near = disk.read(path, limits) ? path : parent === folder ? undefined : nearest(parent);
		found.set(folder, near);
		return near;
	}

	return {
		of(file, configuration) {
			const named = configuration?.configuration.baseline;
			return configuration && named !== undefined ? resolve(dirname(configuration.path), named) : nearest(dirname(file));
		},
		read,
		forget(path) {
			disk.forget(path);
			found.clear();
		},
	};
}

/** What the baseline has of a file. */
export const knownIn = ({ path, baseline }: BaselineFile, file: string): Known => baseline.get(nameIn(path, file)) ?? nothing;

/** How a baseline names a file. */
export const nameIn = (baseline: string, file: string): string => relative(dirname(baseline), file).split(sep).join("/");

/** Room for tens of thousands of files. */
const limits = { mostMebibytes: 32 };

const nothing: Known = new Map();

function toFile(path: string, reading: Reading | undefined): BaselineFile {
	if (!reading) return { path, baseline: new Map(), problem: undefined, isThere: false };
	if ("problem" in reading)
		return { path, baseline: new Map(), problem: say`This file cannot be read, so nothing in it applies: ${reading.problem}`, isThere: true };
	const baseline = parseBaseline(reading.text);
	return { path, baseline: baseline ?? new Map(), problem: baseline ? undefined : say`This is no baseline, so nothing in it applies`, isThere: true };
}

const isSame = (one: Reading | undefined, other: Reading | undefined): boolean =>
	one === other || (one !== undefined && other !== undefined && "text" in one && "text" in other && one.text === other.text);
