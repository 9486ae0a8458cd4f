import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TestRegistry = {
	/** `127.0.0.1:port`, as images are named by it. */
	readonly host: string;
	stop(): Promise<void>;
};

/** The password of `moby`, in the form that the registry's file of users has. */
const users = "moby:$2b$05$DdnC1rWPZwx/4lR1D.PdY.MnfZwK36006vntzjx3ueJp6GG3Z7N1O\n";
export const user = { name: "moby", password: "whale-4711" };

/** Debian's registry on a free port of this machine. `isLocked`: only for `user`. */
export async function startRegistry({ isLocked = false } = {}): Promise<TestRegistry> {
	const folder = await mkdtemp(join(tmpdir(), "hullwright-registry-"));
	const host = `127.0.0.1:${await freePort()}`;
	await writeFile(join(folder, "users"), users);
	const auth = isLocked ? ["auth:", "  htpasswd:", "    realm: test", `    path: ${join(folder, "users")}`] : [];
	const config = [
		"version: 0.1",
		"log:",
		"  level: error",
		"storage:",
		"  filesystem:",
		`    rootdirectory: ${folder}/data`,
		"http:",
		`  addr: ${host}`,
		...auth,
	];
	await writeFile(join(folder, "config.yml"), `${config.join("\n")}\n`);
	const child = spawn("docker-registry", ["serve", join(folder, "config.yml")], { stdio: "ignore" });
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	child.on("error", () => {});
	const answers = async (): Promise<boolean> =>
		fetch(`http://${host}/v2/`).then(
			() => true,
			() => false,
		);
	for (const since = Date.now(); !(await answers());) {
		if (Date.now() - since > 15_000 || child.exitCode !== null) throw new Error("docker-registry does not answer: is it installed?");
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	return {
		host,
		async stop() {
			child.kill();
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
