import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { EventSubject, ToldEvent } from "../../src/docker/actions/events.ts";
import { startGate } from "./gate.ts";
import { client, host, make, outside, until } from "./own-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function follow(docker: ReturnType<typeof client>, subject: EventSubject) {
	const ending = new AbortController();
	const told: ToldEvent[] = [];
	const waiting = new Set<() => void>();
	let losses = 0;
	const tell = (): void => waiting.forEach((check) => check());
	const done = docker.events.follow(
		subject,
		{
			take(event) {
				told.push(event);
				tell();
			},
			lost() {
				losses += 1;
				tell();
			},
		},
		ending.signal,
	);
	const wait = (condition: () => boolean): Promise<void> =>
		new Promise((resolve) => {
			const check = (): void => {
				if (!condition()) return;
				waiting.delete(check);
				resolve();
			};
			waiting.add(check);
			check();
		});
	return { told, wait, losses: () => losses, actions: () => told.map(({ action }) => action), end: () => (ending.abort(), done) };
}

test("of one container: what it did before, and what it does then, and nothing of others; the end is an end", async () => {
	const [container, other] = [await make("told", "exit 3"), await make("untold", "true")];
	const docker = client();
	const followed = follow(docker, { kind: "containers", ids: [container.id] });
	await followed.wait(() => followed.actions().includes("create"));
	await other.start();
	await container.start();
	await followed.wait(() => followed.actions().includes("die"));
	const died = followed.told.find(({ action }) => action === "die");
	expect(died).toMatchObject({ type: "container", id: container.id, attributes: { exitCode: "3" } });
	expect(Math.abs((died?.at ?? 0) - Date.now())).toBeLessThan(60_000);
	expect(new Set(followed.told.map(({ id }) => id))).toEqual(new Set([container.id]));
	await followed.end();
	await until(docker, () => docker.connection.status.kind === "idle");
});

test("of a project: also containers that come later", async () => {
	const docker = client();
	const followed = follow(docker, { kind: "project", name: "told-shop" });
	const container = await make("later", "true", { Labels: { "com.docker.compose.project": "told-shop" } });
	await container.start();
	await followed.wait(() => followed.actions().includes("die"));
	expect(followed.actions().slice(0, 1)).toEqual(["create"]);
	await followed.end();
});

test("of the engine: networks as well; a connection that is cut is told, and what happened meanwhile comes once", async () => {
	const gate = await startGate(join(folder, "gate.sock"), host.slice("unix://".length));
	const docker = client({ host: `unix://${gate.path}` });
	const followed = follow(docker, { kind: "engine" });
	const first = await outside.createNetwork({ Name: `told-${process.pid}` });
	await followed.wait(() => followed.told.some(({ type, id }) => type === "network" && id === first.id));
	for (const connection of gate.open) connection.destroy();
	await followed.wait(() => followed.losses() > 0);
	await first.remove();
	await followed.wait(() => followed.told.some(({ action, id }) => action === "destroy" && id === first.id));
	const ofFirst = followed.told.filter(({ id }) => id === first.id).map(({ action }) => action);
	expect(ofFirst).toEqual(["create", "destroy"]);
	await followed.end();
});
