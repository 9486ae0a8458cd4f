import { readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import type { Surroundings } from "./endpoint.ts";

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
