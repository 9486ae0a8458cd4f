import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { makeMerger } from "../../src/docker/logs/merge.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import { follow } from "./follow-log.ts";
import { logProxy } from "./log-proxy.ts";
import { client, find, get, host, make, outside, run, until } from "./own-engine.ts";

const execute = promisify(execFile);
const docker = client();
let release = (): void => {};

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("containers");
});
afterAll(() => release());

const numbers = (count: number, from = 1): readonly string[] => Array.from({ length: count }, (_, index) => `line ${index + from}`);
/** Writes numbered lines, and goes on counting when it is started again; the last ones when it is asked to stop. */
const counting = (file: string, count: number, pause = 0.02): string =>
	`n=0; [ -e ${file} ] && n=$(cat ${file}); one() { n=$((n+1)); echo line $n; echo $n > ${file}; }; ` +
	`trap 'one; one; exit 0' TERM; i=0; while [ $i -lt ${count} ]; do i=$((i+1)); one; sleep ${pause}; done; while :; do sleep 0.05; done`;

test("followed across three restarts and `up --force-recreate`: each number once, in order", async () => {
	const folder = await mkdtemp(join(tmpdir(), "hullwright-logs-"));
	const file = join(folder, "compose.yaml");
	const command = counting("/data/n", 10).replaceAll("$", "$$$$");
	await writeFile(
		file,
		`services:\n  web:\n    image: busybox:test\n    command: ["sh", "-c", ${JSON.stringify(command)}]\n    volumes: ["data:/data"]\nvolumes: { data: }\n`,
	);
	const compose = (...args: readonly string[]): Promise<unknown> => execute("docker", ["compose", "-p", "hullwright-logs", "-f", file, ...args]);
	onTestFinished(async () => {
		await compose("down", "--volumes", "--timeout", "1");
		await rm(folder, { recursive: true });
	});
	await compose("up", "--detach");
	const first = (): Container | undefined =>
		[...docker.model.containers.values()].find(({ project, state }) => project === "hullwright-logs" && state === "running");
	await until(docker, () => first() !== undefined);
	const container = first() as Container;
	const log = follow(docker, container);
	for (let round = 1; round <= 3; round++) {
		await log.until(() => log.lines.length >= round * 5);
		await outside.getContainer(container.id).restart();
	}
	await compose("up", "--detach", "--force-recreate");
	await log.until(() => log.kinds().includes("replaced"));
	const ofLast = (): number => log.lines.filter(({ run: number }) => number === log.marks.at(-1)?.run).length;
	await log.until(() => ofLast() >= 10);
	expect(log.texts()).toEqual(numbers(log.lines.length));
	// Each life is a run of its own, and none is told of twice.
	expect(new Set(log.lines.map(({ run: number }) => number)).size).toBe(5);
	expect(log.kinds().filter((kind) => kind === "replaced")).toHaveLength(1);
	expect(log.kinds().filter((kind) => kind === "started")).toHaveLength(3);
	// How the one that was removed at once has ended, nobody may have seen.
	expect([3, 4]).toContain(log.kinds().filter((kind) => kind === "exited").length);
}, 60_000);

test("logs go on across ends and starts, both streams, and on to the container that has taken the name", async () => {
	const echoing = "i=0; [ -e /n ] && i=$(cat /n); for _ in 1 2 3 4 5; do i=$((i+1)); echo line $i; echo oops $i >&2; sleep 0.02; done; echo $i > /n";
	const container = await make("logs", echoing);
	await until(docker, () => Boolean(find(docker, container.id)));
	const { name } = get(docker, container.id);
	const log = follow(docker, get(docker, container.id), { tail: 1_000 });
	await log.until(() => log.kinds().join() === "waiting");
	const of = (stream: string): readonly string[] => log.lines.filter((line) => line.stream === stream).map(({ text }) => text);
	for (let round = 1; round <= 3; round++) {
		await container.start();
		await container.wait();
		await log.until(
			() => of("stderr").length >= round * 5 && of("stdout").length >= round * 5 && log.kinds().filter((kind) => kind === "exited").length >= round,
		);
	}
	expect(of("stdout")).toEqual(numbers(15));
	expect(of("stderr")).toEqual(numbers(15).map((line) => line.replace("line", "oops")));
	expect(log.kinds()).toEqual(["waiting", "started", "exited", "started", "exited", "started", "exited"]);
	expect(log.lines.map(({ run: number }) => number)).toEqual([0, 1, 2].flatMap((number) => Array<number>(10).fill(number)));

	await container.remove();
	const replacement = await make("logs", "echo I am new; sleep 60");
	await replacement.rename({ name });
	await replacement.start();
	await log.until(() => log.texts().at(-1) === "I am new");
});

