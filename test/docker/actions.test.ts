import { afterAll, beforeAll, expect, test } from "vitest";
import { isEnding } from "../../src/extension/explorer/container-state.ts";
import { client, find, get, make, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("images");
});
afterAll(() => release());

test("start, stop, restart and remove show what is being done", async () => {
	const { id } = await make("actions", "trap 'exit 0' TERM; while :; do sleep 0.1; done");
	await until(docker, () => Boolean(find(docker, id)));

	await docker.containers.start(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "running" });
	await docker.containers.start(get(docker, id));

	const stopping = docker.containers.stop(get(docker, id));
	expect(get(docker, id).transition, "at once").toBe("stopping");
	await stopping;
	expect(get(docker, id)).toMatchObject({ state: "exited", exitCode: 0 });
	expect(get(docker, id)).not.toHaveProperty("transition");

	const before = (await outside.getContainer(id).inspect()).State.StartedAt;
	await docker.containers.restart(get(docker, id));
	expect(get(docker, id).state).toBe("running");
	expect((await outside.getContainer(id).inspect()).State.StartedAt).not.toBe(before);

	await docker.containers.remove(get(docker, id));
	expect(find(docker, id)).toBeUndefined();
	await expect(outside.getContainer(id).inspect()).rejects.toThrow(/no such container/i);
});

test("pause, unpause and kill", async () => {
	const { id } = await run("paused", "sleep 60");
	await until(docker, () => find(docker, id)?.state === "running");
	await docker.containers.pause(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "paused" });
	await docker.containers.unpause(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "running" });
	const killing = docker.containers.kill(get(docker, id));
	expect(get(docker, id).transition).toBe("killing");
	await killing;
	expect(get(docker, id)).toMatchObject({ state: "exited", exitCode: 137 });
	expect(get(docker, id)).not.toHaveProperty("details.isOutOfMemory");
});

test.each(["stop", "restart", "remove"] as const)("one that does not listen to %s is killed meanwhile, and what was begun is done", async (verb) => {
	const { id } = await run("deaf", "trap '' TERM; while :; do sleep 1; done", { StopTimeout: 300 });
	await until(docker, () => find(docker, id)?.state === "running");
	const told = new Promise<void>((resolve) => void docker.onEvent(({ id: of, action }) => of === id && action === "kill" && resolve()));
	const begun = docker.containers[verb](get(docker, id));
	await told;
	expect(isEnding(get(docker, id))).toBe(true);
	await docker.containers.kill(get(docker, id));
	await begun;
	await until(docker, () => (verb === "remove" ? !find(docker, id) : find(docker, id)?.state === (verb === "stop" ? "exited" : "running")));
	if (verb === "restart") await docker.containers.kill(get(docker, id));
});

test("removing a container made with --rm is no error", async () => {
	const { id } = await run("rm", "sleep 60", { HostConfig: { AutoRemove: true } });
	await until(docker, () => find(docker, id)?.state === "running");
	await docker.containers.remove(get(docker, id));
	await until(docker, () => !find(docker, id));
});

test("a container that is gone, one that cannot start: the cause in the engine's words", async () => {
	const { id } = await make("broken", "true", { Cmd: ["/no/such/program"] });
	await until(docker, () => Boolean(find(docker, id)));
	const broken = get(docker, id);
	await expect(docker.containers.start(broken)).rejects.toMatchObject({ kind: "rejected", detail: expect.stringContaining("no such file or directory") });
	expect(get(docker, id)).not.toHaveProperty("transition");
	await docker.containers.remove(broken);
	await expect(docker.containers.stop(broken)).rejects.toMatchObject({ kind: "missing" });
});

test("inspect masks secrets", async () => {
	const { id } = await make("secretive", "true", { Env: ["DB_PASSWORD=hunter2", "URL=postgres://me:hunter2@db/x", "LEVEL=debug"] });
	const { Config } = (await docker.containers.inspect(id)) as { Config: { Env: string[] } };
	expect(Config.Env).toEqual(expect.arrayContaining(["DB_PASSWORD=••••••", "URL=postgres://me:••••••@db/x", "LEVEL=debug"]));
});

test("an image in use is not removed, and the engine says by whom", async () => {
	await make("user", "true");
	await expect(docker.images.remove("busybox:test")).rejects.toMatchObject({
		kind: "conflict",
		detail: expect.stringMatching(/container [0-9a-f]{10,} is using/),
	});
});

test("what has gone meanwhile is as it was wanted: removing it is no failure", async () => {
	for (const isActive of [true, false]) {
		const container = await (isActive ? run : make)("quicker", "sleep 60");
		await until(docker, () => find(docker, container.id)?.state === (isActive ? "running" : "created"));
		const row = get(docker, container.id);
		await container.remove({ force: true });
		await docker.containers.remove(row);
		await until(docker, () => !find(docker, container.id));
	}
	const name = `quicker-${process.pid}`;
	const { id } = await outside.createNetwork({ Name: name });
	await outside.createVolume({ Name: name });
	await outside.getNetwork(id).remove();
	await outside.getVolume(name).remove();
	await docker.networks.remove(id);
	await docker.volumes.remove(name, false);
});
