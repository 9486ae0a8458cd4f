import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { client, find, get, make, outside, passing, run, until } from "./own-engine.ts";

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
const folder = mkdtempSync(join(tmpdir(), "hullwright-verbs-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("processes of a container, and that it has none while it does not run", async () => {
	const container = await run("top", "sleep 61 & sleep 62; true");
	await expect.poll(async () => (await docker.containers.processes(container.id)).rows.length, { timeout: 10_000, interval: 50 }).toBe(3);
	const { titles, rows } = await docker.containers.processes(container.id);
	expect(titles).toEqual(expect.arrayContaining(["PID", "CMD"]));
	expect(rows.map((row) => row[titles.indexOf("CMD")])).toEqual(expect.arrayContaining(["sleep 61", "sleep 62"]));
	await container.kill();
	await expect(docker.containers.processes(container.id)).rejects.toMatchObject({ name: "DockerError" });
});

test("what has changed in the files of a container", async () => {
	const container = await run("changes", "echo x > /tmp/new; rm /etc/hostname.test; echo y >> /etc/kept; mkdir -p /a/b; echo z > /a/b/c", {
		Image: await changedImage(),
	});
	await container.wait();
	const files = await docker.containers.changedFiles(container.id);
	expect(files).toEqual(
		expect.arrayContaining([
			{ path: "/a/b/c", change: "added" },
			{ path: "/etc/kept", change: "changed" },
			{ path: "/etc/hostname.test", change: "deleted" },
		]),
	);
	const untouched = await make("untouched", "true");
	expect(await docker.containers.changedFiles(untouched.id)).toEqual([]);
});

/** An image with files to change and to delete. */
async function changedImage(): Promise<string> {
	const container = await run("before-changes", "mkdir -p /etc; echo h > /etc/hostname.test; echo k > /etc/kept");
	await container.wait();
	await container.commit({ repo: "hullwright-changes", tag: "test" });
	return passing("hullwright-changes:test");
}

test("what a container uses at the moment", async () => {
	const container = await run("busy", "while :; do :; done", { HostConfig: { Memory: 64 * mebibyte, NanoCpus: 5e8 } });
	const { cpu, cpus, memory, memoryLimit, processes } = await docker.containers.statistics(container.id);
	await container.kill();
	expect(cpu).toBeGreaterThan(0.02);
	expect(cpu).toBeLessThan(0.9);
	expect(cpus).toBeGreaterThanOrEqual(1);
	expect(memory).toBeGreaterThan(10_000);
	expect(memory).toBeLessThan(64 * mebibyte);
	expect(memoryLimit).toBe(64 * mebibyte);
	expect(processes).toBe(1);
});

test("a container is saved as an image with a message and an author, and says so in its row", async () => {
	const container = await run("saved", "echo hello > /kept; sleep 60");
	await until(docker, () => find(docker, container.id)?.state === "running");
	await expect
		.poll(async () => docker.containers.changedFiles(container.id), { timeout: 10_000, interval: 50 })
		.toContainEqual({ path: "/kept", change: "added" });
	const image = { reference: "hullwright-saved:a.b-1", message: "by hand: “it’s” $x", author: "Someone <me@example.com>", pauses: true };
	const saving = docker.containers.saveAsImage(get(docker, container.id), image);
	expect(get(docker, container.id).transition, "at once").toBe("saving");
	const id = await saving;
	expect(get(docker, container.id)).toMatchObject({ state: "running" });
	const made = outside.getImage(image.reference);
	try {
		expect(await made.inspect()).toMatchObject({ Id: id, Author: image.author });
		const [newest] = (await made.history()) as { readonly Comment: string }[];
		expect(newest?.Comment).toBe(image.message);
	} finally {
		await made.remove({ force: true });
	}
	await expect(docker.containers.saveAsImage(get(docker, container.id), { ...image, reference: "Not-A-Name" })).rejects.toMatchObject({ name: "DockerError" });
	expect(get(docker, container.id)).not.toHaveProperty("transition");
});

test("cancelled, there is no image, its name stays with the image that had it, and the container is not kept waiting", async () => {
	const container = await run("large", "dd if=/dev/urandom of=/large bs=1M count=150 2>/dev/null; echo done; sleep 60");
	await until(docker, () => find(docker, container.id)?.state === "running");
	await expect.poll(async () => (await container.logs({ stdout: true })).toString(), { timeout: 20_000 }).toContain("done");
	const name = passing("hullwright-cancelled:1");
	await outside.getImage("busybox:test").tag({ repo: "hullwright-cancelled", tag: "1" });
	const before = await outside.listImages({ all: true });
	const cancelling = new AbortController();
	const image = { reference: name, message: "", author: "", pauses: true };
	const saving = docker.containers.saveAsImage(get(docker, container.id), image, cancelling.signal);
	await until(docker, () => find(docker, container.id)?.state === "paused");
	cancelling.abort();
	await until(docker, () => find(docker, container.id)?.state === "running", 2_000);
	await expect(saving).rejects.toThrow();
	expect((await outside.listImages({ all: true })).map(({ Id }) => Id).toSorted()).toEqual(before.map(({ Id }) => Id).toSorted());
	expect((await outside.getImage(name).inspect()).Id).toBe((await outside.getImage("busybox:test").inspect()).Id);
});

test("the files of a container are exported to a tar; cancelled or failed, nothing of it is left", async () => {
	const container = await run("exported", "echo hello > /kept; dd if=/dev/zero of=/large bs=1M count=40; echo done; sleep 60");
	await until(docker, () => find(docker, container.id)?.state === "running");
	await expect.poll(async () => (await container.logs({ stdout: true })).toString(), { timeout: 20_000, interval: 50 }).toMatch(/done/);
	const path = join(folder, "files.tar");
	let told = 0;
	const exporting = docker.containers.exportFiles(get(docker, container.id), path, (bytes) => (told = bytes), new AbortController().signal);
	expect(get(docker, container.id).transition, "at once").toBe("exporting");
	await exporting;
	expect(told).toBeGreaterThan(40 * mebibyte);
	expect(execFileSync("tar", ["-xOf", path, "kept"], { encoding: "utf8" })).toBe("hello\n");
	rmSync(path);

	const ending = new AbortController();
	const cancelled = docker.containers.exportFiles(get(docker, container.id), path, () => ending.abort(), ending.signal);
	await expect(cancelled).rejects.toThrow();
	expect(readdirSync(folder)).toEqual([]);
	expect(get(docker, container.id)).not.toHaveProperty("transition");
	const nowhere = docker.containers.exportFiles(get(docker, container.id), join(folder, "none", "files.tar"), () => {}, new AbortController().signal);
	await expect(nowhere).rejects.toThrow(/ENOENT|absent|no such file/i);
	expect(existsSync(path)).toBe(false);
});

test("how much goes with a container is known before it goes", async () => {
	const container = await run("written", "head -c 3000000 /dev/zero > /big; echo done > /ready; sleep 600");
	const bytes = async (): Promise<number> => docker.containers.written(container.id, AbortSignal.timeout(10_000));
	await expect.poll(bytes, { timeout: 10_000 }).toBeGreaterThanOrEqual(3_000_000);
});
