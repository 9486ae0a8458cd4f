import { afterAll, beforeAll, expect, test } from "vitest";
import { client, find, get, make, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("containers");
});
afterAll(() => release());

test("a container is renamed: its row says so, and a name that is taken is refused in the engine's words", async () => {
	const { id } = await run("before", "sleep 60");
	const other = await make("taken", "true");
	await until(docker, () => Boolean(find(docker, id) && find(docker, other.id)));
	const name = `after-${id.slice(0, 8)}`;
	const renaming = docker.containers.rename(get(docker, id), name);
	expect(get(docker, id).transition, "at once").toBe("renaming");
	await renaming;
	expect(get(docker, id)).toMatchObject({ name, state: "running" });
	expect(get(docker, id)).not.toHaveProperty("transition");
	await expect(docker.containers.rename(get(docker, id), get(docker, other.id).name)).rejects.toMatchObject({
		kind: "conflict",
		detail: expect.stringContaining("already in use"),
	});
	expect(get(docker, id).name).toBe(name);
});

test("the restart policy of a container is changed while it runs; of one made with --rm the engine refuses it", async () => {
	const { id } = await run("policy", "sleep 60");
	await until(docker, () => find(docker, id)?.state === "running");
	expect(await docker.containers.restartPolicy(id)).toEqual({ name: "no", most: 0 });
	await docker.containers.setRestartPolicy(get(docker, id), { name: "on-failure", most: 3 });
	expect(await docker.containers.restartPolicy(id)).toEqual({ name: "on-failure", most: 3 });
	await docker.containers.setRestartPolicy(get(docker, id), { name: "unless-stopped", most: 0 });
	expect((await outside.getContainer(id).inspect()).HostConfig.RestartPolicy).toMatchObject({ Name: "unless-stopped" });
	expect(get(docker, id)).not.toHaveProperty("transition");

	const passing = await run("passing", "sleep 60", { HostConfig: { AutoRemove: true } });
	await until(docker, () => find(docker, passing.id)?.state === "running");
	await expect(docker.containers.setRestartPolicy(get(docker, passing.id), { name: "always", most: 0 })).rejects.toMatchObject({
		detail: expect.stringMatching(/AutoRemove/i),
	});
});

test("limits are read, and changed together; those below what the engine allows are refused in its words", async () => {
	const { id } = await run("limits", "sleep 60", { HostConfig: { Memory: 64 * mebibyte, MemorySwap: 96 * mebibyte, NanoCpus: 5e8 } });
	await until(docker, () => find(docker, id)?.state === "running");
	expect(await docker.containers.limits(id)).toEqual({ memory: 64 * mebibyte, swap: 96 * mebibyte, cpus: 0.5, processes: 0 });
	// More than there was with swap before.
	await docker.containers.setLimits(get(docker, id), { memory: 128 * mebibyte, swap: 256 * mebibyte, cpus: 0.75, processes: 50 });
	expect(await docker.containers.limits(id)).toEqual({ memory: 128 * mebibyte, swap: 256 * mebibyte, cpus: 0.75, processes: 50 });
	await docker.containers.setLimits(get(docker, id), { processes: 0 });
	expect(await docker.containers.limits(id)).toMatchObject({ memory: 128 * mebibyte, processes: 0 });
	await expect(docker.containers.setLimits(get(docker, id), { memory: mebibyte, swap: mebibyte })).rejects.toMatchObject({
		kind: "rejected",
		detail: expect.stringContaining("Minimum memory limit"),
	});
	expect(get(docker, id)).not.toHaveProperty("transition");

	const byQuota = await make("quota", "true", { HostConfig: { CpuPeriod: 50_000, CpuQuota: 25_000 } });
	await until(docker, () => Boolean(find(docker, byQuota.id)));
	expect(await docker.containers.limits(byQuota.id)).toMatchObject({ cpus: 0.5 });
	await docker.containers.setLimits(get(docker, byQuota.id), { cpus: 0.25 });
	expect(await docker.containers.limits(byQuota.id)).toMatchObject({ cpus: 0.25 });
});

const mebibyte = 1024 * 1024;
