import type { Surroundings } from "./surroundings.ts";

/** An engine's socket that is there: its host as for `docker -H`, and whose it is by its place. */
export type Found = { readonly url: string; readonly product: string };

type Candidate = { readonly path: string; readonly product: string };

/** The engines whose sockets exist on this machine, the usual one first. Only looks whether they are there; connects to none. */
export async function discoverSockets(around: Surroundings): Promise<readonly Found[]> {
	const isWindows = around.platform === "win32";
	const candidates = isWindows ? await pipes(around) : await sockets(around);
	const exists = await Promise.all(candidates.map(({ path }) => around.exists(path)));
	return candidates.filter((_, index) => exists[index]).map(({ path, product }) => ({ url: `${isWindows ? "npipe" : "unix"}://${path}`, product }));
}

const usualPipes: readonly Candidate[] = [
	{ path: "//./pipe/docker_engine", product: "Docker" },
	{ path: "//./pipe/dockerDesktopLinuxEngine", product: "Docker Desktop" },
	{ path: "//./pipe/dockerDesktopWindowsEngine", product: "Docker Desktop (Windows containers)" },
	{ path: "//./pipe/podman-machine-default", product: "Podman" },
];

/** A machine of Podman's may have any name. */
async function pipes(around: Surroundings): Promise<readonly Candidate[]> {
	const machines = (await around.list("\\\\.\\pipe\\")).filter((name) => /^podman-machine-[\w.-]+$/.test(name) && name !== "podman-machine-default");
	return [...usualPipes, ...machines.map((name) => ({ path: `//./pipe/${name}`, product: `Podman (${name.replace("podman-machine-", "")})` }))];
}

async function sockets(around: Surroundings): Promise<readonly Candidate[]> {
	const { env, home, user } = around;
	const runtime = env["XDG_RUNTIME_DIR"] || (user.id ? `/run/user/${user.id}` : "");
	const one = (product: string, ...paths: string[]): Candidate[] => paths.map((path) => ({ path, product }));
	/** A socket in each folder below: a profile, a machine. */
	const each = async (product: string, folder: string, ...sockets: string[]): Promise<Candidate[]> =>
		(await around.list(folder)).flatMap((name) =>
			sockets.map((socket) => ({ path: `${folder}/${name}/${socket}`, product: name === "default" ? product : `${product} (${name})` })),
		);
	const machines = `${home}/.local/share/containers/podman/machine`;
	const temporary = env["TMPDIR"]?.replace(/\/$/, "");
	const ofPodman = temporary ? (await around.list(`${temporary}/podman`)).filter((name) => name.endsWith("-api.sock")) : [];
	return [
		...one("Docker", "/var/run/docker.sock"),
		...(runtime ? one("Docker (rootless)", `${runtime}/docker.sock`) : []),
		...one("Docker Desktop", `${home}/.docker/run/docker.sock`, `${home}/.docker/desktop/docker.sock`),
		...(await each("Colima", env["COLIMA_HOME"] || `${home}/.colima`, "docker.sock")),
		...(await each("Colima", `${env["XDG_CONFIG_HOME"] || `${home}/.config`}/colima`, "docker.sock")),
		...one("Rancher Desktop", `${home}/.rd/docker.sock`),
		...one("OrbStack", `${home}/.orbstack/run/docker.sock`),
		...(await each("Lima", env["LIMA_HOME"] || `${home}/.lima`, "sock/docker.sock", "sock/podman.sock")),
		...(runtime ? one("Podman", `${runtime}/podman/podman.sock`) : []),
		...one("Podman", "/run/podman/podman.sock", `${machines}/podman.sock`),
		...(await each("Podman", machines, "podman.sock")),
		...ofPodman.map((name) => ({ path: `${temporary}/podman/${name}`, product: `Podman (${name.replace("-api.sock", "")})` })),
	];
}