test("earlier runs are told apart also where they were before the log was opened, with how they ended", async () => {
	const container = await make("runs", "echo begin; [ -e /n ] || { touch /n; exit 3; }; sleep 60");
	await container.start();
	await container.wait();
	await container.start();
	await until(docker, () => find(docker, container.id)?.state === "running");
	// Running is not yet having written: what is written after the log is opened is told as new.
	await expect.poll(async () => (await container.logs({ stdout: true, follow: false })).toString().split("begin").length - 1, { timeout: 10_000 }).toBe(2);
	const log = follow(docker, get(docker, container.id));
	await log.until(() => log.entries.includes("-- new"));
	expect(log.entries).toEqual(["begin", "-- exited", "-- started", "begin", "-- new"]);
	expect(log.lines.map(({ run: number }) => number)).toEqual([0, 1]);
	expect(log.marks[0]).toMatchObject({ kind: "exited", exitCode: 3, run: 0 });
	expect(log.marks[0]?.time.localeCompare(log.lines[1]?.time ?? "")).toBe(-1);
});

test("lines are of the run that has written them, also where one start follows another at once", async () => {
	const container = await run("restless", "n=0; [ -e /n ] && n=$(cat /n); echo $((n+1)) > /n; echo $n; echo more of $n; sleep 60");
	const log = follow(docker, await containerOf(container.id));
	await log.until(() => log.lines.length === 2);
	for (let round = 1; round <= 6; round++) {
		await container.restart({ t: 0 });
		// One may be killed before it has said anything.
		if (round % 3 === 0) await log.until(() => log.lines.at(-1)?.run === round && log.texts().at(-1)?.startsWith("more") === true);
	}
	for (const of of [log, follow(docker, get(docker, container.id))]) {
		await of.until(() => of.lines.at(-1)?.run === 6);
		const runs = new Map<string, Set<number>>();
		for (const { text, run: number } of of.lines) {
			const said = text.replace("more of ", "");
			runs.set(said, (runs.get(said) ?? new Set()).add(number));
		}
		expect([...runs.values()].map(({ size }) => size)).toEqual(Array<number>(runs.size).fill(1));
		expect(new Set([...runs.values()].map((of) => [...of][0])).size).toBe(runs.size);
	}
}, 60_000);

