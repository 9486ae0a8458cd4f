import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

	test("gets a volume back from a file and cloned, with all that is in it, and tells of volumes that come and go", async () => {
		const fill =
			"cd /v && mkdir -p a/b && echo hello > a/file && chmod 640 a/file && ln -s /nowhere a/link && ln a/file a/hard && echo odd > 'a b'; sleep 1000";
		const id = podman?.podman("run", "--detach", "--name", "filler", "--volume", "one:/v", "busybox:test", "sh", "-c", fill).trim() ?? "";
		await until(docker, () => find(docker, id)?.state === "running");
		const contents = (volume: string): Promise<readonly unknown[]> =>
			docker.files.download({ of: "volume", id: volume }, "/", async (entries) => {
				const found: (readonly [name: string, ...unknown[]])[] = [];
				for await (const { header } of entries) found.push([header.name, header.kind, header.mode, header.size, header.target]);
				return found.sort(([one], [other]) => (one < other ? -1 : 1));
			});
		// Owners are not to be had: whoever asks Podman for files is given them as root's.
		await expect.poll(() => contents("one")).toContainEqual([expect.stringMatching(/a b$/), "file", 0o644, 4, undefined]);
		const folder = await mkdtemp(join(tmpdir(), "hullwright-podman-volume-"));
		const never = new AbortController().signal;
		await docker.volumes.save("one", join(folder, "one.tar"), never);
		await docker.volumes.restore("two", join(folder, "one.tar"), never);
		await rm(folder, { recursive: true });
		await docker.volumes.clone("one", "three", never);
		for (const volume of ["two", "three"]) expect(await contents(volume)).toEqual(await contents("one"));
		await until(docker, () => ["one", "two", "three"].every((name) => docker.model.volumes.has(name)));
		await docker.files.end();
		podman?.podman("rm", "--force", "--time", "0", "filler");
		podman?.podman("volume", "rm", "one", "two", "three");
		await until(docker, () => docker.model.volumes.size === 0);
	});

	test("tells what images take, each once and by its whole names, and says what it cannot do", async () => {
		podman?.podman("tag", "busybox:test", "again:2");
		const { images } = await docker.system.diskUsage();
		expect(images.items).toMatchObject([{ tags: expect.arrayContaining([expect.stringMatching(/\/busybox:test$/), "localhost/again:2"]) }]);
		expect(images.total).toBeGreaterThan(1_000_000);
		podman?.podman("rmi", "again:2");
		const id = run("policy", "sleep", "1000");
		await until(docker, () => find(docker, id)?.state === "running");
		await expect(docker.containers.setRestartPolicy(get(docker, id), { name: "always", most: 0 })).rejects.toMatchObject({ kind: "rejected" });
	});
});
