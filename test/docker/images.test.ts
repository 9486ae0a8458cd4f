import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registryActions } from "../../src/docker/actions/registries.ts";
import { imageTransfers } from "../../src/docker/actions/image-transfers.ts";
import type { CredentialStore } from "../../src/docker/registry/credentials.ts";
import type { Client } from "../../src/docker/client.ts";
import type { LayerProgress } from "../../src/docker/layer-progress.ts";
import { client, find, get, outside, until } from "./own-engine.ts";
import { startRegistry, user, type TestRegistry } from "./test-registry.ts";

const docker = client();
let release = (): void => {};
let open: TestRegistry;
let locked: TestRegistry;
let folder = "";
const never = new AbortController().signal;
const made = new Set<string>();

beforeAll(async () => {
	release = docker.connection.hold();
	folder = await mkdtemp(join(tmpdir(), "hullwright-images-"));
	[open, locked] = await Promise.all([startRegistry(), startRegistry({ isLocked: true })]);
	await docker.settled("images");
});
afterAll(async () => {
	for (const tag of made)
		await outside
			.getImage(tag)
			.remove({ force: true })
			.catch(() => {});
	await Promise.all([open?.stop(), locked?.stop()]);
	await rm(folder, { recursive: true, force: true });
	release();
});

const has = (tag: string): boolean => [...docker.model.images.values()].some(({ tags }) => tags.includes(tag));
const idOf = async (name: string): Promise<string> => (await outside.getImage(name).inspect()).Id;

async function tagged(name: string, of = "busybox:test"): Promise<string> {
	made.add(name);
	await docker.images.tag(of, name);
	await until(docker, () => has(name));
	return name;
}

/** An image that nothing else shares a layer with. */
async function ofOneFile(name: string, text: string): Promise<string> {
	made.add(name);
	const path = join(folder, "one-file.tar");
	await writeFile(join(folder, "hello.txt"), text);
	execFileSync("tar", ["-C", folder, "-cf", path, "hello.txt"]);
	await docker.images.import(path, name, never);
	await until(docker, () => has(name));
	return name;
}

test("an image is pushed, removed and pulled again, layer by layer", async () => {
	const name = await ofOneFile(`${open.host}/shop/web:1.2`, randomUUID());
	const id = await idOf(name);
	const pushed: LayerProgress[] = [];
	const digest = await docker.images.push(name, never, (state) => void pushed.push(state));
	expect(digest).toMatch(/^sha256:[\da-f]{64}$/);
	expect(pushed.at(-1)).toMatchObject({ layers: 1, done: 1 });
	await until(docker, () => [...docker.model.images.values()].some(({ tags, digest }) => tags.includes(name) && digest !== undefined));
	expect(await docker.images.digests(name)).toContain(`${open.host}/shop/web@${digest}`);

	await docker.images.remove(name);
	await until(docker, () => !has(name));
	const pulled: LayerProgress[] = [];
	await docker.images.pull(name, "", never, (state) => void pulled.push(state));
	await until(docker, () => has(name));
	expect(pulled.at(-1)).toMatchObject({ layers: 1, done: 1 });
	expect(await idOf(name)).toBe(id);
	await docker.images.pull(`${open.host}/shop/web@${digest}`, "", never, () => {});
});

/** Is here by the digests that two repositories have given it, and by no tag. */
async function ofTwoDigests(text: string): Promise<string> {
	const name = await ofOneFile(`${open.host}/digests/one:1`, text);
	const [id, other] = [await idOf(name), await tagged(`${open.host}/digests/two:1`, name)];
	const digests: string[] = [];
	for (const tag of [name, other]) digests.push(`${tag.slice(0, -2)}@${await docker.images.push(tag, never, () => {})}`);
	for (const tag of [name, other]) await outside.getImage(tag).remove();
	for (const digest of digests) await docker.images.pull(digest, "", never, () => {});
	expect((await outside.getImage(id).inspect()).RepoDigests.toSorted()).toEqual(digests.toSorted());
	return id;
}

test("an image that is here by the digests of two repositories is removed with both", async () => {
	const id = await ofTwoDigests("two");
	await docker.images.remove(id);
	await expect(outside.getImage(id).inspect()).rejects.toThrow(/no such image/i);
});

