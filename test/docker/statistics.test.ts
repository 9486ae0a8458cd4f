import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { Moment } from "../../src/engine/stats/history.ts";
import { RowNumbers } from "../../src/extension/stats/row-numbers.ts";
import { startGate } from "./gate.ts";
import { client, find, host, run, until } from "./own-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const mebibyte = 1024 * 1024;

/** Seconds of load. */
const length = Number(process.env["CHURN"] ?? 8);

/** Works, fills memory, writes to disk and sends to another container. */
const load = `
	dd if=/dev/zero of=/dev/shm/kept bs=1M count=24 2>/dev/null
	while :; do
		for round in 1 2 3 4 5 6 7 8; do dd if=/dev/zero bs=256k count=60 2>/dev/null | sha256sum >/dev/null; done
		dd if=/dev/zero of=/data/file bs=64k count=8 conv=fsync 2>/dev/null
		dd if=/data/file of=/dev/null bs=64k iflag=direct 2>/dev/null
		dd if=/dev/zero bs=1k count=8 2>/dev/null | nc -w 1 $LISTENER 7000
	done`;

test(
	"the numbers are those of `docker stats`: processors, memory without cache, network, disks, processes",
	async () => {
		const docker = client();
		const release = docker.connection.hold();
		await docker.settled("containers");
		const listener = await run("listener", "while :; do nc -l -p 7000 >/dev/null; done");
		const address = (await listener.inspect()).NetworkSettings.Networks["bridge"]?.IPAddress || "127.0.0.1";
		const disk = await diskOfEngine();
		// The older kind of control groups counts only what has a limit.
		const limit = disk && [{ Path: disk, Rate: 1e10 }];
		const countedDisk = limit ? { BlkioDeviceReadBps: limit, BlkioDeviceWriteBps: limit } : {};
		const { id } = await run("loaded", load, {
			Env: [`LISTENER=${address}`],
			HostConfig: { Memory: 96 * mebibyte, NanoCpus: 6e8, ShmSize: 32 * mebibyte, ...countedDisk },
			Volumes: { "/data": {} },
		});
		await until(docker, () => find(docker, id)?.state === "running");
		const moments: Moment[] = [];
		const stop = docker.live.follow(id, (moment) => moments.push(moment));
		await expect.poll(() => moments.length, { timeout: 20_000 }).toBeGreaterThan(2);
		const apart: Record<string, number[]> = {};
		const all: Theirs[] = [];
		const began = Date.now();
		do {
			const asked = Date.now();
			const theirs = await dockerStats(id);
			all.push(theirs);
			// What the two read at the same moment; theirs may be on its way a little longer.
			const near = moments.filter(({ at }) => at > asked - 2_500);
			const distances = near.map(({ of }) => ({
				cpu: distance((of.cpu ?? 0) * 100, theirs.cpu, 0.01),
				memory: distance(of.memory, theirs.memory, 8192),
				memoryLimit: distance(of.memoryLimit, theirs.memoryLimit, 1),
				received: distance(of.received, theirs.received, 100),
				sent: distance(of.sent, theirs.sent, 100),
				read: distance(of.read, theirs.read, 4096),
				written: distance(of.written, theirs.written, 4096),
				processes: distance(of.processes, theirs.processes, 0),
			}));
			const [nearest] = distances.sort((one, other) => worst(one) - worst(other));
			for (const [name, value] of Object.entries(nearest ?? {})) (apart[name] ??= []).push(value);
		} while (Date.now() - began < length * 1000);
		stop();
		release();
		const worstOf = Object.fromEntries(
			Object.entries(apart).map(([name, values]) => [name, `${(middle(values) * 100).toFixed(2)} % (${(Math.max(...values) * 100).toFixed(2)} % at most)`]),
		);
		const last = JSON.stringify(all.at(-1));
		process.stdout.write(`apart from docker stats in ${all.length} moments over ${length} s, in the middle: ${JSON.stringify(worstOf)}; the last: ${last}\n`);
		expect(middle(all.map(({ cpu }) => cpu)), "there is a load").toBeGreaterThan(5);
		expect(all.at(-1)?.sent).toBeGreaterThan(0);
		if (disk) expect(Math.min(all.at(-1)?.read ?? 0, all.at(-1)?.written ?? 0), "bytes of the disk are counted").toBeGreaterThan(mebibyte);
		expect(Object.entries(apart).filter(([, values]) => !(middle(values) < 0.02))).toEqual([]);
	},
	60_000 + length * 1000,
);

