import type { Surroundings } from "./surroundings.ts";

/** Hosts of the engines whose sockets exist on this machine, the usual one first. Only looks whether they are there; connects to none. */
export async function discoverSockets(around: Surroundings): Promise<readonly string[]> {
	const candidates = around.platform === "win32" ? pipes : await socketPaths(around);
	const exists = await Promise.all(candidates.map((path) => around.exists(path)));
	return candidates.filter((_, index) => exists[index]).map((path) => (around.platform === "win32" ? `npipe://${path}` : `unix://${path}`));
}

const pipes = ["//./pipe/docker_engine", "//./pipe/dockerDesktopLinuxEngine", "//./pipe/podman-machine-default"];

async function socketPaths(around: Surroundings): Promise<readonly string[]> {
	const { env, home } = around;
	const runtime = env["XDG_RUNTIME_DIR"];
	const [colima, lima] = await Promise.all([around.list(`${home}/.colima`), around.list(`${home}/.lima`)]);
	return [
		"/var/run/docker.sock",
		...(runtime ? [`${runtime}/docker.sock`] : []),
		`${home}/.docker/run/docker.sock`,
		`${home}/.docker/desktop/docker.sock`,
		...colima.map((profile) => `${home}/.colima/${profile}/docker.sock`),
		`${home}/.rd/docker.sock`,
		`${home}/.orbstack/run/docker.sock`,
		...lima.map((machine) => `${home}/.lima/${machine}/sock/docker.sock`),
		...(runtime ? [`${runtime}/podman/podman.sock`] : []),
		"/run/podman/podman.sock",
	];
}
