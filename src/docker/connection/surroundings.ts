import { readdir, readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { homedir, userInfo } from "node:os";

/** All that the resolution sees of the machine. `read` answers undefined for a file that is not there; `list` the names in a folder, or none. */
export type Surroundings = {
	readonly platform: NodeJS.Platform;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	/** Who we are, and the groups that this process has, by number; none on Windows. */
	readonly user: { readonly name: string; readonly id: number | undefined; readonly groups: readonly number[] };
	read(path: string): Promise<string | undefined>;
	exists(path: string): Promise<boolean>;
	list(path: string): Promise<readonly string[]>;
	/** The number of the group that the file belongs to. */
	groupOf(path: string): Promise<number | undefined>;
	/** Whether somebody listens on the socket. */
	accepts(path: string): Promise<boolean>;
};

/** This machine and this process's environment. */
export const thisMachine: Surroundings = {
	platform: process.platform,
	env: process.env,
	home: homedir(),
	get user() {
		return { name: userName(), id: process.getuid?.(), groups: [...(process.getgroups?.() ?? []), ...(process.getegid ? [process.getegid()] : [])] };
	},
	read: (path) => readFile(path, "utf8").catch(() => undefined),
	// A named pipe that is in use answers EBUSY, and exists.
	exists: (path) =>
		stat(path).then(
			() => true,
			(error: NodeJS.ErrnoException) => error.code === "EBUSY",
		),
	list: (path) => readdir(path).catch(() => []),
	groupOf: (path) =>
		stat(path).then(
			({ gid }) => gid,
			() => undefined,
		),
	accepts: (path) =>
		new Promise((resolve) => {
			const socket = connect(path, () => resolve(true));
			socket.on("error", () => resolve(false)).on("connect", () => socket.destroy());
		}),
};

/** Some users have no name, as in a container that runs under any number. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return "";
	}
}
