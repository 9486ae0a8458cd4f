import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPodman } from "../../scripts/engine/podman.mjs";
import { whyNoEngine } from "../../scripts/engine/engine.mjs";
import type { Docker } from "../../src/docker/docker.ts";
import { follow } from "./follow-log.ts";
import { client, find, get, until } from "./own-engine.ts";

describe.skipIf(whyNoEngine() !== undefined)("Podman's socket", () => {
	let podman: Awaited<ReturnType<typeof startPodman>> | undefined;
	let docker: Docker;
	let release = (): void => {};

	beforeAll(async () => {
		podman = await startPodman({ log: () => {} });
		docker = client({ host: `unix://${podman.socket}` });
		release = docker.connection.hold();
		await docker.settled("containers");
	});
	afterAll(async () => {
		release();
		docker.dispose();
		await podman?.stop();
	});

	/** Made and started by Podman's own program, from outside. */
	const run = (name: string, ...command: readonly string[]): string =>
		podman?.podman("run", "--detach", "--name", name, "busybox:test", ...command).trim() ?? "";

	test("is known for what it is", () => {
		expect(docker.connection.status).toMatchObject({ kind: "connected", product: "Podman", version: "4.3.1", apiVersion: "1.41" });
	});

	test("lists, and follows what happens from outside by its events", async () => {
		await docker.settled("images");
		expect([...docker.model.images.values()].flatMap(({ tags }) => tags)).toEqual([expect.stringMatching(/busybox:test$/)]);
		const id = run("web", "sleep", "1000");
		await until(docker, () => find(docker, id)?.state === "running");
		expect(get(docker, id)).toMatchObject({ name: "web", state: "running" });
		podman?.podman("rm", "--force", "--time", "0", "web");
		await until(docker, () => find(docker, id) === undefined);
	});

	test("starts, stops, restarts, pauses and removes", async () => {
		const id = run("job", "sh", "-c", "trap 'exit 7' TERM; while :; do sleep 0.1; done");
		await until(docker, () => find(docker, id)?.state === "running");
		await docker.containers.stop(get(docker, id));
		await until(docker, () => find(docker, id)?.state === "exited");
		await docker.containers.start(get(docker, id));
		await until(docker, () => find(docker, id)?.state === "running");
		await docker.containers.restart(get(docker, id));
		await until(docker, () => find(docker, id)?.state === "running");
		await docker.containers.remove(get(docker, id));
		await until(docker, () => find(docker, id) === undefined);
	});

	test("tells what a container says, now and later", async () => {
		const id = run("talker", "sh", "-c", "echo first; echo wrong >&2; sleep 0.5; echo last; sleep 1000");
		await until(docker, () => find(docker, id) !== undefined);
		const log = follow(docker, get(docker, id));
		await log.until(() => log.texts().length >= 3);
		await log.end();
		expect(log.lines.map(({ stream, text }) => `${stream} ${text}`)).toEqual(["stdout first", "stderr wrong", "stdout last"]);
	});

	test("opens a shell, with the size of the terminal and the exit code", async () => {
		const id = run("shop", "sleep", "1000");
		await until(docker, () => find(docker, id)?.state === "running");
		let text = "";
		const shell = await docker.containers.runProgram(id, { command: ["/bin/sh"] }, { columns: 81, rows: 24 }, (part) => (text += part));
		shell.write("echo in-$((40+2)); until stty size | grep 81; do sleep 0.1; done; exit 3\r");
		expect(await shell.ended).toBe(3);
		expect(text).toMatch(/in-42[^]*24 81/);
		expect(await docker.containers.shells(id)).toContain("/bin/sh");
	});

	test("is attached to, lets go and goes on; tells processes and changed files", async () => {
		const id = run("reader", "sh", "-c", "echo x > /new; while :; do echo tick; sleep 0.1; done");
		await until(docker, () => find(docker, id)?.state === "running");
		let text = "";
		const attached = await docker.containers.attach(id, { columns: 80, rows: 24 }, (part) => (text += part));
		await expect.poll(() => text, { timeout: 10_000, interval: 20 }).toMatch(/tick/);
		attached.close();
		await attached.ended;
		expect(get(docker, id).state).toBe("running");
		expect((await docker.containers.processes(id)).rows.length).toBeGreaterThan(0);
		expect(await docker.containers.changedFiles(id)).toContainEqual({ path: "/new", change: "added" });
	});
});
