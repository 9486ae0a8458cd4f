import { execFileSync } from "node:child_process";
import { request } from "node:http";

/** The engine that `npm test` provides; without one, what needs containers is skipped. */
export const hasEngine = process.env["DOCKER_HOST"] !== undefined && !process.env["DOCKER_HOST"].includes("/nonexistent/");

/** Does something to the engine that VS Code does not know of. */
export function docker(...args: readonly string[]): string {
	return execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** As `docker`, without the time that the program takes to start: answers when the engine has done it. */
export function post(path: string, body?: unknown): Promise<void> {
	const socketPath = process.env["DOCKER_SOCK"];
	if (!socketPath) throw new Error("DOCKER_SOCK must name the engine's socket");
	return new Promise((resolve, reject) => {
		request({ socketPath, path, method: "POST", ...(body !== undefined && { headers: { "Content-Type": "application/json" } }) }, (response) => {
			response.resume();
			if (response.statusCode === 204 || response.statusCode === 201) resolve();
			else reject(new Error(`${path} was answered with ${response.statusCode}`));
		})
			.on("error", reject)
			.end(body === undefined ? undefined : JSON.stringify(body));
	});
}

/** Removes all that a test has made, by their names: an attempt before may have left some. */
export function withoutContainers(names: RegExp): void {
	const left = docker("ps", "--all", "--format={{.Names}}")
		.split("\n")
		.filter((name) => names.test(name));
	if (left.length > 0) docker("rm", "--force", "--volumes", ...left);
}
