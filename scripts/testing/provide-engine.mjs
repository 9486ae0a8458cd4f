// The engine that the tests use: the user's by DOCKER_HOST, else a private one.
import { execFileSync } from "node:child_process";
import { startEngine, whyNoEngine } from "../engine/engine.mjs";
import { importBusybox } from "../engine/images.mjs";
import { installPackages } from "../engine/requirements.mjs";

/**
 * Answers `{ env, stop }`, or `{ missing }` with the reason why there is none. A private engine has `another`, which starts one more of its kind.
 * DOCKER_TESTS=off wants none, auto (the default) goes on without, and with `require` the caller must fail.
 * @returns {Promise<{ env?: NodeJS.ProcessEnv, stop?: () => unknown, another?: () => Promise<{ env: NodeJS.ProcessEnv, stop: () => unknown }>, missing?: string }>}
 */
export async function provideEngine(log) {
	if (process.env["DOCKER_TESTS"] === "off") return { missing: "DOCKER_TESTS=off" };
	if (process.env["DOCKER_HOST"]) return useEngine(log);
	const missing = whyNoEngine();
	if (missing) return { missing: `${missing}; set DOCKER_HOST to use an engine that runs` };
	try {
		await installPackages(connectionPackages, log);
		const start = async () => {
			const engine = await startEngine({ log });
			await importBusybox(engine);
			return { env: engine.env, stop: engine.stop };
		};
		return { ...(await start()), another: start };
	} catch (error) {
		return { missing: error.message };
	}
}

/** For the tests of connections that are secured by certificates or by ssh, and of registries. */
const connectionPackages = { openssl: "openssl", ssh: "openssh-client", "ssh-keygen": "openssh-client", "docker-registry": "docker-registry" };

/** The user's engine: the test image is taken away again if it was not there, and tests remove their own containers. */
async function useEngine(log) {
	const env = { ...process.env };
	if (env["DOCKER_HOST"]?.startsWith("unix://")) env["DOCKER_SOCK"] = env["DOCKER_HOST"].slice("unix://".length);
	const docker = (...args) => execFileSync("docker", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
	try {
		log(`using the engine ${docker("version", "--format", "{{.Server.Version}}")} at ${env["DOCKER_HOST"]}`);
		const hadImage = docker("images", "--quiet", "busybox:test") !== "";
		if (whyNoEngine() === undefined) await installPackages({ ...connectionPackages, busybox: "busybox-static" }, log);
		if (!hadImage) {
			await importBusybox({ env });
		}
		return { env, stop: async () => hadImage || docker("rmi", "busybox:test") };
	} catch (error) {
		return { missing: `the engine at ${env["DOCKER_HOST"]} cannot be used: ${String(error.stderr ?? error.message).trim()}` };
	}
}
