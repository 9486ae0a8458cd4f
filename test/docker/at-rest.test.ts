import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startGate } from "./gate.ts";
import { client, host, outside, run, until } from "./own-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const socket = host.slice("unix://".length);

/** What keeps a process busy: timers, watchers of files, child processes, connections of ours. */
const busy = (): readonly string[] => process.getActiveResourcesInfo().filter((name) => /^(?:FSEvent|FSReqCallback|ProcessWrap|PipeConnectWrap)/.test(name));

test("nothing is asked, opened, watched or run before anybody looks, nor after the last one has looked away", async () => {
	const gate = await startGate(join(folder, "gate.sock"), socket);
	const atFirst = busy();
	const docker = client({ host: `unix://${gate.path}` });
	await run("unseen", "sleep 1000");
	await docker.connection.check();
	expect([gate.count(), docker.connection.status.kind], "nobody has looked").toEqual([0, "idle"]);

	const release = docker.connection.hold();
	await docker.settled("containers");
	expect(gate.open.size).toBeGreaterThan(0);
	const seen = docker.model.containers.size;
	release();
	await until(docker, () => docker.connection.status.kind === "idle");
	await gate.closed();
	const count = gate.count();

	// A life of its own goes on there.
	const container = await run("unheard", "sleep 1000");
	await container.kill();
	await outside.ping();
	await docker.connection.check();
	expect({ count: gate.count(), open: gate.open.size, rows: docker.model.containers.size }).toEqual({ count, open: 0, rows: seen });
	expect(busy()).toEqual(atFirst);
});

test("files, debug shells, logins and ports leave no connection, container, process or timer behind once nobody looks", async () => {
	const gate = await startGate(join(folder, "files.sock"), socket);
	const container = await run("looked-at", "sleep 1000");
	const volume = (await outside.createVolume({})) as unknown as { readonly name: string };
	onTestFinished(() => outside.getVolume(volume.name).remove());
	const { Id: image } = await outside.getImage("busybox:test").inspect();
	const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
	const helpers = async (): Promise<number> => (await outside.listContainers({ all: true, filters: { label: ["com.hullwright.helper"] } })).length;
	const [atFirst, timersAtFirst] = [busy(), timers()];

	const docker = client({ host: `unix://${gate.path}` });
	const release = docker.connection.hold();
	await docker.settled("containers");
	const places = [
		{ of: "container", id: container.id },
		{ of: "image", id: image },
		{ of: "volume", id: volume.name },
	] as const;
	for (const place of places) await docker.files.list(place, "/");
	await docker.files.measure(places[0], "/etc");
	const shell = await docker.files.openDebugShell(places[0], await docker.files.planDebugShell(places[0]), { columns: 80, rows: 24 }, () => {});
	expect(await helpers(), "for the image, the volume and the shell").toBe(3);
	shell.close();
	await shell.ended;
	await docker.listening([1]);
	await docker.registries.known();
	await expect(docker.registries.logIn("127.0.0.1:1", "me", "no")).rejects.toThrow();
	release();

	await expect.poll(helpers, { timeout: 20_000, interval: 500 }).toBe(0);
	await until(docker, () => docker.connection.status.kind === "idle");
	await gate.closed();
	const count = gate.count();
	await container.kill();
	await outside.ping();
	await docker.connection.check();
	expect({ count: gate.count(), open: gate.open.size }).toEqual({ count, open: 0 });
	expect([busy(), timers()]).toEqual([atFirst, timersAtFirst]);
}, 60_000);

test("the doctor tries each step over connections of its own, and the other engines here, and leaves none of them open", async () => {
	const gate = await startGate(join(folder, "doctor.sock"), socket);
	const before = process.env["XDG_RUNTIME_DIR"];
	process.env["XDG_RUNTIME_DIR"] = folder;
	onTestFinished(() => {
		process.env["XDG_RUNTIME_DIR"] = before;
		if (before === undefined) delete process.env["XDG_RUNTIME_DIR"];
	});
	symlinkSync(socket, join(folder, "docker.sock"));
	const docker = client({ host: `unix://${gate.path}` });
	const { Version } = (await outside.version()) as { Version: string };
	const found = await docker.diagnose();
	expect(found.steps.map(({ name, error }) => [name, error])).toEqual([
		["resolve", undefined],
		["connect", undefined],
		["ask", undefined],
	]);
	expect(found.outcome).toMatchObject({ isThere: true, product: "Docker", version: Version });
	expect(found.others).toContainEqual(
		expect.objectContaining({ product: "Docker (rootless)", outcome: expect.objectContaining({ isThere: true, version: Version }) }),
	);
	expect(docker.connection.status.kind, "nothing of it is for the views").toBe("idle");
	await gate.closed();
	expect(gate.open.size).toBe(0);
});

test("what a request carries is not written down for a log that nobody reads", async () => {
	const docker = client();
	let count = 0;
	const abortSignal = Object.assign(new AbortController().signal, { [inspect.custom]: () => `inspected ${++count} times` });
	await docker.connection.use(({ api }) => api.ping({ abortSignal }));
	expect(count).toBe(0);
});
