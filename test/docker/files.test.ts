import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Place } from "../../src/docker/files/entry.ts";
import { runIn } from "../../src/docker/files/exec.ts";
import { client, make, outside, run } from "./own-engine.ts";

const docker = client();
const { files } = docker;
let release = (): void => {};
beforeAll(() => {
	release = docker.connection.hold();
});
afterAll(async () => {
	await files.end();
	release();
});

const script = `mkdir -p /srv/app/sub && cd /srv/app && echo hello > plain.txt && chmod 640 plain.txt && chown 12:34 plain.txt && ln -s plain.txt link &&
ln -s sub tosub && ln -s a b && ln -s b a && mkfifo pipe && printf x > "$(printf 'two\\nlines "q" \\342\\200\\256evil')" && printf y > -- && printf z > -rf && touch -d '2020-01-02 03:04:05' plain.txt && echo deep > sub/deep.txt`;

/** The same container, running or stopped. */
async function prepared(state: "running" | "stopped", more: object = {}): Promise<Place> {
	const container = await run("files", `${script}; touch /ready; sleep 600`, more);
	const deadline = Date.now() + 10_000;
	while (Date.now() < deadline) if (await container.infoArchive({ path: "/ready" }).catch(() => undefined)) break;
	if (state === "stopped") await container.kill();
	return { of: "container", id: container.id };
}

describe.each(["running", "stopped"] as const)("files of a %s container", (state) => {
	let place: Place;
	beforeAll(async () => {
		place = await prepared(state);
	});

	test("are listed with sizes, modes, times and owners, whatever their names", async () => {
		const { entries, isPartial } = await files.list(place, "/srv/app");
		expect(isPartial).toBe(false);
		const byName = new Map(entries.map((entry) => [entry.name, entry]));
		expect([...byName.keys()].sort()).toEqual(["--", "-rf", "a", "b", "link", "pipe", "plain.txt", "sub", "tosub", 'two\nlines "q" \u202eevil'].sort());
		expect(byName.get("plain.txt")).toMatchObject({ kind: "file", size: 6, mode: 0o640, owner: 12, group: 34, modified: Date.parse("2020-01-02T03:04:05Z") });
		expect(byName.get("sub")).toMatchObject({ kind: "folder" });
		expect(byName.get("link")).toMatchObject({ kind: "link", leadsTo: "file" });
		expect(await files.stat(place, "/srv/app/link")).toMatchObject({ leadsTo: "file", target: "/srv/app/plain.txt" });
		expect(byName.get("tosub")).toMatchObject({ kind: "link", leadsTo: "folder" });
		expect(byName.get("a")).not.toHaveProperty("leadsTo");
		expect(byName.get("pipe")).toMatchObject({ kind: "other" });
		expect((await files.list(place, "/srv/app/tosub")).entries.map(({ name }) => name)).toEqual(["deep.txt"]);
		expect((await files.list(place, "/")).entries.map(({ name }) => name)).toEqual(expect.arrayContaining(["srv", "bin", "ready"]));
	});

	test("are read, through links too; pipes and circles are not opened", async () => {
		expect((await files.read(place, "/srv/app/plain.txt")).toString()).toBe("hello\n");
		expect((await files.read(place, "/srv/app/link")).toString()).toBe("hello\n");
		expect((await files.read(place, '/srv/app/two\nlines "q" \u202eevil')).toString()).toBe("x");
		expect((await files.read(place, "/srv/app/-rf")).toString()).toBe("z");
		await expect(files.read(place, "/srv/app/pipe")).rejects.toMatchObject({ kind: "rejected" });
		await expect(files.read(place, "/srv/app/a")).rejects.toThrow();
		await expect(files.read(place, "/srv/app/none")).rejects.toMatchObject({ kind: "missing" });
	});

	test("are written with owner and mode kept, also through a link; new ones belong to the folder's owner", async () => {
		await files.write(place, "/srv/app/plain.txt", Buffer.from("changed\n"));
		expect((await files.read(place, "/srv/app/plain.txt")).toString()).toBe("changed\n");
		expect(await files.header(place, "/srv/app/plain.txt")).toMatchObject({ mode: 0o640, owner: 12, group: 34 });
		await files.write(place, "/srv/app/link", Buffer.from("by link\n"));
		expect(await files.stat(place, "/srv/app/link")).toMatchObject({ kind: "link" });
		expect((await files.read(place, "/srv/app/plain.txt")).toString()).toBe("by link\n");
		const long = `${"ä".repeat(100)}.txt`;
		await files.write(place, `/srv/app/sub/${long}`, Buffer.from("new"));
		expect((await files.read(place, `/srv/app/sub/${long}`)).toString()).toBe("new");
		await files.createFolder(place, "/srv/app/made");
		expect(await files.stat(place, "/srv/app/made")).toMatchObject({ kind: "folder", mode: 0o755 });
	});

	test("are renamed and removed, whole folders too", async () => {
		await files.write(place, "/srv/app/-old", Buffer.from("o"));
		await files.rename(place, "/srv/app/-old", "/srv/app/-new");
		await expect(files.stat(place, "/srv/app/-old")).rejects.toMatchObject({ kind: "missing" });
		expect((await files.read(place, "/srv/app/-new")).toString()).toBe("o");
		await files.rename(place, "/srv/app/sub", "/srv/moved");
		expect((await files.read(place, "/srv/moved/deep.txt")).toString()).toBe("deep\n");
		await expect(files.stat(place, "/srv/app/sub")).rejects.toMatchObject({ kind: "missing" });
		await expect(files.rename(place, "/srv/moved", "/srv/moved/below")).rejects.toMatchObject({ kind: "rejected" });
		await files.remove(place, "/srv/moved");
		await expect(files.stat(place, "/srv/moved")).rejects.toMatchObject({ kind: "missing" });
		await files.remove(place, "/srv/app/-rf");
		await files.remove(place, 'srv/app/two\nlines "q" \u202eevil');
		await files.remove(place, "/srv/app/a");
		const names = (await files.list(place, "/srv/app")).entries.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(["--", "-new", "b", "link", "plain.txt"]));
		expect(names).not.toContain("-rf");
		await expect(files.remove(place, "/")).rejects.toMatchObject({ kind: "rejected" });
	});
});

