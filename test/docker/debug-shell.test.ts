import { afterAll, beforeAll, expect, test } from "vitest";
import type { DebuggedPlace } from "../../src/docker/files/debug-shell.ts";
import { tarEnd, tarOf } from "../../src/docker/files/tar.ts";
import { client, make, outside } from "./own-engine.ts";

const docker = client();
const { files } = docker;
let release = (): void => {};
/** One program and nothing else, as distroless images are. */
const bare = "bare-debug:test";
beforeAll(async () => {
	release = docker.connection.hold();
	const { Id } = await outside.getImage("busybox:test").inspect();
	const program = await files.read({ of: "image", id: Id }, "/bin/busybox");
	const entry = { kind: "file", mode: 0o755, owner: 0, group: 0, size: 0, modified: 0 } as const;
	const tar = Buffer.concat([
		tarOf({ ...entry, name: "busybox" }, program).subarray(0, -tarEnd.length),
		tarOf({ ...entry, name: "note.txt" }, Buffer.from("in the image\n")),
	]);
	const stream = await outside.importImage(tar as never, { repo: "bare-debug", tag: "test" });
	await new Promise((resolve) => stream.on("data", () => {}).on("end", resolve));
});
afterAll(async () => {
	await files.end();
	release();
	await outside.getImage(bare).remove({ force: true });
});

const of = ({ id }: { readonly id: string }): DebuggedPlace => ({ of: "container", id });

/** What the shell answers to the lines, until it ends. */
async function ask(place: DebuggedPlace, lines: string): Promise<string> {
	const plan = await files.planDebugShell(place);
	let output = "";
	const shell = await files.openDebugShell(place, plan, { columns: 200, rows: 50 }, (text) => (output += text));
	shell.write(`${lines}; exit\n`);
	await shell.ended;
	return output;
}

const helpers = async (): Promise<number> => (await outside.listContainers({ all: true, filters: { label: ["com.hullwright.helper=shell"] } })).length;

test.each([false, true])(
	"a running container without a shell has one beside it, in its processes, network and files (read-only: %s)",
	async (ReadonlyRootfs) => {
		const container = await make("bare", "", { Image: bare, Entrypoint: ["/busybox", "sleep", "600"], Cmd: [], User: "1234", HostConfig: { ReadonlyRootfs } });
		await container.start();
		const before = await container.inspect();
		expect(await files.planDebugShell(of(container))).toMatchObject({ how: "beside", image: "busybox:test" });
		const output = await ask(of(container), "cat note.txt; tr '\\000' ' ' < /proc/1/cmdline; hostname; echo sum-$((40+2))");
		expect(output).toContain("in the image");
		expect(output).toContain("/busybox sleep 600");
		expect(output).toContain(container.id.slice(0, 12));
		expect(output).toContain("sum-42");
		await expect.poll(helpers, { timeout: 5_000 }).toBe(0);
		const after = await container.inspect();
		expect(after.State).toEqual(before.State);
		expect(after.HostConfig).toEqual(before.HostConfig);
		expect([...docker.model.containers.values()].filter(({ image }) => image === "busybox:test").map(({ name }) => name)).toEqual([]);
	},
);

