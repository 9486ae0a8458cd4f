import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogMark } from "../../src/docker/actions/logs.ts";
import { client, find, get, make, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("images");
});
afterAll(() => release());

test("start, stop, restart and remove show what is being done", async () => {
	const { id } = await make("actions", "trap 'exit 0' TERM; while :; do sleep 0.1; done");
	await until(docker, () => Boolean(find(docker, id)));

	await docker.containers.start(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "running" });
	await docker.containers.start(get(docker, id));

	const stopping = docker.containers.stop(get(docker, id));
	expect(get(docker, id).transition, "at once").toBe("stopping");
	await stopping;
	expect(get(docker, id)).toMatchObject({ state: "exited", exitCode: 0 });
	expect(get(docker, id)).not.toHaveProperty("transition");

	const before = (await outside.getContainer(id).inspect()).State.StartedAt;
	await docker.containers.restart(get(docker, id));
	expect(get(docker, id).state).toBe("running");
	expect((await outside.getContainer(id).inspect()).State.StartedAt).not.toBe(before);

	await docker.containers.remove(get(docker, id));
	expect(find(docker, id)).toBeUndefined();
	await expect(outside.getContainer(id).inspect()).rejects.toThrow(/no such container/i);
});

test("pause, unpause and kill", async () => {
	const { id } = await run("paused", "sleep 60");
	await until(docker, () => find(docker, id)?.state === "running");
	await docker.containers.pause(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "paused" });
	await docker.containers.unpause(get(docker, id));
	expect(get(docker, id)).toMatchObject({ state: "running" });
	const killing = docker.containers.kill(get(docker, id));
	expect(get(docker, id).transition).toBe("killing");
	await killing;
	expect(get(docker, id)).toMatchObject({ state: "exited", exitCode: 137 });
	expect(get(docker, id)).not.toHaveProperty("details.isOutOfMemory");
});

test("removing a container made with --rm is no error", async () => {
	const { id } = await run("rm", "sleep 60", { HostConfig: { AutoRemove: true } });
	await until(docker, () => find(docker, id)?.state === "running");
	await docker.containers.remove(get(docker, id));
	await until(docker, () => !find(docker, id));
});

test("a container that is gone, one that cannot start: the cause in the engine's words", async () => {
	const { id } = await make("broken", "true", { Cmd: ["/no/such/program"] });
	await until(docker, () => Boolean(find(docker, id)));
	const broken = get(docker, id);
	await expect(docker.containers.start(broken)).rejects.toMatchObject({ kind: "rejected", detail: expect.stringContaining("no such file or directory") });
	expect(get(docker, id)).not.toHaveProperty("transition");
	await docker.containers.remove(broken);
	await expect(docker.containers.stop(broken)).rejects.toMatchObject({ kind: "missing" });
});

test("inspect masks secrets", async () => {
	const { id } = await make("secretive", "true", { Env: ["DB_PASSWORD=hunter2", "URL=postgres://me:hunter2@db/x", "LEVEL=debug"] });
	const { Config } = (await docker.containers.inspect(id)) as { Config: { Env: string[] } };
	expect(Config.Env).toEqual(expect.arrayContaining(["DB_PASSWORD=••••••", "URL=postgres://me:••••••@db/x", "LEVEL=debug"]));
});

test("an image in use is not removed, and the engine says by whom", async () => {
	await make("user", "true");
	await expect(docker.images.remove("busybox:test")).rejects.toMatchObject({
		kind: "conflict",
		detail: expect.stringMatching(/container [0-9a-f]{10,} is using/),
	});
});

test("logs go on across restarts, each line once, and on to the container that replaces it", async () => {
	const counting = "i=0; [ -e /n ] && i=$(cat /n); for _ in 1 2 3 4 5; do i=$((i+1)); echo line $i; echo oops $i >&2; sleep 0.02; done; echo $i > /n";
	const container = await make("logs", counting);
	const following = new AbortController();
	const marks: LogMark[] = [];
	let text = "";
	const errors: string[] = [];
	await until(docker, () => Boolean(find(docker, container.id)));
	const { name } = get(docker, container.id);
	const followed = docker.containers.followLogs(
		get(docker, container.id),
		{ output: (stream, part) => (stream === "stdout" ? (text += part) : errors.push(part)), mark: (mark) => marks.push(mark) },
		1_000,
		following.signal,
	);
	const exited = (): number => marks.filter(({ kind }) => kind === "exited").length;
	const patiently = async (condition: () => boolean): Promise<void> => {
		await expect.poll(condition, { timeout: 10_000, interval: 20 }).toBe(true);
	};
	for (let round = 1; round <= 3; round++) {
		await container.start();
		await container.wait();
		await patiently(() => text.includes(`line ${round * 5}\n`) && exited() >= round);
	}
	expect(text).toBe(Array.from({ length: 15 }, (_, index) => `line ${index + 1}\n`).join(""));
	expect(errors.join("")).toBe(Array.from({ length: 15 }, (_, index) => `oops ${index + 1}\n`).join(""));
	expect(marks.map(({ kind }) => kind).filter((kind) => kind !== "started")).toEqual(["exited", "exited", "exited"]);

	await container.remove();
	const replacement = await make("logs", "echo I am new; sleep 60");
	await replacement.rename({ name });
	await replacement.start();
	await patiently(() => text.endsWith("I am new\n"));
	following.abort();
	await followed;
});