test("what is read-only is said to be so, and is not changed", async () => {
	const volume = await outside.createVolume({});
	const Name = (volume as unknown as { Name?: string; name?: string }).Name ?? (volume as unknown as { name: string }).name;
	const { id } = await make("read-only", "true", { HostConfig: { ReadonlyRootfs: true, Binds: [`${Name}:/data`, `${Name}:/fixed:ro`] } });
	const place: Place = { of: "container", id };
	expect(await files.readOnly(place, "/etc/hosts")).toBe("root");
	expect(await files.readOnly(place, "/fixed/x")).toBe("mount");
	expect(await files.readOnly(place, "/data/x")).toBeUndefined();
	await files.write(place, "/data/x", Buffer.from("kept"));
	await expect(files.write(place, "/etc/new", Buffer.from("no"))).rejects.toMatchObject({ kind: "rejected" });
	await expect(files.remove(place, "/data")).rejects.toMatchObject({ detail: expect.stringContaining("mounted") });

	const inVolume: Place = { of: "volume", id: Name };
	expect((await files.list(inVolume, "/")).entries.map(({ name }) => name)).toEqual(["x"]);
	await files.write(inVolume, "/y", Buffer.from("by volume"));
	await files.createFolder(inVolume, "/folder");
	await files.rename(inVolume, "/y", "/folder/z");
	expect((await files.read(place, "/data/folder/z")).toString()).toBe("by volume");
	await files.remove(inVolume, "/x");
	expect((await files.list(inVolume, "/")).entries.map(({ name }) => name)).toEqual(["folder"]);
	await files.end();
	await outside.getContainer(id).remove();
	await outside.getVolume(Name).remove();
});

test("how much stands in a folder is counted, links not followed; where it is a lot, counting stops and says so", async () => {
	const container = await run(
		"counted",
		"mkdir -p '/some/a\nb' /none /many && cd /some && printf 12345 > '-x' && printf 1234567890 > 'a\nb/y' && ln -s /many out && cd /many && seq 1 40000 | xargs touch; touch /ready; sleep 600",
	);
	await expect.poll(() => container.infoArchive({ path: "/ready" }).then(Boolean, () => false), { timeout: 40_000 }).toBe(true);
	const place: Place = { of: "container", id: container.id };
	const some = { files: 3, bytes: 15 + "/many".length, isPartial: false };
	expect(await files.measure(place, "/some")).toEqual(some);
	expect(await files.measure(place, "/none")).toEqual({ files: 0, bytes: 0, isPartial: false });
	const many = await files.measure(place, "/many");
	expect(many).toMatchObject({ isPartial: true });
	expect(many.files).toBeGreaterThan(8_000);
	expect(many.files).toBeLessThan(40_000);
	await container.kill();
	// In an archive a link has no bytes.
	expect(await files.measure(place, "/some")).toEqual({ ...some, bytes: 15 });
	expect(await files.measure(place, "/none")).toEqual({ files: 0, bytes: 0, isPartial: false });
	await expect(files.measure(place, "/nowhere")).rejects.toMatchObject({ kind: "missing" });
	const { Id } = await outside.getImage("busybox:test").inspect();
	expect((await files.measure({ of: "image", id: Id }, "/bin")).files).toBeGreaterThan(10);
	await files.end();
}, 60_000);

test("an image is looked into through a container that is never started, which no row shows and which goes", async () => {
	const { Id } = await outside.getImage("busybox:test").inspect();
	const image: Place = { of: "image", id: Id };
	await docker.settled("containers");
	expect((await files.list(image, "/bin")).entries.map(({ name }) => name)).toContain("sh");
	expect(await files.readOnly(image, "/bin/sh")).toBe("image");
	await expect(files.write(image, "/x", Buffer.from(""))).rejects.toMatchObject({ kind: "rejected" });
	const helpers = async (): Promise<number> => (await outside.listContainers({ all: true, filters: { label: ["com.hullwright.helper=files"] } })).length;
	expect(await helpers()).toBe(1);
	expect([...docker.model.containers.values()].filter(({ image: name }) => name.includes(Id.slice(7, 19)))).toEqual([]);
	await files.end();
	expect(await helpers()).toBe(0);
});

