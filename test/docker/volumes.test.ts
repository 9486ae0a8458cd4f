import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { client, find, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};
let folder = "";
const never = new AbortController().signal;
const made = new Set<string>();

beforeAll(async () => {
	release = docker.connection.hold();
	folder = await mkdtemp(join(tmpdir(), "hullwright-volumes-"));
	await docker.settled("volumes");
});
afterAll(async () => {
	for (const name of made)
		await outside
			.getVolume(name)
			.remove({ force: true })
			.catch(() => {});
	await rm(folder, { recursive: true, force: true });
	release();
});

let number = 0;
async function volume(labels: Readonly<Record<string, string>> = {}): Promise<string> {
	const name = newName();
	await docker.volumes.create({ name, driver: "local", labels });
	return name;
}
function newName(): string {
	const name = `hullwright-test-${process.pid}-${number++}`;
	made.add(name);
	return name;
}

/** What a shell says that runs in a container with the volume at /v. */
async function inside(name: string, command: string): Promise<string> {
	const container = await run("inside", command, { HostConfig: { Binds: [`${name}:/v`] } });
	await container.wait();
	const output = (await container.logs({ stdout: true, stderr: true })) as unknown as Buffer;
	await container.remove();
	return output.toString().replaceAll(/[\x00-\x02]\0\0\0[^]{4}/g, "");
}

/** Owners, modes, links, times, a file with a hole, and names that a shell or a screen would take for something else. */
const fill = [
	"cd /v && mkdir -p a/b empty && echo hello > a/file && chmod 640 a/file && chown 1000:2000 a/file a",
	"chmod 1777 . && chown 33:44 . && echo run > a/b/run && chmod 4755 a/b/run",
	"ln -s file a/link && ln -s /nowhere a/dangling && ln -s ../../../../etc/hosts a/b/up && ln a/file a/hard",
	"mknod null c 1 3 && ln -s $(printf '%0120d' 0) long && echo byte > \"$(printf 'byte-\\377')\"",
	"dd if=/dev/urandom of=sparse bs=1k count=4 seek=20480 2>/dev/null",
	"touch -d '2001-02-03 04:05:06' a/file && echo odd > \"$(printf 'new\\nline')\" && echo odd > '--help; $(reboot)' && mkfifo pipe",
].join(" && ");
const contents =
	"cd /v && find . -print0 | sort -z | xargs -0 stat -c '%n %a %u:%g %s %F %h' && stat -c '%Y' a/file && readlink a/link && readlink a/dangling && readlink a/b/up && readlink long && find . -type f -print0 | sort -z | xargs -0 md5sum";

test.each(["volume.tar", "volume.tar.gz"])("a volume goes to %s and comes back the same", async (file) => {
	const name = await volume();
	await inside(name, fill);
	const before = await inside(name, contents);
	expect(before).toContain("./a/file 640 1000:2000 6 regular file 2");
	expect(before).toContain("./sparse 644 0:0 20975616 regular file 1");
	const path = join(folder, file);
	await docker.volumes.save(name, path, never);
	const again = newName();
	await docker.volumes.restore(again, path, never);
	expect(await inside(again, contents)).toBe(before);
	// What helped has gone.
	expect((await outside.listContainers({ all: true })).filter(({ Labels }) => "com.hullwright.helper" in Labels)).toEqual([]);
	expect((await outside.listImages()).filter(({ Size }) => Size === 0)).toEqual([]);
});

test("a volume is cloned with all that is in it, and is not Compose's", async () => {
	const name = await volume({ mine: "yes", "com.docker.compose.project": "shop" });
	await inside(name, fill);
	const copy = newName();
	await docker.volumes.clone(name, copy, never);
	expect(await inside(copy, contents)).toBe(await inside(name, contents));
	expect((await outside.getVolume(copy).inspect()).Labels).toEqual({ mine: "yes" });
	await expect(docker.volumes.clone(name, copy, never)).rejects.toMatchObject({ kind: "conflict" });
});