test("what nothing needs goes with the digests that it has: those alone, and those that another repository has given", async () => {
	const free = async (id: string): Promise<void> => {
		const chosen = (await docker.system.candidates(["images"])).filter((each) => each.id === id);
		expect(chosen).toHaveLength(1);
		expect(await docker.system.clear(chosen, never)).toMatchObject({ removed: chosen, failures: [] });
		await expect(outside.getImage(id).inspect()).rejects.toThrow(/no such image/i);
	};
	await free(await ofTwoDigests("three"));
	const id = await ofTwoDigests("four");
	await outside.getImage(id).tag({ repo: "hullwright-other", tag: "1" });
	await free(id);
});

test("a push and a pull that are cancelled leave nothing, and can be done again", async () => {
	const name = await ofOneFile(`${open.host}/shop/large:1`, randomBytes(40_000_000).toString("base64"));
	const cancelled = async (run: typeof docker.images.push): Promise<void> => {
		const cancelling = new AbortController();
		const running = run(name, cancelling.signal, ({ current }) => current > 0 && cancelling.abort());
		await expect(running).rejects.toThrow();
		expect(cancelling.signal.aborted).toBe(true);
	};
	await cancelled(docker.images.push);
	await expect(docker.images.pull(name, "", never, () => {})).rejects.toThrow(/not found|manifest unknown/);
	await docker.images.push(name, never, () => {});
	await docker.images.remove(name);
	await until(docker, () => !has(name));
	await cancelled((reference, signal, progress) => docker.images.pull(reference, "", signal, progress).then(() => undefined));
	await docker.images.pull(`${open.host}/shop/web:1.2`, "", never, () => {});
	expect(has(name)).toBe(false);
	await docker.images.pull(name, "", never, () => {});
	await until(docker, () => has(name));
});

test("what a registry refuses is told in its words", async () => {
	await expect(docker.images.pull(`${open.host}/no/such:thing`, "", never, () => {})).rejects.toThrow(/not found|manifest unknown/);
	await expect(docker.images.pull("127.0.0.1:9/shop/web:1", "", never, () => {})).rejects.toThrow(/connection refused/);
	const name = await tagged(`${locked.host}/shop/web:1`);
	await expect(docker.images.push(name, never, () => {})).rejects.toThrow(/no basic auth credentials|authorization|unauthorized/i);
});

test("a login is kept in the CLI's file, and is what pushes and pulls go with, until it is forgotten", async () => {
	const file = join(folder, "config.json");
	const store: CredentialStore = {
		read: () => readFile(file, "utf8").catch(() => undefined),
		write: (text) => writeFile(file, text),
		call: async () => Promise.reject(new Error("no helper is named")),
	};
	await writeFile(file, '{ "currentContext": "default", "auths": { "other.example": { "auth": "YTpi" } } }');
	const parts = { connection: docker.connection } as unknown as Client;
	const registries = registryActions(parts, store);
	const images = imageTransfers(parts, store);
	const name = await tagged(`${locked.host}/shop/web:2`);
	await expect(registries.logIn(locked.host, user.name, "wrong")).rejects.toThrow(/unauthorized/i);
	expect(await registries.known()).toEqual(["other.example"]);
	await registries.logIn(`http://${locked.host}/`, user.name, user.password);
	expect(await registries.known()).toEqual([locked.host, "other.example"]);
	expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ currentContext: "default", auths: { "other.example": { auth: "YTpi" } } });
	await images.push(name, never, () => {});
	await docker.images.remove(name);
	await images.pull(name, "", never, () => {});
	expect(await registries.logOut(locked.host)).toBe(true);
	expect(await registries.logOut(locked.host)).toBe(false);
	await expect(images.push(name, never, () => {})).rejects.toThrow(/no basic auth credentials|authorization|unauthorized/i);
});

test.each(["two.tar", "two.tar.gz"])("images are saved as %s and loaded with their tags", async (file) => {
	const names = [await tagged("hullwright-save:1"), await tagged("hullwright-save:2")];
	const id = await idOf(names[0] ?? "");
	const path = join(folder, file);
	await writeFile(path, "what was there before");
	let bytes = 0;
	await docker.images.save(names, path, never, (passed) => (bytes = passed));
	expect(bytes).toBeGreaterThan(100_000);
	const isCompressed = (await readFile(path)).readUInt16BE(0) === 0x1f8b;
	expect(isCompressed).toBe(file.endsWith(".gz"));
	for (const name of names) await docker.images.remove(name);
	await until(docker, () => names.every((name) => !has(name)));
	let [read, of] = [0, 0];
	const loaded = await docker.images.load(path, never, (now, all) => ([read, of] = [now, all]));
	expect(loaded.toSorted()).toEqual(names);
	expect(read).toBe(of);
	expect(await idOf(names[1] ?? "")).toBe(id);
});

