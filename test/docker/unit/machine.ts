import type { Surroundings } from "../../../src/docker/connection/surroundings.ts";

/** A machine that has these files, of the user Someone. On a socket whose text is `stale` nobody listens. */
export function machine(files: Record<string, string>, env: Record<string, string> = {}, platform: NodeJS.Platform = "linux"): Surroundings {
	return {
		platform,
		env,
		home: platform === "win32" ? "C:\\Users\\Someone" : "/home/me",
		user: { name: "me", id: 7, groups: [7] },
		read: async (path) => files[path],
		exists: async (path) => path in files,
		list: async (path) => [
			...new Set(
				Object.keys(files)
					.filter((file) => file.startsWith(`${path}/`))
					.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""),
			),
		],
		groupOf: async (path) => (path in files ? 999 : undefined),
		accepts: async (path) => path in files && files[path] !== "stale",
	};
}
