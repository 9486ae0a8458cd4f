import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Wish } from "../../src/extension/notices/wish.ts";
import { startGate } from "./gate.ts";
import { client, find, get, host, make, run, until } from "./own-engine.ts";

/** What VS Code shows, and how a notice that is shown is answered. */
const shown: { text: string; answer(chosen?: string): void }[] = [];
const executed: unknown[][] = [];
vi.mock("vscode", () => ({
	Disposable: class {
		readonly dispose: () => void;
		constructor(dispose: () => void) {
			this.dispose = dispose;
		}
	},
	l10n: { t: (message: string, ...values: readonly unknown[]) => message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])) },
	commands: { executeCommand: async (...all: unknown[]) => void executed.push(all) },
	window: { showInformationMessage: (text: string) => new Promise((answer) => shown.push({ text, answer })) },
}));
const { createNotices } = await import("../../src/extension/notices/notices.ts");
const { noticesKey } = await import("../../src/extension/notices/key.ts");
const { wishFor } = await import("../../src/extension/notices/wish.ts");

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const gate = await startGate(join(folder, "gate.sock"), host.slice("unix://".length));
const docker = client({ host: `unix://${gate.path}` });
/** What it costs to know what the tests do is no cost of notices. */
const watching = client();
onTestEnd();

function onTestEnd(): void {
	const release = watching.connection.hold();
	afterAll(release);
}

beforeEach(() => {
	shown.length = 0;
	executed.length = 0;
});

function noticesOf(...kept: readonly Wish[]) {
	const memory = new Map<string, unknown>([[noticesKey, kept]]);
	let loaded = 0;
	const notices = createNotices({
		docker: async () => ((loaded += 1), docker),
		memory: { get: (key: string) => memory.get(key), update: async (key: string, value: unknown) => void memory.set(key, value) } as never,
		log: { debug: () => {} } as never,
	});
	onTestFinished(() => notices.dispose());
	return { notices, memory, loaded: () => loaded };
}
const texts = (): readonly string[] => shown.map(({ text }) => text);
const told = (count: number): Promise<void> => expect.poll(texts, { timeout: 20_000, interval: 20 }).toHaveLength(count);

test("while nothing is wished nothing is loaded, asked or followed; and again once the last wish is gone", async () => {
	const { notices, loaded } = noticesOf();
	const container = await run("idle", "exit 3");
	await container.wait();
	await until(watching, () => find(watching, container.id)?.state === "exited");
	expect([loaded(), gate.count(), shown.length]).toEqual([0, 0, 0]);
	const wish = wishFor(get(watching, container.id), { kind: "line", text: "never" });
	await notices.set(wish);
	await expect.poll(() => gate.answering(/\/events\?/), { timeout: 10_000 }).toBe(1);
	await notices.remove(new Set([wish.id]));
	await until(docker, () => docker.connection.status.kind === "idle");
	await gate.closed();
	expect(gate.open.size).toBe(0);
});

test("an end by itself is told once, with the place that it opens; what one stops oneself is not", async () => {
	const container = await make("ending", "trap 'exit 0' TERM; until [ -e /go ]; do sleep 0.05; done; exit 3", {
		HostConfig: { RestartPolicy: { Name: "on-failure" } },
	});
	await container.start();
	await until(watching, () => find(watching, container.id)?.state === "running");
	const { name } = get(watching, container.id);
	const { notices } = noticesOf(wishFor(get(watching, container.id), { kind: "exited" }));
	await expect.poll(() => gate.answering(/\/events\?/), { timeout: 10_000 }).toBe(1);
	await until(docker, () => find(docker, container.id)?.state === "running");
	await container.stop();
	await container.start();
	await until(docker, () => find(docker, container.id)?.state === "running");
	expect(texts(), "it was stopped").toEqual([]);
	await (await container.exec({ Cmd: ["touch", "/go"] })).start({ Detach: true });
	await told(1);
	expect(texts()).toEqual([`${name} has exited (3).`]);
	shown[0]?.answer("Show Logs");
	await expect.poll(() => executed).toEqual([["hullwright.container.logs", name]]);
	// It loops by now.
	await until(docker, () => (find(docker, container.id)?.details?.restarts ?? 0) >= 3);
	expect(texts()).toHaveLength(1);
	await notices.remove(new Set(notices.wishes.map(({ id }) => id)));
	await container.remove({ force: true });
});