test("one that does not run, and one that ends again and again, have one over a copy of their files", async () => {
	// Of its volumes, one is below another in which there is no place for it yet.
	const HostConfig = { Binds: ["/data", "/data/below"] };
	const stopped = await make("bare", "", { Image: bare, Entrypoint: ["/busybox", "false"], Cmd: [], Env: ["GREETING=hello"], HostConfig });
	expect(await files.planDebugShell(of(stopped))).toMatchObject({ how: "copy", image: "busybox:test" });
	const output = await ask(of(stopped), "cat note.txt; echo $GREETING; echo changed > note.txt");
	expect(output).toContain("in the image");
	expect(output).toContain("hello");
	expect((await files.read({ of: "container", id: stopped.id }, "/note.txt")).toString()).toBe("in the image\n");
	expect((await stopped.inspect()).State.Status).toBe("created");

	const data = (await outside.createVolume({})) as unknown as { readonly Name: string };
	const network = await outside.createNetwork({ Name: `gone-${stopped.id.slice(0, 8)}` });
	const mounts = { Binds: [`${data.Name}:/data:ro`, "/nowhere/at/all:/later"], NetworkMode: network.id };
	const failing = await make("bare", "", { Image: bare, Entrypoint: ["/busybox", "false"], Cmd: [], HostConfig: mounts });
	// It leads out of wherever the files are copied to.
	const up = { name: "up", kind: "link", mode: 0o777, owner: 0, group: 0, size: 0, modified: 0, target: "../../../../nowhere" } as const;
	await failing.putArchive(tarOf(up), { path: "/" });
	await network.remove();
	const mounted = await ask(of(failing), "ls -ld data; readlink up; touch data/x");
	expect(mounted).toContain("../../../../nowhere");
	expect(mounted).toMatch(/data\/x: Read-only/);
	await failing.remove({ v: true });
	await expect.poll(helpers, { timeout: 5_000 }).toBe(0);
	await outside.getVolume(data.Name).remove();

	const looping = await make("loop", "", { Image: bare, Entrypoint: ["/busybox", "false"], Cmd: [], HostConfig: { RestartPolicy: { Name: "always" } } });
	await looping.start();
	await expect.poll(async () => (await looping.inspect()).State.Restarting, { timeout: 10_000 }).toBe(true);
	expect(await ask(of(looping), "cat note.txt")).toContain("in the image");
	await expect.poll(helpers, { timeout: 5_000 }).toBe(0);
});

test("one in the processes of another container begins in its own files", async () => {
	const first = await make("bare", "", { Entrypoint: ["sleep", "600"], Cmd: [] });
	await first.start();
	const Entrypoint = ["/busybox", "sleep", "600"];
	const container = await make("bare", "", { Image: bare, Entrypoint, Cmd: [], HostConfig: { PidMode: `container:${first.id}` } });
	await container.start();
	expect(await ask(of(container), "cat note.txt")).toContain("in the image");
});

test("an image without a shell has one over a copy of its files, with its environment and a network, and stays as it is", async () => {
	const container = await make("bare", "", { Image: bare, Entrypoint: ["/busybox", "true"], Cmd: [] });
	const { Id } = (await container.commit({ repo: "bare-debug", tag: "greeting", changes: "ENV GREETING=hello" })) as { readonly Id: string };
	const place = { of: "image", id: Id } as const;
	const before = (await outside.listContainers({ all: true })).length;
	expect(await files.planDebugShell(place)).toEqual({ how: "copy", bytes: expect.toSatisfy((bytes: number) => bytes > 500_000), image: "busybox:test" });
	const output = await ask(place, "cat note.txt; echo $GREETING; ls /sys/class/net; echo changed > note.txt; cat note.txt");
	for (const text of ["in the image", "hello", "eth0", "changed"]) expect(output).toContain(text);
	expect((await files.read(place, "/note.txt")).toString()).toBe("in the image\n");
	await files.end();
	await expect.poll(helpers, { timeout: 5_000 }).toBe(0);
	expect((await outside.listContainers({ all: true })).length).toBe(before);
	await outside.getImage(Id).remove();
});

test("a shell that is closed takes its container with it", async () => {
	const container = await make("bare", "", { Image: bare, Entrypoint: ["/busybox", "sleep", "600"], Cmd: [] });
	await container.start();
	const shell = await files.openDebugShell(of(container), await files.planDebugShell(of(container)), { columns: 80, rows: 24 }, () => {});
	expect(await helpers()).toBe(1);
	shell.close();
	await shell.ended;
	expect(await helpers()).toBe(0);
	expect((await container.inspect()).State.Running).toBe(true);
});
