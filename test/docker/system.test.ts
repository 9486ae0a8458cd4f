import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Candidate } from "../../src/docker/actions/system.ts";
import { client, make, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};
let folder = "";
const never = new AbortController().signal;
const mine = randomUUID().slice(0, 8);

beforeAll(async () => {
	release = docker.connection.hold();
	folder = await mkdtemp(join(tmpdir(), "hullwright-system-"));
	await docker.settled("images");
});
afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
	release();
});

/** An image of one file with so many random bytes. */
async function image(name: string, bytes: number): Promise<string> {
	const archive = join(folder, "image.tar");
	execFileSync("sh", ["-c", 'cd "$1" && head -c "$2" /dev/urandom > file && tar -cf image.tar file', "sh", folder, String(bytes)]);
	return docker.images.import(archive, name, never);
}

test("what takes space is told by class, with what nothing needs", async () => {
	const writer = await run("writer", "head -c 300000 /dev/urandom > /file");
	await writer.wait();
	await outside.createVolume({ Name: `hullwright-${mine}` });
	const disk = await docker.system.diskUsage();
	expect(disk.images.total).toBeGreaterThan(1_000_000);
	expect(disk.images.items).toContainEqual(expect.objectContaining({ name: "busybox:test", isUsed: true }));
	const container = disk.containers.items.find(({ id }) => id === writer.id);
	expect(container).toMatchObject({ isUsed: false });
	expect(container?.size).toBeGreaterThanOrEqual(300_000);
	expect(disk.containers.reclaimable).toBeGreaterThanOrEqual(300_000);
	expect(disk.volumes.items).toContainEqual({ id: `hullwright-${mine}`, name: `hullwright-${mine}`, size: 0, isUsed: false });
	await outside.getVolume(`hullwright-${mine}`).remove();
	await writer.remove();
});

test("only what was chosen goes, and the bytes that it has freed are told", async () => {
	const loser = await image(`hullwright-prune:${mine}`, 2_000_000);
	await image(`hullwright-prune:${mine}`, 1_000);
	const keeper = await image(`hullwright-keep:${mine}`, 1_000_000);
	const [stopped, running] = [await make("stopped", "true"), await run("running", "sleep 60")];
	const [free, chosen] = [`hullwright-free-${mine}`, `hullwright-chosen-${mine}`];
	for (const name of [free, chosen]) await outside.createVolume({ Name: name });
	const network = await outside.createNetwork({ Name: `hullwright-${mine}` });
	const joined = await outside.createNetwork({ Name: `hullwright-joined-${mine}` });
	const sleeper = await make("sleeper", "true", { HostConfig: { NetworkMode: `hullwright-joined-${mine}` } });
	await until(docker, () => docker.model.networks.has(joined.id) && docker.model.containers.has(sleeper.id) && docker.model.networks.has(network.id));

	const all = await docker.system.candidates(["containers", "images", "networks", "volumes"]);
	const ids = all.map(({ id }) => id);
	expect(ids).toEqual(expect.arrayContaining([loser, keeper, stopped.id, free, chosen, network.id]));
	expect(ids).not.toContain(running.id);
	expect(ids).not.toContain(joined.id);
	const sizeOf = (wanted: string): number => all.find(({ id }) => id === wanted)?.size ?? 0;
	expect(sizeOf(loser)).toBeGreaterThanOrEqual(2_000_000);

	const wanted = all.filter(({ id }) => [loser, stopped.id, network.id, chosen].includes(id));
	const seen: Candidate[] = [];
	const { removed, freed, failures } = await docker.system.clear(wanted, never, (candidate) => void seen.push(candidate));
	expect(failures).toEqual([]);
	expect(removed.map(({ of }) => of)).toEqual(["containers", "images", "networks", "volumes"]);
	expect(seen).toEqual(removed);
	expect(freed).toBeGreaterThanOrEqual(2_000_000);
	// Engines that keep images in containerd have them twice: as they are sent, and unpacked.
	expect(freed).toBeLessThan(4_500_000);
	expect((await outside.listVolumes()).Volumes.map(({ Name }) => Name)).toContain(free);
	await expect(outside.getImage(keeper).inspect()).resolves.toBeDefined();
	await expect(outside.getImage(loser).inspect()).rejects.toThrow(/no such image/i);

	for (const tag of ["prune", "keep"]) await outside.getImage(`hullwright-${tag}:${mine}`).remove();
	await sleeper.remove();
	await joined.remove();
	await outside.getVolume(free).remove();
	await running.remove({ force: true });
});