test("restarts are counted, and told once they are more than wanted", async () => {
	const container = await make("looping", "exit 1", { HostConfig: { RestartPolicy: { Name: "always" } } });
	await until(watching, () => Boolean(find(watching, container.id)));
	const { name } = get(watching, container.id);
	noticesOf(wishFor(get(watching, container.id), { kind: "restarts", most: 2 }));
	await expect.poll(() => gate.answering(/\/events\?/), { timeout: 10_000 }).toBe(1);
	await container.start();
	await told(1);
	expect(texts()[0]).toMatch(new RegExp(`^${name} was restarted [3-9] times by now\\.$`));
	shown[0]?.answer();
	const counted = Number(/\d+(?= times)/.exec(texts()[0] ?? "")?.[0]);
	await until(docker, () => (find(docker, container.id)?.details?.restarts ?? 0) > counted);
	expect(texts()).toHaveLength(1);
	await container.remove({ force: true });
});

test("health is told when it becomes good, each time that it does", async () => {
	const container = await run("slow", "sleep 60", { Healthcheck: { Test: ["CMD-SHELL", "test -e /ok"], Interval: 200e6, Timeout: 1e9, Retries: 1 } });
	const act = async (...command: readonly string[]): Promise<unknown> => (await container.exec({ Cmd: [...command] })).start({ Detach: true });
	await until(watching, () => find(watching, container.id)?.health === "unhealthy");
	const { name } = get(watching, container.id);
	noticesOf(wishFor(get(watching, container.id), { kind: "healthy" }));
	await expect.poll(() => gate.answering(/\/events\?/), { timeout: 10_000 }).toBe(1);
	await until(docker, () => find(docker, container.id)?.health === "unhealthy");
	expect(texts()).toEqual([]);
	await act("touch", "/ok");
	await told(1);
	shown[0]?.answer();
	await act("rm", "/ok");
	await until(docker, () => find(docker, container.id)?.health === "unhealthy");
	await act("touch", "/ok");
	await told(2);
	expect(texts()).toEqual([`${name} is healthy.`, `${name} is healthy.`]);
});

test("a line that matches is told once, however often it is written, and again by the next run; those from before are not", async () => {
	const container = await run(
		"speaking",
		"echo Ready 0; until [ -e /go ]; do sleep 0.05; done; for n in 1 2 3; do echo Ready $n; sleep 0.1; done; printf '\\033[32mall done\\033[0m\\n'; sleep 60",
	);
	await until(watching, () => find(watching, container.id)?.state === "running");
	const { name } = get(watching, container.id);
	const ready = wishFor(get(watching, container.id), { kind: "line", text: "ready" });
	const done = wishFor(get(watching, container.id), { kind: "line", text: "/all \\w+/" });
	noticesOf(ready, done);
	// With that question each learns what was there before.
	await expect
		.poll(() => gate.asked.filter(({ what }) => what.includes(`/${container.id}/logs?`) && /tail=1\b/.test(what)).length, { timeout: 15_000 })
		.toBe(2);
	await (await container.exec({ Cmd: ["touch", "/go"] })).start({ Detach: true });
	await told(1);
	shown[0]?.answer();
	await told(2);
	expect(texts()).toEqual([`${name}: Ready 1`, `${name}: all done`]);
	shown[1]?.answer();
	await container.restart({ t: 0 });
	await told(4);
	// On a busy machine the engine notices a start after the program has written its first lines, which count as the run's before then.
	expect(texts().slice(2).toSorted()).toEqual([expect.stringMatching(new RegExp(`^${name}: Ready [0-3]$`)), `${name}: all done`]);
});

test("a line is told of whichever container of the service writes it, also of those that come later", async () => {
	const Labels = { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" };
	const replica = (name: string, command: string) => run(name, command, { Labels });
	const speaking = "until [ -e /go ]; do sleep 0.05; done; echo full; sleep 60";
	const [first, second] = await Promise.all([replica("one", speaking), replica("two", speaking)]);
	await until(watching, () => [first, second].every(({ id }) => find(watching, id)?.state === "running"));
	noticesOf(wishFor(get(watching, first.id), { kind: "line", text: "full" }));
	for (const { id } of [first, second])
		await expect
			.poll(() => gate.asked.some(({ what }) => what.includes(`/${id}/logs?`) && /tail=1\b/.test(what)), { timeout: 15_000, interval: 20 })
			.toBe(true);
	await (await second.exec({ Cmd: ["touch", "/go"] })).start({ Detach: true });
	await told(1);
	// A notice of one that nobody has answered yet keeps back nothing of another.
	await (await first.exec({ Cmd: ["touch", "/go"] })).start({ Detach: true });
	await told(2);
	await second.remove({ force: true });
	const third = await replica("three", "echo at once full; sleep 60");
	await until(watching, () => find(watching, third.id)?.state === "running");
	await told(3);
	const nameOf = ({ id }: { readonly id: string }): string => get(watching, id).name;
	expect(texts()[0]).toMatch(/: full$/);
	expect(texts().slice(1)).toEqual([`${nameOf(first)}: full`, `${nameOf(third)}: at once full`]);
	await third.remove({ force: true });
	await first.remove({ force: true });
});