test("a save that is cancelled leaves nothing, and one that cannot write says what the system said", async () => {
	const before = await readdir(folder);
	const cancelling = new AbortController();
	const saving = docker.images.save(["busybox:test"], join(folder, "cancelled.tar"), cancelling.signal, () => cancelling.abort());
	await expect(saving).rejects.toThrow();
	expect(await readdir(folder)).toEqual(before);
	await expect(docker.images.save(["busybox:test"], join(folder, "no/such/folder.tar"), never)).rejects.toMatchObject({ code: "ENOENT", name: "Error" });
	await expect(docker.images.save(["no-such-image:1"], join(folder, "none.tar"), never)).rejects.toMatchObject({ name: "DockerError" });
	expect(existsSync(join(folder, "none.tar"))).toBe(false);
});

test("what is no image is refused, and loads nothing", async () => {
	const path = join(folder, "text.tar");
	await writeFile(path, "this is no archive");
	await expect(docker.images.load(path, never)).rejects.toMatchObject({ name: "DockerError" });
});

test("files become an image, whose history says so", async () => {
	const name = await ofOneFile("hullwright-import:1", "hello");
	await expect(docker.images.history(name)).resolves.toMatchObject([{ size: expect.any(Number), comment: expect.stringContaining("Imported") }]);
});

test("the history of a build has its instructions and sizes, with and without ids", async () => {
	const context = join(folder, "context");
	execFileSync("mkdir", ["-p", context]);
	await writeFile(join(context, "Dockerfile"), 'FROM busybox:test\nENV TOKEN_URL=https://me:hunter2@host\nRUN echo "more" > /more\n');
	made.add("hullwright-history:1");
	execFileSync("docker", ["build", "--quiet", "--tag", "hullwright-history:1", context], { env: { ...process.env, DOCKER_BUILDKIT: "0" }, stdio: "ignore" });
	const [run, env, base] = await docker.images.history("hullwright-history:1");
	expect(run).toMatchObject({ createdBy: expect.stringContaining('echo "more" > /more'), tags: ["hullwright-history:1"] });
	// Some engines count whole blocks.
	expect(run?.size).toBeGreaterThanOrEqual(5);
	expect(env).toMatchObject({ createdBy: expect.stringContaining("https://me:••••••@host"), size: 0 });
	expect(base?.size).toBeGreaterThan(100_000);
});

test("an image runs as it is, with its ports on free ones; in a terminal nothing that it writes is missed", async () => {
	const name = "hullwright-run:1";
	made.add(name);
	const context = await mkdtemp(join(folder, "run-"));
	await writeFile(join(context, "Dockerfile"), 'FROM busybox:test\nEXPOSE 8080\nCMD ["sh", "-c", "echo first; [ -t 0 ] || sleep 60; read line; exit 7"]\n');
	execFileSync("docker", ["build", "--quiet", "--tag", name, context], { env: { ...process.env, DOCKER_BUILDKIT: "0" }, stdio: "ignore" });
	const id = await docker.images.create(name, "detached");
	await docker.containers.start(get(docker, id));
	await until(docker, () => find(docker, id)?.ports.some(({ container, host = 0 }) => container === 8080 && host > 0) === true);
	expect((await outside.getContainer(id).inspect()).HostConfig.AutoRemove).toBe(false);
	await outside.getContainer(id).remove({ force: true });

	const inTerminal = await docker.images.create(name, "interactive");
	let output = "";
	const attached = await docker.containers.attach(inTerminal, { columns: 80, rows: 24 }, (text) => (output += text));
	await docker.containers.start(get(docker, inTerminal));
	await expect.poll(() => output, { timeout: 10_000, interval: 20 }).toBe("first\r\n");
	attached.write("\r");
	expect(await attached.ended).toBe(7);
	await outside.getContainer(inTerminal).remove({ force: true });
});