test("a log that is empty says why, and goes on once it starts", async () => {
	const container = await make("silent", "", { Cmd: ["no-such-program"] });
	await until(docker, () => Boolean(find(docker, container.id)));
	const following = new AbortController();
	const marks: LogMark[] = [];
	const followed = docker.containers.followLogs(get(docker, container.id), { output: () => {}, mark: (mark) => marks.push(mark) }, "all", following.signal);
	await expect.poll(() => marks.map(({ kind }) => kind), { timeout: 10_000, interval: 20 }).toEqual(["waiting"]);
	await container.start().catch(() => {});
	await expect
		.poll(() => marks, { timeout: 10_000, interval: 20 })
		.toEqual([{ kind: "waiting" }, { kind: "failed", error: expect.stringContaining("executable file not found") }]);
	following.abort();
	await followed;
});

test("the log of a loop says each time that it has ended, and why", async () => {
	const container = await run("loop", "sleep 0.5; a=x; while :; do a=$a$a; done", {
		HostConfig: { Memory: 8 * 1024 * 1024, RestartPolicy: { Name: "always" } },
	});
	await until(docker, () => (find(docker, container.id)?.details?.restarts ?? 0) >= 2);
	const following = new AbortController();
	const marks: LogMark[] = [];
	const followed = docker.containers.followLogs(get(docker, container.id), { output: () => {}, mark: (mark) => marks.push(mark) }, "all", following.signal);
	const ends = (): readonly LogMark[] => marks.filter(({ kind }) => kind === "exited");
	await expect.poll(() => ends().length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(2);
	following.abort();
	await followed;
	expect(new Set(ends().map((mark) => JSON.stringify(mark)))).toEqual(
		new Set([JSON.stringify({ kind: "exited", exitCode: 137, isOutOfMemory: true, isRestarted: true })]),
	);
	await container.remove({ force: true });
});

test("logs that the engine does not keep: says so, and goes on with the container that takes its place", async () => {
	const silent = await run("silent", "sleep 60", { HostConfig: { LogConfig: { Type: "none", Config: {} } } });
	await until(docker, () => find(docker, silent.id)?.state === "running");
	const { name } = get(docker, silent.id);
	const following = new AbortController();
	const marks: LogMark[] = [];
	let text = "";
	const reader = { output: (_stream: string, part: string): string => (text += part), mark: (mark: LogMark) => void marks.push(mark) };
	const followed = docker.containers.followLogs(get(docker, silent.id), reader, "all", following.signal);
	await expect.poll(() => marks.map(({ kind }) => kind), { timeout: 10_000, interval: 20 }).toEqual(["unreadable"]);
	await silent.remove({ force: true });
	const speaking = await run("speaking", "echo I can be read; sleep 60");
	await speaking.rename({ name });
	await expect.poll(() => text, { timeout: 10_000, interval: 20 }).toBe("I can be read\n");
	following.abort();
	await followed;
});

test("the last lines, all lines, times, and the whole log in one piece", async () => {
	const container = await run("many", "i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo line $i; done");
	await container.wait();
	await until(docker, () => find(docker, container.id)?.state === "exited");
	const read = async (tail: number | "all"): Promise<{ text: string; times: string[] }> => {
		const following = new AbortController();
		const times: string[] = [];
		let text = "";
		const output = (_stream: string, part: string, time: string): void => {
			text += part;
			times.push(time);
		};
		await docker.containers.followLogs(get(docker, container.id), { output, mark: () => following.abort() }, tail, following.signal);
		return { text, times };
	};
	const all = Array.from({ length: 50 }, (_, index) => `line ${index + 1}\n`);
	const { text, times } = await read(3);
	expect(text).toBe(all.slice(-3).join(""));
	expect(times).toHaveLength(3);
	expect(times.every((time) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time))).toBe(true);
	expect((await read("all")).text).toBe(all.join(""));
	let saved = "";
	await docker.containers.readLogs(get(docker, container.id), (_stream, part) => (saved += part), new AbortController().signal);
	expect(saved).toBe(all.join(""));
});

test("logs go on to the only container of the service, whatever its name", async () => {
	const labels = { "com.docker.compose.project": "logs", "com.docker.compose.service": "web" };
	const first = await run("first", "echo one", { Labels: labels });
	await first.wait();
	await until(docker, () => find(docker, first.id)?.state === "exited");
	const following = new AbortController();
	let text = "";
	const marks: LogMark[] = [];
	const followed = docker.containers.followLogs(
		get(docker, first.id),
		{ output: (_, part) => (text += part), mark: (mark) => marks.push(mark) },
		1_000,
		following.signal,
	);
	await expect.poll(() => marks.length, { timeout: 10_000, interval: 20 }).toBe(1);
	await first.remove();
	await expect.poll(() => marks.map(({ kind }) => kind), { timeout: 10_000, interval: 20 }).toEqual(["exited", "removed"]);
	const second = await run("second", "echo two; sleep 60", { Labels: labels });
	await expect.poll(() => text, { timeout: 10_000, interval: 20 }).toBe("one\ntwo\n");
	expect(marks).toContainEqual({ kind: "replaced", id: second.id });
	following.abort();
	await followed;
});

test("logs of a terminal, with colours and no frames", async () => {
	const container = await run("tty", "printf '\\033[31mred é漢\\033[0m\\nnext\\n'", { Tty: true });
	await container.wait();
	await until(docker, () => Boolean(find(docker, container.id)));
	const following = new AbortController();
	let text = "";
	const followed = docker.containers.followLogs(
		get(docker, container.id),
		{ output: (_, part) => (text += part), mark: () => following.abort() },
		1_000,
		following.signal,
	);
	await followed;
	expect(text).toBe("\u001b[31mred é漢\u001b[0m\r\nnext\r\n");
});