/** The disk on which the engine keeps what it has; undefined where that is none of this machine's. */
async function diskOfEngine(): Promise<string | undefined> {
	const { stdout } = await promisify(execFile)("docker", ["info", "--format", "{{.DockerRootDir}}"]);
	const { dev } = statSync(stdout.trim(), { throwIfNoEntry: false }) ?? { dev: 0 };
	const place = `/sys/dev/block/${Math.floor(dev / 256) % 4096}:${dev % 256}`;
	if (!existsSync(place)) return undefined;
	const whole = existsSync(join(place, "partition")) ? dirname(realpathSync(place)) : realpathSync(place);
	const path = join("/dev", basename(whole));
	return existsSync(path) ? path : undefined;
}

/** Of two numbers, as a part of the greater; below `grain` both are nothing. */
const distance = (ours: number, theirs: number, grain: number): number =>
	Math.abs(ours - theirs) <= grain ? 0 : Math.abs(ours - theirs) / Math.max(ours, theirs);
const worst = (distances: Readonly<Record<string, number>>): number => Math.max(...Object.values(distances));
const middle = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

type Theirs = Readonly<Record<"cpu" | "memory" | "memoryLimit" | "received" | "sent" | "read" | "written" | "processes", number>>;

async function dockerStats(id: string): Promise<Theirs> {
	const { stdout } = await promisify(execFile)("docker", ["stats", "--no-stream", "--format={{json .}}", id]);
	const { CPUPerc, MemUsage, NetIO, BlockIO, PIDs } = JSON.parse(stdout) as Record<string, string>;
	const pair = (text = ""): [number, number] => {
		const [one = "", other = ""] = text.split(" / ");
		return [bytes(one), bytes(other)];
	};
	const [memory, memoryLimit] = pair(MemUsage);
	const [received, sent] = pair(NetIO);
	const [read, written] = pair(BlockIO);
	return { cpu: Number.parseFloat(CPUPerc ?? ""), memory, memoryLimit, received, sent, read, written, processes: Number(PIDs) };
}

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: mebibyte, GiB: 1024 * mebibyte };
const bytes = (text: string): number => Number.parseFloat(text) * (units[text.replace(/^[\d.]+/, "")] ?? Number.NaN);

test("one request for each container whose row is seen while it runs, none for others; a row's numbers come again after a restart", async () => {
	const gate = await startGate(join(folder, "gate.sock"), host.slice("unix://".length));
	const docker = client({ host: `unix://${gate.path}` });
	const release = docker.connection.hold();
	await docker.settled("containers");
	const [one, two, ended] = await Promise.all([run("one", "sleep 1000"), run("two", "sleep 1000"), run("ended", "true")]);
	await until(
		docker,
		() => find(docker, one.id)?.state === "running" && find(docker, two.id)?.state === "running" && find(docker, ended.id)?.state === "exited",
	);
	const streams = (): number => gate.answering(/\/stats\?/);
	let drawn = 0;
	const rows = new RowNumbers(
		docker,
		() => (drawn += 1),
		() => true,
	);
	expect(streams(), "nobody has wanted numbers").toBe(0);

	rows.show(new Set([one.id, two.id, ended.id]));
	await expect.poll(streams, { timeout: 10_000 }).toBe(2);
	// Somebody else who looks at the same costs nothing.
	const stop = docker.live.follow(one.id, () => {});
	await expect.poll(() => rows.textOf(one.id), { timeout: 10_000 }).toMatch(/ % · [\d.]+ [kM]?B$/);
	expect(rows.textOf(ended.id)).toBe("");
	await expect.poll(() => drawn, { timeout: 10_000 }).toBeGreaterThan(0);
	expect(gate.asked.filter(({ what }) => what.includes("/stats?"))).toHaveLength(2);
	expect(docker.live.history(one.id).length).toBeGreaterThan(1);

	// Its row is folded away.
	rows.show(new Set([one.id]));
	await expect.poll(streams, { timeout: 10_000 }).toBe(1);
	expect(rows.textOf(two.id)).toBe("");

	await one.kill();
	await until(docker, () => find(docker, one.id)?.state === "exited");
	await expect.poll(streams, { timeout: 10_000 }).toBe(0);
	await one.start();
	await expect.poll(streams, { timeout: 10_000 }).toBe(1);

	rows.show(new Set());
	expect(streams(), "the other still looks").toBe(1);
	stop();
	await expect.poll(streams, { timeout: 10_000 }).toBe(0);
	release();
	await until(docker, () => docker.connection.status.kind === "idle");
	await gate.closed();
	expect(gate.open.size).toBe(0);
});
