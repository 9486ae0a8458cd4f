import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startGate } from "./gate.ts";
import { client, find, host, outside, run, until } from "./own-engine.ts";

/** A shorter time at the same rate in CI; CHURN=60 is the whole of it. */
const seconds = Number(process.env["CHURN"] ?? 15);
/** In milliseconds: 200 containers a minute. */
const apart = 300;

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** In megabytes, of what is still needed. */
function memory(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 1e6;
}

/** A container's whole life. */
async function live(): Promise<void> {
	const container = await run("churn", "sleep 1000");
	await delay(500);
	await container.kill();
	await container.remove();
}

test(
	"containers come and go all the time: no more than one list a second, no process, nothing logged, no memory lost, and each row is right in the end",
	async ({ annotate }) => {
		const gate = await startGate(join(folder, "gate.sock"), host.slice("unix://".length));
		const logged: string[] = [];
		const note = (message: string): void => void logged.push(message);
		const docker = client({ host: `unix://${gate.path}` }, { info: note, debug: note });
		onTestFinished(docker.connection.hold());
		await docker.settled("containers");
		const stays = await run("stays", "sleep 1000");
		await until(docker, () => find(docker, stays.id)?.state === "running");
		let processes = 0;
		const spawned = (): void => void processes++;
		subscribe("child_process", spawned);
		onTestFinished(() => void unsubscribe("child_process", spawned));
		const before = { asked: gate.asked.length, logged: logged.length };

		const started = performance.now();
		const lives: Promise<void>[] = [];
		const heaps: number[] = [];
		for (let number = 0; number < (seconds * 1000) / apart; number++) {
			await delay(Math.max(0, started + number * apart - performance.now()));
			// A machine that is busy with other things is given the time that it needs.
			await lives.at(-10);
			lives.push(live());
			if (number % 20 === 10) heaps.push(memory());
		}
		await Promise.all(lives);
		await until(docker, () => [...docker.model.containers.values()].every(({ name }) => !name.startsWith("churn")));
		heaps.push(memory());

		const asked = gate.asked.slice(before.asked);
		const lists = asked.filter(({ what }) => /^GET \/\w+\/json\b/.test(what));
		const kept = heaps.map((heap) => heap.toFixed(1)).join(", ");
		await annotate(
			`${lives.length} containers in ${((performance.now() - started) / 1000).toFixed(1)} s: ${lists.length} lists, ${asked.length - lists.length} other requests, ${kept} MB in use`,
		);
		for (const { at } of lists) expect(lists.filter((each) => each.at >= at && each.at < at + 10_000).length, "lists in ten seconds").toBeLessThanOrEqual(10);
		expect(processes).toBe(0);
		expect(logged.slice(before.logged)).toEqual([]);
		expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0), "growth in megabytes").toBeLessThan(2);
		expect([...docker.model.containers.keys()].toSorted()).toEqual((await outside.listContainers({ all: true })).map(({ Id }) => Id).toSorted());
	},
	(seconds * 4 + 60) * 1000,
);
