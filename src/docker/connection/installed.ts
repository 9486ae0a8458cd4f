import type { Surroundings } from "./surroundings.ts";

/** An engine that is installed here, and the line for a terminal that starts it. */
export type Installed = { readonly product: string; readonly start: string };

type Sign = Installed & {
	readonly platforms: readonly NodeJS.Platform[];
	/** Programs by their names, looked for in PATH, and other files by their paths: one of them is enough. */
	readonly by: readonly string[];
	/** The line where the machine has no systemd. */
	readonly plainly?: string;
};

const signs: readonly Sign[] = [
	{ product: "Docker", start: "sudo systemctl start docker", plainly: "sudo service docker start", platforms: ["linux"], by: ["dockerd"] },
	{ product: "Docker (rootless)", start: "systemctl --user start docker", platforms: ["linux"], by: ["~/.config/systemd/user/docker.service"] },
	{ product: "Docker Desktop", start: "systemctl --user start docker-desktop", platforms: ["linux"], by: ["/opt/docker-desktop/bin/docker-desktop"] },
	{ product: "Docker Desktop", start: "open -a Docker", platforms: ["darwin"], by: ["/Applications/Docker.app"] },
	{
		product: "Docker Desktop",
		start: "docker desktop start",
		platforms: ["win32"],
		by: ["C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe"],
	},
	{ product: "OrbStack", start: "open -a OrbStack", platforms: ["darwin"], by: ["/Applications/OrbStack.app"] },
	{ product: "Rancher Desktop", start: 'open -a "Rancher Desktop"', platforms: ["darwin"], by: ["/Applications/Rancher Desktop.app"] },
	{ product: "Rancher Desktop", start: "rdctl start", platforms: ["linux", "win32"], by: ["rdctl", "rdctl.exe"] },
	{ product: "Colima", start: "colima start", platforms: ["linux", "darwin"], by: ["colima"] },
	{ product: "Podman", start: "systemctl --user enable --now podman.socket", platforms: ["linux"], by: ["podman"] },
	{ product: "Podman", start: "podman machine start", platforms: ["darwin", "win32"], by: ["podman", "podman.exe"] },
];

/** Where programs are that a server's PATH may leave out. */
const besides = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

/** The engines that are installed on this machine, the likeliest first. Looks for files, and runs nothing. */
export async function findInstalled(around: Surroundings): Promise<readonly Installed[]> {
	const { platform, env, home } = around;
	const isWindows = platform === "win32";
	const folders = (env["PATH"] ?? env["Path"] ?? "").split(isWindows ? ";" : ":");
	const places = [...new Set([...folders.filter(Boolean), ...(isWindows ? [] : besides)])];
	const pathsOf = (name: string): readonly string[] =>
		/[\\/]/.test(name) ? [name.replace(/^~/, home)] : places.map((folder) => `${folder}${isWindows ? "\\" : "/"}${name}`);
	const mine = signs.filter(({ platforms }) => platforms.includes(platform));
	const isThere = await Promise.all(mine.map(async ({ by }) => (await Promise.all(by.flatMap(pathsOf).map((path) => around.exists(path)))).includes(true)));
	const hasSystemd = await around.exists("/run/systemd/system");
	const asRoot = (line: string): string => (around.user.id === 0 ? line.replace(/^sudo /, "") : line);
	return mine.filter((_, index) => isThere[index]).map(({ product, start, plainly = start }) => ({ product, start: asRoot(hasSystemd ? start : plainly) }));
}
