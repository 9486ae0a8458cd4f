import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyImage } from "../../src/docker/empty-image.ts";
import type { Api } from "../../src/docker/connection/daemon.ts";
import { ownerOf } from "../../src/docker/resources/helper-label.ts";
import { startGate, type Gate } from "./gate.ts";
import { client, get, host, outside, run, until } from "./own-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-cut-"));
const never = new AbortController().signal;
const label = "com.hullwright.helper";
const [from, to] = [`hullwright-cut-${process.pid}`, `hullwright-cut-to-${process.pid}`];
let gate: Gate;
const docker = client({ host: `unix://${join(folder, "gate.sock")}` });
let release = (): void => {};

beforeAll(async () => {
	gate = await startGate(join(folder, "gate.sock"), host.slice("unix://".length));
	release = docker.connection.hold();
	await docker.settled("volumes");
	const filler = await run("filler", "dd if=/dev/urandom of=/v/file bs=1M count=60", { HostConfig: { Binds: [`${from}:/v`] } });
	await filler.wait();
	await filler.remove();
});
afterAll(async () => {
	release();
	await outside.getVolume(from).remove();
	await rm(folder, { recursive: true, force: true });
});

const cut = (): void => {
	for (const socket of gate.open) socket.destroy();
};
const helpers = async (): Promise<readonly string[]> => {
	const filters = { label: [label] };
	const containers = await outside.listContainers({ all: true, filters });
	return [...containers.map(({ Names }) => Names.join()), ...(await outside.listImages({ filters })).map(({ Id }) => Id)];
};
const lost = expect.objectContaining({ kind: "unreachable", detail: "the engine closed the connection" }) as unknown;
const soon = { timeout: 15_000 };

test("where the connection is lost, what was begun is taken back once it is there again", async () => {
	await expect(docker.volumes.clone(from, to, never, cut)).rejects.toEqual(lost);
	await expect.poll(helpers, soon).toEqual([]);
	const volumes = async (): Promise<readonly string[]> => (await outside.listVolumes()).Volumes.map(({ Name }) => Name);
	await expect.poll(volumes, soon).not.toContain(to);

	await expect(docker.volumes.save(from, join(folder, "volume.tar"), never, cut)).rejects.toEqual(lost);
	expect(readdirSync(folder)).toEqual(["gate.sock"]);
	await expect.poll(helpers, soon).toEqual([]);
});

test("a container that was paused for an image goes on, and so it is while the connection is lost", async () => {
	const container = await run("paused", "dd if=/dev/urandom of=/file bs=1M count=100; touch /ready; sleep 600");
	await expect.poll(() => container.infoArchive({ path: "/ready" }).then(Boolean, () => false), soon).toBe(true);
	await until(docker, () => docker.model.containers.has(container.id));
	// The engine, too, is to be cut off: what it does for itself would let the container go on.
	const image = { reference: `hullwright-cut:${process.pid}`, message: "", author: "", pauses: true };
	const saving = docker.containers.saveAsImage(get(docker, container.id), image);
	await expect.poll(async () => (await container.inspect()).State.Paused, { ...soon, interval: 5 }).toBe(true);
	cut();
	await expect(saving).rejects.toEqual(lost);
	await expect.poll(async () => (await container.inspect()).State.Paused, soon).toBe(false);
	await container.remove({ force: true });
	await outside.pruneImages();
});

test("what a window that was killed has left behind goes with the next that needs such a thing, and nothing else", async () => {
	const ended = Number(execFileSync("sh", ["-c", "echo $$"], { encoding: "utf8" }));
	const left = async (owner: string): Promise<string> => {
		const labels = { [label]: "files", "com.hullwright.owner": owner };
		const image = await emptyImage(outside as Api, labels);
		const { id } = await outside.createContainer({ Image: image, Entrypoint: ["true"], Labels: labels, HostConfig: { Binds: [`${from}:/volume`] } });
		return id;
	};
	const [old, alive, elsewhere] = [await left(ownerOf(ended)), await left(ownerOf(process.ppid)), await left(`${ended}@${hostname()}`)];
	expect((await outside.listImages()).filter(({ Labels }) => label in (Labels ?? {}))).toHaveLength(3);
	await docker.files.list({ of: "volume", id: from }, "/");
	const there = (await outside.listContainers({ all: true, filters: { label: [label] } })).map(({ Id }) => Id);
	expect(there).not.toContain(old);
	expect(there).toEqual(expect.arrayContaining([alive, elsewhere]));
	await docker.connection.check();
	expect(
		[...docker.model.images.values()].filter(({ size }) => size === 0),
		"rows of ours",
	).toEqual([]);
	await docker.files.end();
	for (const id of [alive, elsewhere]) await outside.getContainer(id).remove();
	const images = await outside.listImages({ filters: { label: [label] } });
	expect(images).toHaveLength(2);
	for (const { Id } of images) await outside.getImage(Id).remove();
});