test("a hundred thousand lines at once, read slowly: nothing is lost, memory stays bounded, and the engine answers meanwhile", async () => {
	const container = await run("many", "seq 1 100000; echo end; sleep 60");
	await until(docker, () => find(docker, container.id)?.state === "running");
	let read = 0;
	let waiting = 0;
	let most = 0;
	let bad = "";
	const before = process.memoryUsage().rss;
	const merger = makeMerger<string>({
		async take(entries) {
			for (const { line } of entries) {
				read += 1;
				if (line && line.text !== String(read) && line.text !== "end") bad ||= `${line.text} in place of ${read}`;
			}
			waiting = entries.length;
			most = Math.max(most, waiting);
			// A page that is busy.
			await new Promise((resolve) => setTimeout(resolve, 5));
		},
	});
	const reader = merger.reader("many");
	const following = new AbortController();
	const followed = docker.containers.logs(get(docker, container.id), reader, { tail: "all", since: "" }).follow(following.signal);
	const asked: number[] = [];
	for (let at = 0; read < 100_001 && at < 500; at++) {
		const began = performance.now();
		await docker.containers.inspect(container.id);
		asked.push(performance.now() - began);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	expect(read).toBe(100_001);
	expect(bad).toBe("");
	expect(most).toBeLessThanOrEqual(2_000);
	expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
	expect(Math.max(...asked)).toBeLessThan(2_000);
	following.abort();
	await followed;
	merger.dispose();
}, 60_000);

test("three logs as one, in the order of the engine's times, what was there before and what is new", async () => {
	const speaking = "for i in $(seq 1 40); do echo $i; sleep 0.01; done; sleep 60";
	const containers = await Promise.all([run("one", speaking), run("two", speaking), run("three", speaking)]);
	await until(docker, () => containers.every(({ id }) => find(docker, id)?.state === "running"));
	const times: string[] = [];
	let isBehind = 3;
	let early = 0;
	const merger = makeMerger<string>({
		take(entries) {
			for (const { line } of entries) if (line) times.push(line.time);
			if (isBehind > 0) early = times.length;
		},
		caughtUp: () => (isBehind -= 1),
	});
	const following = new AbortController();
	const all = containers.map(({ id }) => docker.containers.logs(get(docker, id), merger.reader(id), { tail: "all", since: "" }).follow(following.signal));
	await expect.poll(() => times.length, { timeout: 15_000, interval: 20 }).toBe(120);
	following.abort();
	await Promise.all(all);
	merger.dispose();
	expect(times).toEqual(times.toSorted());
	expect(early).toBeLessThanOrEqual(120);
});

test("a connection that is cut, over and over: it goes on where it was", async () => {
	const proxy = await logProxy(host.slice("unix://".length), { pieces: 7 });
	const far = client({ host: proxy.host });
	const held = far.connection.hold();
	onTestFinished(held);
	const container = await run("cut", "i=0; while [ $i -lt 400 ]; do i=$((i+1)); echo line $i; sleep 0.005; done; sleep 60");
	await until(far, () => find(far, container.id)?.state === "running");
	const log = follow(far, get(far, container.id));
	for (const [at, which] of [
		[40, "logs"],
		[120, "all"],
		[200, "logs"],
		[280, "all"],
	] as const) {
		await log.until(() => log.lines.length >= at);
		proxy.cut(which);
	}
	await log.until(() => log.lines.length >= 400);
	expect(log.texts()).toEqual(numbers(400));
	expect(new Set(log.kinds())).toEqual(new Set(["lost", "back"]));
});

test("a log is read over one connection, which ends with it; and nothing is asked meanwhile", async () => {
	const proxy = await logProxy(host.slice("unix://".length));
	const far = client({ host: proxy.host });
	const held = far.connection.hold();
	onTestFinished(held);
	const container = await run("closing", "n=0; while :; do n=$((n+1)); echo line $n; sleep 0.02; done");
	await until(far, () => find(far, container.id)?.state === "running");
	const log = follow(far, get(far, container.id));
	await log.until(() => log.lines.length > 5);
	expect(proxy.logs()).toBe(1);
	await log.end();
	await expect.poll(() => proxy.logs(), { timeout: 5_000, interval: 10 }).toBe(0);
	const read = log.lines.length;
	log.goOn();
	await log.until(() => log.lines.length > read + 5);
	await log.end();
	expect(log.texts()).toEqual(numbers(log.lines.length));
	await expect.poll(() => proxy.logs(), { timeout: 5_000, interval: 10 }).toBe(0);
});

test("a log that is empty says why, and goes on once it starts", async () => {
	const container = await make("silent", "", { Cmd: ["no-such-program"] });
	await until(docker, () => Boolean(find(docker, container.id)));
	const log = follow(docker, get(docker, container.id));
	await log.until(() => log.kinds().join() === "waiting");
	await container.start().catch(() => {});
	await log.until(() => log.kinds().join() === "waiting,failed");
	expect(log.marks[1]).toMatchObject({ error: expect.stringContaining("executable file not found") });
});

test("the log of a loop says each time that it has ended, and why", async () => {
	const container = await run("loop", "sleep 0.5; a=x; while :; do a=$a$a; done", {
		HostConfig: { Memory: 8 * 1024 * 1024, RestartPolicy: { Name: "always" } },
	});
	await until(docker, () => (find(docker, container.id)?.details?.restarts ?? 0) >= 2);
	const log = follow(docker, get(docker, container.id));
	await log.until(() => log.kinds().filter((kind) => kind === "exited").length >= 2);
	await log.end();
	const ends = log.marks.filter(({ kind }) => kind === "exited");
	for (const end of ends) expect(end).toMatchObject({ exitCode: 137, isOutOfMemory: true });
	await container.remove({ force: true });
});

test("the log of a container that is removed while it runs says that, and nothing else", async () => {
	const container = await run("removed", "echo hello; sleep 60");
	const log = follow(docker, await containerOf(container.id));
	await log.until(() => log.entries.includes("-- new"));
	await container.remove({ force: true });
	await log.until(() => log.kinds().includes("removed"));
	expect(log.kinds().filter((kind) => kind !== "exited")).toEqual(["removed"]);
});

test("logs that the engine does not keep: says so, with the driver, and goes on with the container that takes its place", async () => {
	const silent = await run("silent", "sleep 60", { HostConfig: { LogConfig: { Type: "none", Config: {} } } });
	await until(docker, () => find(docker, silent.id)?.state === "running");
	const { name } = get(docker, silent.id);
	const log = follow(docker, get(docker, silent.id));
	await log.until(() => log.kinds().join() === "unreadable");
	expect(log.marks[0]).toMatchObject({ driver: "none" });
	await silent.remove({ force: true });
	const speaking = await run("speaking", "echo I can be read; sleep 60");
	await speaking.rename({ name });
	await log.until(() => log.texts().join() === "I can be read");
});

test("the last lines, none, all, those since a time; and what comes later in each case", async () => {
	const container = await run(
		"spans",
		"i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo line $i; done; until [ -e /go ]; do sleep 0.02; done; echo more; sleep 60",
	);
	const all = follow(docker, await containerOf(container.id));
	await all.until(() => all.lines.length === 50);
	const since = all.lines[44]?.time ?? "";
	const logs = [all, follow(docker, get(docker, container.id), { tail: 3 }), follow(docker, get(docker, container.id), { tail: 0 })];
	logs.push(follow(docker, get(docker, container.id), { since }), follow(docker, get(docker, container.id), { since: "2100-01-01T00:00:00Z" }));
	for (const log of logs) await log.until(() => log.entries.includes("-- new"));
	expect(logs.map(({ lines }) => lines.length)).toEqual([50, 3, 0, 6, 0]);
	// What is not wanted does not come either after the stream was ended and goes on.
	await Promise.all(logs.map((log) => log.end()));
	for (const log of logs) log.goOn();
	const exec = await container.exec({ Cmd: ["touch", "/go"] });
	await exec.start({});
	for (const log of logs.slice(0, 4)) await log.until(() => log.texts().at(-1) === "more");
	expect(logs.slice(0, 4).map(({ lines }) => lines.length)).toEqual([51, 4, 1, 7]);
	const saved: string[] = [];
	await docker.containers.readLogs(
		get(docker, container.id),
		{ lines: (lines) => void saved.push(...lines.map(({ text }) => text)), mark: () => {}, caughtUp: () => {} },
		new AbortController().signal,
	);
	expect(saved).toEqual([...numbers(50), "more"]);
});

async function containerOf(id: string): Promise<Container> {
	await until(docker, () => find(docker, id)?.state === "running");
	return get(docker, id);
}

test("logs go on to the only container of the service, whatever its name", async () => {
	const labels = { "com.docker.compose.project": "logs", "com.docker.compose.service": "web" };
	const first = await run("first", "echo one", { Labels: labels });
	await first.wait();
	await until(docker, () => find(docker, first.id)?.state === "exited");
	const log = follow(docker, get(docker, first.id));
	await log.until(() => log.kinds().join() === "exited");
	await first.remove();
	await log.until(() => log.kinds().join() === "exited,removed");
	const second = await run("second", "echo two; sleep 60", { Labels: labels });
	await log.until(() => log.texts().join() === "one,two");
	expect(log.marks).toContainEqual(expect.objectContaining({ kind: "replaced", id: second.id }));
});

test("logs of a terminal, with colours and no frames; lines longer than the engine keeps in one piece", async () => {
	const long = "head -c 40000 /dev/zero | tr '\\0' x; echo; ";
	const tty = await run("tty", `printf '\\033[31mred é漢\\033[0m\\nnext\\n'; ${long}echo end`, { Tty: true });
	const plain = await run("long", `${long}printf 'no end'`);
	await Promise.all([tty.wait(), plain.wait()]);
	await until(docker, () => [tty, plain].every(({ id }) => find(docker, id)?.state === "exited"));
	const [one, other] = [follow(docker, get(docker, tty.id)), follow(docker, get(docker, plain.id))];
	await one.until(() => one.kinds().includes("exited") && other.kinds().includes("exited"));
	const x = "x".repeat(40_000);
	expect(one.texts().map((text) => (text === x ? "40000 x" : text.slice(0, 200)))).toEqual(["\u001b[31mred é漢\u001b[0m", "next", "40000 x", "end"]);
	expect(other.texts().map((text) => (text === x ? "40000 x" : text.slice(0, 200)))).toEqual(["40000 x", "no end"]);
});

test("ten million bytes without an end come in parts", async () => {
	const container = await run("endless", "head -c 10000000 /dev/zero | tr '\\0' x; sleep 60");
	const log = follow(docker, await containerOf(container.id));
	await log.until(() => log.lines.length >= 9);
	expect(log.lines.every(({ cut, text }) => cut && text.length <= 1024 * 1024)).toBe(true);
	await container.kill();
	await log.until(() => log.kinds().includes("exited"));
	expect(log.lines.reduce((sum, { text }) => sum + text.length, 0)).toBe(10_000_000);
	expect(log.lines.at(-1)?.cut).toBeUndefined();
});
