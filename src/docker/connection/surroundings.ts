import { readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";

/** All that the resolution sees of the machine. `read` answers undefined for a file that is not there; `list` the names in a folder, or none. */
export type Surroundings = {
	readonly platform: NodeJS.Platform;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	read(path: string): Promise<string | undefined>;
	exists(path: string): Promise<boolean>;
	list(path: string): Promise<readonly string[]>;
};

/** This machine and this process's environment. */
export const thisMachine: Surroundings = {
	platform: process.platform,
	env: process.env,
	home: homedir(),
	read: (path) => readFile(path, "utf8").catch(() => undefined),
	// A named pipe that is in use answers EBUSY, and exists.
	exists: (path) =>
		stat(path).then(
			() => true,
			(error: NodeJS.ErrnoException) => error.code === "EBUSY",
		),
	list: (path) => readdir(path).catch(() => []),
};