test("what is in memory, where no archive reaches, is listed, read and written by the container's own programs", async () => {
	const prepare = "echo inside > /fast/note; chown 12:34 /fast /fast/note; chmod 640 /fast/note; sleep 600";
	const { id } = await run("memory", prepare, { HostConfig: { ReadonlyRootfs: true, Tmpfs: { "/fast": "" } } });
	const place: Place = { of: "container", id };
	await expect.poll(async () => (await files.list(place, "/fast")).entries.map(({ name }) => name)).toEqual(["note"]);
	expect((await files.read(place, "/fast/note")).toString()).toBe("inside\n");
	expect((await files.read(place, "/proc/1/comm")).toString()).toMatch(/\w/);
	expect(await files.readOnly(place, "/fast/note")).toBeUndefined();
	const content = Buffer.concat([Buffer.from("a\r\n\0"), Buffer.alloc(300_000, 0xff)]);
	await files.write(place, "/fast/note", content);
	await files.createFolder(place, "/fast/folder");
	await files.write(place, "/fast/folder/-rf $(x)", Buffer.alloc(0));
	const seen = await runIn(outside as unknown as Parameters<typeof runIn>[0], id, [
		"sh",
		"-c",
		"stat -c '%n %u:%g %a %s' /fast/* /fast/folder/*; md5sum < /fast/note",
	]);
	const digest = createHash("md5").update(content).digest("hex");
	expect(seen?.output.toString()).toBe(`/fast/folder 12:34 755 60\n/fast/note 12:34 640 ${content.length}\n/fast/folder/-rf $(x) 12:34 644 0\n${digest}  -\n`);
	expect((await files.read(place, "/fast/note")).equals(content)).toBe(true);
	// The kernel takes no such thing, and the file is not said to be written.
	await expect(files.write(place, "/proc/sys/kernel/ostype", Buffer.from("mine"))).rejects.toMatchObject({ kind: "rejected" });
	await expect(files.upload(place, "/fast", Readable.from([]))).rejects.toMatchObject({ kind: "rejected" });
	await outside.getContainer(id).kill();
	await expect(files.write(place, "/fast/note", content)).rejects.toMatchObject({ kind: "rejected" });
});

test("what a program says is whole although nobody reads it for longer than engines wait, and nothing of ours goes on in the container", async () => {
	const container = await run("held-up", "sleep 600");
	const counts = Array.from({ length: 40 }, (_, index) => 170_000 + index * 3_000);
	const asked = counts.map((count) => docker.connection.use(({ api }) => runIn(api, container.id, ["seq", "1", String(count)])));
	const isIdle = async (): Promise<boolean> => {
		const { Processes } = (await container.top()) as { readonly Processes: readonly (readonly string[])[] };
		return Processes.length === 1;
	};
	await expect.poll(isIdle).toBe(false);
	// As a busy extension host does, or a slow line.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
	for (const [index, found] of (await Promise.all(asked)).entries()) {
		const lines = found?.output.toString().split("\n") ?? [];
		expect([lines.length, lines.at(-2), found?.code]).toEqual([(counts[index] ?? 0) + 1, String(counts[index]), 0]);
	}
	await expect.poll(isIdle).toBe(true);
	const isRun = (...command: readonly string[]): Promise<unknown> => docker.connection.use(({ api }) => runIn(api, container.id, command));
	expect(await isRun("false")).toMatchObject({ code: 1 });
	expect(await isRun("no-such-program")).toBeUndefined();
});

test("a folder of very many entries, and one of very many bytes, are listed soon", async () => {
	const container = await run(
		"large",
		"mkdir /many /big && cd /many && seq 1 5000 | xargs touch && cd /big && truncate -s 400M a.bin; touch b.txt /ready; sleep 600",
	);
	await expect
		.poll(
			() =>
				container
					.infoArchive({ path: "/ready" })
					.then(() => true)
					.catch(() => false),
			{ timeout: 30_000 },
		)
		.toBe(true);
	const place: Place = { of: "container", id: container.id };
	const running = await files.list(place, "/many");
	expect(running.entries).toHaveLength(5_000);
	expect((await files.list(place, "/big")).entries).toHaveLength(2);
	await container.kill();
	const stopped = await files.list(place, "/many");
	expect(stopped.entries).toHaveLength(5_000);
	const partial = await files.list(place, "/big");
	expect(partial).toMatchObject({ isPartial: true, entries: [{ name: "a.bin", size: 400 * 1024 * 1024 }] });
	const patient = await files.list(place, "/big", { isPatient: true });
	expect(patient).toMatchObject({ isPartial: false, entries: [{ name: "a.bin" }, { name: "b.txt" }] });
}, 60_000);
