import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Message, say } from "../engine/text/message.ts";
import { reason } from "./reason.ts";

/** What reading gave: the text, a byte order mark included, or what was in the way. */
export type Reading = { readonly text: string } | { readonly problem: Message };

/** Small texts beside the files that are looked at, each read once until it is forgotten. Paths are absolute. Nothing here throws. */
export type Disk = {
	/** Undefined where there is no such file. What is larger than so much, 1 MiB where nothing is said, is not read. */
	read(path: string, limits?: { readonly mostMebibytes: number }): Reading | undefined;
	/** The names in a folder, in order; undefined where there is none that can be read. */
	list(folder: string): readonly string[] | undefined;
	/** A variable of the environment, with which Docker would run; there is none in a browser. */
	variable(name: string): string | undefined;
	/** The names of all of them. */
	variableNames(): readonly string[];
	/** The path, and its folder's names, are read anew when they are next asked for. */
	forget(path: string): void;
};

/** `overlay` gives the text of what somebody has open and has not saved; it counts over what is stored. */
export function createDisk(overlay: (path: string) => string | undefined = () => undefined): Disk {
	const readings = new Map<string, Reading | undefined>();
	const lists = new Map<string, readonly string[] | undefined>();
	return {
		read(path, limits = { mostMebibytes }) {
			const text = overlay(path);
			if (text !== undefined) return { text };
			if (!readings.has(path)) readings.set(path, readText(path, limits.mostMebibytes));
			return readings.get(path);
		},
		list(folder) {
			if (!lists.has(folder)) lists.set(folder, readNames(folder));
			return lists.get(folder);
		},
		variable: (name) => (typeof process === "undefined" ? undefined : process.env[name]),
		variableNames: () => (typeof process === "undefined" ? [] : Object.keys(process.env)),
		forget(path) {
			readings.delete(path);
			lists.delete(path);
			lists.delete(dirname(path));
		},
	};
}

/** No configuration and no list of ignored files is longer; whatever is must not fill the memory. */
const mostMebibytes = 1;

function readText(path: string, most: number): Reading | undefined {
	try {
		const stat = statSync(path, { throwIfNoEntry: false });
		if (!stat) return undefined;
		if (stat.isDirectory()) return { problem: say`is a directory` };
		// A pipe would be waited for without end.
		if (!stat.isFile()) return { problem: say`is no file` };
		return stat.size > most * 2 ** 20 ? { problem: say`the file is larger than ${most} MiB` } : { text: readFileSync(path, "utf8") };
	} catch (error) {
		return isAbsent(error) ? undefined : { problem: reason(error) };
	}
}

function readNames(folder: string): readonly string[] | undefined {
	try {
		return readdirSync(folder).sort();
	} catch {
		return undefined;
	}
}

const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