test("cancelled, neither a file nor a volume is left, nor what helped", async () => {
	const name = await volume();
	await inside(name, "dd if=/dev/urandom of=/v/big bs=1M count=8 2>/dev/null");
	const files = await readdir(folder);
	const saving = new AbortController();
	await expect(docker.volumes.save(name, join(folder, "no.tar"), saving.signal, () => saving.abort())).rejects.toThrow();
	expect(await readdir(folder)).toEqual(files);

	await docker.volumes.save(name, join(folder, "big.tar"), never);
	const restoring = new AbortController();
	const fresh = newName();
	await expect(docker.volumes.restore(fresh, join(folder, "big.tar"), restoring.signal, () => restoring.abort())).rejects.toThrow();
	await expect(outside.getVolume(fresh).inspect()).rejects.toThrow(/no such volume/i);
	const cloning = new AbortController();
	await expect(docker.volumes.clone(name, fresh, cloning.signal, () => cloning.abort())).rejects.toThrow();
	await expect(outside.getVolume(fresh).inspect()).rejects.toThrow(/no such volume/i);
	expect((await outside.listContainers({ all: true })).filter(({ Labels }) => "com.hullwright.helper" in Labels)).toEqual([]);
});

test("what is no archive makes no volume, and says so", async () => {
	await writeFile(join(folder, "text.tar"), "this is no archive, but it is long enough to be taken for one. ".repeat(20));
	const name = newName();
	const refusal = (file: string): object => ({ name: "DockerError", kind: "rejected", detail: expect.stringMatching(`^${file} is no whole archive`) });
	await expect(docker.volumes.restore(name, join(folder, "text.tar"), never)).rejects.toMatchObject(refusal("text.tar"));
	await expect(outside.getVolume(name).inspect()).rejects.toThrow(/no such volume/i);
	const full = await volume();
	await inside(full, "dd if=/dev/urandom of=/v/big bs=1M count=2 2>/dev/null");
	for (const file of ["whole.tar.gz", "whole.tar"]) {
		await docker.volumes.save(full, join(folder, file), never);
		// A short one is read, and unzipped, before there is a volume.
		for (const length of [1_000_000, 40]) {
			await writeFile(join(folder, `half-${file}`), (await readFile(join(folder, file))).subarray(0, length));
			await expect(docker.volumes.restore(name, join(folder, `half-${file}`), never)).rejects.toMatchObject(refusal(`half-${file}`));
			await expect(outside.getVolume(name).inspect()).rejects.toThrow(/no such volume/i);
		}
	}
});

test("one that has gone meanwhile is not made anew, to be saved or looked at without anything in it", async () => {
	const name = newName();
	const files = await readdir(folder);
	for (const ask of [() => docker.volumes.save(name, join(folder, "gone.tar"), never), () => docker.files.list({ of: "volume", id: name }, "/")])
		await expect(ask()).rejects.toMatchObject({ kind: "missing" });
	await docker.files.end();
	expect(await readdir(folder)).toEqual(files);
	await expect(outside.getVolume(name).inspect()).rejects.toThrow(/no such volume/i);
});

test("sizes are measured when somebody asks, stay in the rows, and go with the volume", async () => {
	const name = await volume();
	await inside(name, "dd if=/dev/zero of=/v/file bs=1k count=500 2>/dev/null");
	await until(docker, () => docker.model.volumes.has(name));
	expect(docker.model.volumes.get(name)).not.toHaveProperty("size");
	await docker.volumes.measure();
	const size = docker.model.volumes.get(name)?.size ?? 0;
	expect(size).toBeGreaterThanOrEqual(512_000);
	// Other volumes come, and all are listed anew.
	const other = await volume();
	await until(docker, () => docker.model.volumes.has(other));
	expect(docker.model.volumes.get(name)?.size).toBe(size);
	await docker.volumes.remove(name, false);
	await until(docker, () => !docker.model.volumes.has(name));
});

test("one in use is not removed, and a second of the same name is not made", async () => {
	const name = await volume();
	const user = await run("user", "sleep 60", { HostConfig: { Binds: [`${name}:/v`] } });
	await until(docker, () => find(docker, user.id)?.volumes[0]?.name === name);
	await expect(docker.volumes.remove(name, false)).rejects.toMatchObject({ kind: "conflict" });
	await expect(docker.volumes.create({ name, driver: "local", labels: {} })).rejects.toMatchObject({ kind: "conflict" });
	expect(await docker.volumes.drivers()).toContain("local");
	expect(await docker.volumes.inspect(name)).toMatchObject({ Name: name, Driver: "local" });
	await user.remove({ force: true });
});
