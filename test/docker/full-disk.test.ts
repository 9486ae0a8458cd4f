import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Place } from "../../src/docker/files/entry.ts";
import { saveToFile, writeWhole } from "../../src/docker/transfer.ts";
import { client, outside, run } from "./own-engine.ts";

const docker = client();
const { files } = docker;
const never = new AbortController().signal;
const megabyte = 1024 * 1024;
let release = (): void => {};
let folder = "";
/** A disk of this machine with a megabyte. */
let small = "";

beforeAll(async () => {
	release = docker.connection.hold();
	folder = await mkdtemp(join(tmpdir(), "hullwright-full-"));
	small = join(folder, "small");
	mkdirSync(small);
	execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", small]);
});
afterAll(async () => {
	execFileSync("umount", [small]);
	await rm(folder, { recursive: true, force: true });
	await files.end();
	release();
});

/** A volume, and a container that holds it at /v. Of a few kilobytes where it `isSmall`. */
async function volume(command: string, isSmall = false): Promise<Place> {
	const name = `hullwright-full-${process.pid}-${number++}`;
	const DriverOpts = isSmall ? { type: "tmpfs", device: "tmpfs", o: "size=512k" } : {};
	await outside.createVolume({ Name: name, Driver: "local", DriverOpts });
	const container = await run("full", `cd /v && ${command}; touch /ready; sleep 600`, { HostConfig: { Binds: [`${name}:/v`] } });
	afterAll(async () => {
		await files.end();
		await container.remove({ force: true });
		await outside.getVolume(name).remove();
	});
	await expect.poll(() => container.infoArchive({ path: "/ready" }).then(Boolean, () => false), { timeout: 20_000 }).toBe(true);
	return { of: "volume", id: name };
}
let number = 0;

const namesIn = async (place: Place, path = "/"): Promise<readonly string[]> => (await files.list(place, path)).entries.map(({ name }) => name).sort();

test("what is large gets another name without a program, too", async () => {
	const place = await volume("dd if=/dev/urandom of=large bs=1M count=12 && mkdir -p one/two && cp large one/two && chown 5:6 large && chmod 4750 large");
	await files.rename(place, "/large", "/larger");
	await files.rename(place, "/one", "/another");
	expect(await namesIn(place)).toEqual(["another", "larger"]);
	expect(await files.header(place, "/larger")).toMatchObject({ size: 12 * megabyte, owner: 5, group: 6, mode: 0o4750 });
	expect((await files.read(place, "/another/two/large")).equals(await files.read(place, "/larger"))).toBe(true);
	await expect(files.rename(place, "/larger", "/another")).rejects.toMatchObject({ kind: "conflict", detail: "/another is there already" });
});

test("where a volume is full, nothing of what was begun in it stays, and nothing is lost", async () => {
	const place = await volume("dd if=/dev/urandom of=large bs=1k count=300 && echo kept > kept", true);
	const before = await files.read(place, "/large");
	await expect(files.rename(place, "/large", "/larger")).rejects.toMatchObject({
		kind: "rejected",
		detail: expect.stringContaining("write /larger: no space left on device") as unknown,
	});
	expect(await namesIn(place)).toEqual(["kept", "large"]);
	expect((await files.read(place, "/large")).equals(before)).toBe(true);
});

test("where this machine's disk is full, what was there before stays, and no part of it is left", async () => {
	const place = await volume("dd if=/dev/urandom of=large bs=1k count=2000");
	const target = join(small, "saved.tar");
	writeFileSync(target, "before");
	const full = expect.objectContaining({ code: "ENOSPC" }) as unknown;
	await expect(docker.volumes.save(place.id, target, never)).rejects.toEqual(full);
	await expect(docker.images.save(["busybox:test"], target, never)).rejects.toEqual(full);
	await expect(
		files.download(place, "/large", async (entries) => {
			for await (const { body } of entries) await writeWhole(body(), target);
		}),
	).rejects.toEqual(full);
	expect(readFileSync(target, "utf8")).toBe("before");
	expect(readdirSync(small)).toEqual(["saved.tar"]);
});

test("a disk that takes only the beginning of what is written last is full", async () => {
	rmSync(join(small, "saved.tar"), { force: true });
	const last = Readable.from([Buffer.alloc(megabyte + 4096)], { objectMode: false });
	await expect(saveToFile(last, join(small, "cut.tar"), never)).rejects.toMatchObject({ code: "ENOSPC" });
	expect(readdirSync(small)).toEqual([]);
});