test("a network stays that one which does not run is in, whatever it is called, and one that is the configuration of others", async () => {
	const strange = await outside.createNetwork({ Name: `odd\u202e"'\n${mine}` });
	const long = await outside.createNetwork({ Name: `${"long-".repeat(60)}${mine}` });
	const configuration = await outside.createNetwork({ Name: `hullwright-configuration-${mine}`, ConfigOnly: true } as never);
	const free = await outside.createNetwork({ Name: `hullwright-free-${mine}` });
	const sleepers = await Promise.all([strange, long].map(({ id }) => make("sleeper", "true", { HostConfig: { NetworkMode: id } })));
	const ids = (await docker.system.candidates(["networks"])).map(({ id }) => id);
	for (const sleeper of sleepers) await sleeper.remove();
	for (const network of [strange, long, configuration, free]) await network.remove();
	expect(ids).toContain(free.id);
	for (const network of [strange, long, configuration]) expect(ids).not.toContain(network.id);
});

test("what is needed by now stays, and is named", async () => {
	const name = `hullwright-late-${mine}`;
	await outside.createVolume({ Name: name });
	const all = await docker.system.candidates(["volumes"]);
	const user = await run("user", "sleep 60", { HostConfig: { Binds: [`${name}:/v`] } });
	const { removed, failures } = await docker.system.clear(
		all.filter(({ id }) => id === name),
		never,
	);
	expect(removed).toEqual([]);
	expect(failures).toMatchObject([{ candidate: { id: name }, error: { kind: "conflict" } }]);
	await user.remove({ force: true });
	await outside.getVolume(name).remove();
});

test("an image that others are made of only loses its tags, which is told; where those go, too, it does", async () => {
	const parent = `hullwright-parent:${mine}`;
	const child = `hullwright-child:${mine}`;
	await image(parent, 500_000);
	await writeFile(join(folder, "Dockerfile"), `FROM ${parent}\nLABEL child=${mine}\n`);
	// The old builder makes images of images, as `docker commit` does.
	const build = (): unknown =>
		execFileSync("docker", ["build", "--quiet", "--tag", child, folder], { env: { ...process.env, DOCKER_BUILDKIT: "0" }, stdio: "ignore" });
	build();
	const candidates = async (...tags: readonly string[]): Promise<readonly Candidate[]> =>
		(await docker.system.candidates(["images"])).filter((each) => each.tags?.some((tag) => tags.includes(tag)));
	const [one] = await candidates(parent);
	const { removed, failures } = await docker.system.clear(one ? [one] : [], never);
	const left = await outside
		.getImage(one?.id ?? "")
		.inspect()
		.catch(() => undefined);
	// Engines that keep images in containerd know of no images that others are made of.
	if (left)
		expect({ removed, failures }).toMatchObject({ removed: [], failures: [{ error: { kind: "conflict", detail: expect.stringContaining("lost its tags") } }] });
	else expect({ removed, failures }).toMatchObject({ removed: [{ name: parent }], failures: [] });

	await outside.getImage(child).remove();
	await image(parent, 500_000);
	build();
	const both = await candidates(parent, child);
	expect(await docker.system.clear(both, never)).toMatchObject({ removed: both, failures: [] });
});

test("what builds have left is one thing that can go", async () => {
	const dockerfile = ["FROM busybox:test", "COPY file /", ""].join("\n");
	await writeFile(join(folder, "file"), randomBytes(700_000));
	await writeFile(join(folder, "Dockerfile"), dockerfile);
	const env = { ...process.env, DOCKER_BUILDKIT: "1" };
	execFileSync("docker", ["build", "--quiet", "--tag", `hullwright-build:${mine}`, folder], { env, stdio: "ignore" });
	await outside.getImage(`hullwright-build:${mine}`).remove();
	const [cache, ...others] = await docker.system.candidates(["buildCache"]);
	expect(others).toEqual([]);
	expect(cache?.size).toBeGreaterThanOrEqual(700_000);
	const { freed } = await docker.system.clear(cache ? [cache] : [], never);
	// Nothing of what images have as well.
	expect(freed).toBeGreaterThanOrEqual(700_000);
	expect(Math.abs(freed - (cache?.size ?? 0))).toBeLessThan(10_000);
	expect((await docker.system.diskUsage()).buildCache.reclaimable).toBe(0);
});
