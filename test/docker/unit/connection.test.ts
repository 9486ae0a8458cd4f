import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenDaemon } from "../../../src/docker/connection/daemon.ts";
import { DockerError } from "../../../src/docker/errors.ts";
import { clientOf, fakeDaemon, type FakeDaemon } from "./fake-daemon.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const refused = (): DockerError => new DockerError("refused", "connection refused", "tcp://daemon:2375");
const reset = (): Error => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
/** All that is due, without any time passing. */
const atOnce = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

/** Opens daemons one after the other: what `turns` says of the first attempt, the second …, and the last for all that follow. */
function opener(...turns: readonly (Error | undefined)[]): { open: OpenDaemon; daemons: FakeDaemon[]; attempts: () => number } {
	const daemons: FakeDaemon[] = [];
	let attempts = 0;
	const open: OpenDaemon = async (endpoint, signal) => {
		const failure = turns[Math.min(attempts++, turns.length - 1)];
		if (failure) throw failure;
		const daemon = fakeDaemon(endpoint, signal);
		daemons.push(daemon);
		return daemon;
	};
	return { open, daemons, attempts: () => attempts };
}

test("connects when somebody looks, and lets go a moment after the last one has looked away", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	expect(docker.connection.status.kind).toBe("idle");
	const release = docker.connection.hold();
	await docker.settled("containers");
	expect(docker.connection.status).toMatchObject({ kind: "connected", version: "99.0" });
	expect([...docker.model.containers.values()]).toMatchObject([{ id: "w1", name: "web", state: "running" }]);

	release();
	await vi.advanceTimersByTimeAsync(1_900);
	expect(docker.connection.status.kind, "switching views costs nothing").toBe("connected");
	await vi.advanceTimersByTimeAsync(200);
	expect(docker.connection.status.kind).toBe("idle");
	expect(daemons[0]?.isClosed()).toBe(true);
	expect(docker.model.containers.size, "the rows stay as they were").toBe(1);
});

test.each([
	["tcp://daemon:2375", [0, 250, 750, 1_750, 3_750, 5_750]],
	["unix:///nonexistent/docker.sock", [0, 250, 750, 1_750, 2_750, 3_750]],
	["ssh://daemon", [0, 2_000, 6_000, 14_000, 30_000, 60_000]],
])("%s: tried again, each time after a longer pause, up to a limit", async (host, times) => {
	const tried: number[] = [];
	const started = Date.now();
	const open: OpenDaemon = async () => {
		tried.push(Date.now() - started);
		throw refused();
	};
	const docker = clientOf(open, () => host);
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(times.at(-1) ?? 0);
	expect(tried).toEqual(times);
	expect(docker.connection.status).toMatchObject({ kind: "away", error: { kind: "refused" } });
});

test("it is tried for ever, and the rows are live as soon as there is an answer", async () => {
	let isThere = false;
	let attempts = 0;
	const open: OpenDaemon = async (endpoint, signal) => {
		attempts += 1;
		if (!isThere) throw refused();
		return fakeDaemon(endpoint, signal);
	};
	const docker = clientOf(open);
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(6 * 3_600_000);
	expect(attempts).toBeGreaterThan(10_000);
	expect(vi.getTimerCount(), "one timer, however often it was tried").toBe(1);
	isThere = true;
	await vi.advanceTimersByTimeAsync(2_000);
	expect(docker.connection.status.kind).toBe("connected");
	expect(docker.model.containers.size).toBe(1);
});

test("while nobody looks there is no timer and no attempt, with an engine and without", async () => {
	for (const turn of [undefined, refused()]) {
		const { open, attempts } = opener(turn);
		const docker = clientOf(open);
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect([attempts(), vi.getTimerCount()], "before anybody looks").toEqual([0, 0]);
		const release = docker.connection.hold();
		await vi.advanceTimersByTimeAsync(5_000);
		release();
		await vi.advanceTimersByTimeAsync(2_000);
		const before = attempts();
		expect(before).toBeGreaterThan(0);
		await vi.advanceTimersByTimeAsync(3_600_000);
		await docker.connection.check();
		expect([attempts(), vi.getTimerCount(), docker.connection.status.kind], "after the last one has looked away").toEqual([before, 0, "idle"]);
	}
});

test.each(["tcp://daemon:2375", "ssh://daemon"])("%s: Try Again while the loop sleeps tries at once", async (host) => {
	const { open, attempts } = opener(refused(), refused(), refused(), undefined);
	const docker = clientOf(open, () => host);
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(host.startsWith("ssh") ? 6_000 : 750);
	expect(attempts()).toBe(3);
	await docker.connection.refresh();
	expect(docker.connection.status.kind).toBe("connected");
	expect(attempts()).toBe(4);
});

test.each([0, 100, 300, 600, 1_000, 1_600, 3_000])(
	"Try Again %i ms after another host was chosen reaches the new loop, and none that has been replaced",
	async (later) => {
		let host = "tcp://cut:2375";
		const failing = opener(refused());
		const docker = clientOf(
			async (endpoint, signal) => {
				if (endpoint.url !== "tcp://cut:2375") return failing.open(endpoint, signal);
				const daemon = fakeDaemon(endpoint, signal);
				daemons.push(daemon);
				return daemon;
			},
			() => host,
		);
		const daemons: FakeDaemon[] = [];
		docker.connection.hold();
		await atOnce();
		// A stream that has been cut, and soon ends again: the loop would now sleep before it goes on.
		daemons[0]?.events.end();
		await atOnce();
		expect(daemons).toHaveLength(2);
		host = "ssh://daemon";
		docker.connection.reconnect();
		await vi.advanceTimersByTimeAsync(later);
		const [attempts, before] = [failing.attempts(), Date.now()];
		const tried = docker.connection.refresh();
		await atOnce();
		await tried;
		expect(failing.attempts() - attempts, "one attempt, and only one").toBe(1);
		expect(Date.now() - before, "no time passes").toBe(0);
	},
);

test("Try Again that fails says so, and the loop goes on", async () => {
	const { open, attempts } = opener(refused());
	const docker = clientOf(open, () => "ssh://daemon");
	docker.connection.hold();
	await atOnce();
	await docker.connection.refresh();
	expect([attempts(), docker.connection.status.kind]).toEqual([2, "away"]);
	await vi.advanceTimersByTimeAsync(4_000);
	expect(attempts()).toBe(3);
});

test("a daemon that resets the connection is given a moment before it is called away", async () => {
	const { open, attempts } = opener(reset(), reset(), refused());
	const docker = clientOf(open, () => "unix:///nonexistent/docker.sock");
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(300);
	expect([attempts(), docker.connection.status.kind]).toEqual([2, "connecting"]);
	await vi.advanceTimersByTimeAsync(500);
	expect(docker.connection.status, "and then the system's own word").toMatchObject({ kind: "away", error: { kind: "refused" } });
});

test("a daemon that goes on resetting is called away all the same", async () => {
	const docker = clientOf(opener(reset()).open, () => "unix:///nonexistent/docker.sock");
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(docker.connection.status).toMatchObject({ kind: "away", error: { kind: "unreachable" } });
});

test("a stream that is cut: opened again at once, and nobody sees it", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(5_000);
	const seen: string[] = [];
	docker.onChange(() => seen.push(docker.connection.status.kind));
	daemons[0]?.events.destroy(reset());
	await atOnce();
	expect(daemons).toHaveLength(2);
	expect(daemons[0]?.isClosed()).toBe(true);
	await docker.settled("containers");
	expect(new Set(seen)).toEqual(new Set(["connected"]));
	await expect(docker.connection.use(async (daemon) => daemon)).resolves.toBe(daemons[1]);
});

test("streams that are cut again and again are not opened without a pause", async () => {
	const { open, attempts } = opener(undefined);
	const docker = clientOf(async (endpoint, signal) => {
		const daemon = (await open(endpoint, signal)) as FakeDaemon;
		setTimeout(() => daemon.events.end(), 10);
		return daemon;
	});
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(attempts()).toBeLessThan(12);
});

test("what is asked for while the daemon is away is told why, and answered once it is back", async () => {
	const { open, daemons } = opener(undefined, refused(), undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await vi.advanceTimersByTimeAsync(5_000);
	daemons[0]?.events.end();
	await atOnce();
	expect(docker.connection.status.kind).toBe("away");
	await expect(docker.connection.use(async () => 1)).rejects.toMatchObject({ kind: "refused" });
	await docker.connection.refresh();
	expect(await docker.connection.use(async (daemon) => daemon)).toBe(daemons[1]);
});

test("an attempt that was dropped and answers late is closed, and nothing of it is shown", async () => {
	let host = "tcp://old:2375";
	const late: ((daemon: FakeDaemon) => void)[] = [];
	const daemons: FakeDaemon[] = [];
	const docker = clientOf(
		(endpoint, signal) => {
			const daemon = fakeDaemon(endpoint, signal);
			daemons.push(daemon);
			return endpoint.url === "tcp://old:2375" ? new Promise((resolve) => late.push(resolve)) : Promise.resolve(daemon);
		},
		() => host,
	);
	docker.connection.hold();
	await atOnce();
	host = "tcp://new:2375";
	docker.connection.reconnect();
	await docker.settled("containers");
	const [old, current] = daemons;
	if (old) late[0]?.(old);
	await atOnce();
	expect(old?.isClosed()).toBe(true);
	expect(current?.isClosed()).toBe(false);
	expect(docker.connection.status).toMatchObject({ kind: "connected", endpoint: { url: "tcp://new:2375" } });
	await expect(docker.connection.use(async (daemon) => daemon)).resolves.toBe(current);
});

test("a list that comes late, of a daemon that is no longer asked, does not get among the rows of the other", async () => {
	let host = "tcp://old:2375";
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open, () => host);
	docker.connection.hold();
	await docker.settled("containers");
	let answer = (_listed: unknown): void => {};
	if (daemons[0]) daemons[0].answers.containers = new Promise((resolve) => (answer = resolve));
	const reloading = docker.connection.refresh();
	host = "tcp://new:2375";
	docker.connection.reconnect();
	await docker.settled("containers");
	answer([{ Id: "x1", Names: ["/stranger"] }]);
	await reloading;
	await atOnce();
	expect([...docker.model.containers.keys()]).toEqual(["w1"]);
});

test("what is listed anew waits for nothing that was shown before", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("images");
	if (daemons[0])
		Object.assign(daemons[0].answers, { containers: new Promise(() => {}), images: [{ Id: "sha256:i", RepoTags: ["web:1"], Created: 0, Size: 1 }] });
	void docker.connection.refresh();
	await atOnce();
	expect([...docker.model.images.keys()]).toEqual(["sha256:i"]);
});

test("another daemon: the rows of the one before go at once, even where the new one does not answer", async () => {
	let host = "tcp://old:2375";
	const docker = clientOf(
		(endpoint, signal) => (endpoint.url === "tcp://old:2375" ? Promise.resolve(fakeDaemon(endpoint, signal)) : new Promise(() => {})),
		() => host,
	);
	docker.connection.hold();
	await docker.settled("containers");
	host = "tcp://silent:2375";
	docker.connection.reconnect();
	await atOnce();
	expect(docker.connection.status.kind).toBe("connecting");
	expect(docker.model.containers.size).toBe(0);
});

test("coming back to the window finds out that the daemon has silently gone", async () => {
	const { open, daemons } = opener(undefined, refused());
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("containers");
	await docker.connection.check();
	expect(docker.connection.status.kind).toBe("connected");
	if (daemons[0]) daemons[0].api.ping = async () => Promise.reject(reset());
	await docker.connection.check();
	await atOnce();
	expect(docker.connection.status.kind).toBe("away");
});

test("a kind that may not be listed leaves the others alone; where none may be, the reason is told", async () => {
	const forbidden = (): Error => Object.assign(new Error("forbidden"), { statusCode: 403, json: { message: "not for you" } });
	const refuse = (daemon: FakeDaemon, name: "containers" | "images" | "networks" | "volumes"): void => {
		const answer = Promise.reject(forbidden());
		answer.catch(() => {});
		daemon.answers[name] = answer;
	};
	const { open, daemons } = opener(undefined);
	let refusing: readonly ("containers" | "images" | "networks" | "volumes")[] = ["images", "networks", "volumes"];
	const docker = clientOf(async (endpoint, signal) => {
		const daemon = (await open(endpoint, signal)) as FakeDaemon;
		for (const name of refusing) refuse(daemon, name);
		return daemon;
	});
	docker.connection.hold();
	await docker.settled("containers");
	await docker.settled("images");
	expect(docker.connection.status.kind).toBe("connected");
	expect(docker.log.filter((line) => line.includes("not for you")).length).toBeGreaterThan(0);
	refusing = ["containers", "images", "networks", "volumes"];
	daemons[0]?.events.end();
	await vi.advanceTimersByTimeAsync(300);
	expect(docker.connection.status).toMatchObject({ kind: "away", error: { kind: "rejected" } });
});

test("a build of which no event tells is seen among the images", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("images");
	expect(docker.model.images.size).toBe(0);
	const [daemon] = daemons;
	if (daemon) daemon.answers.images = [{ Id: "sha256:new", RepoTags: null }];
	daemon?.build();
	await vi.advanceTimersByTimeAsync(100);
	expect([...docker.model.images.keys()]).toEqual(["sha256:new"]);
});

test("an image of which nothing tells is seen when the user comes back", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("images");
	const [daemon] = daemons;
	if (daemon) daemon.answers.images = [{ Id: "sha256:loaded", RepoTags: null }];
	const checked = docker.connection.check();
	await vi.advanceTimersByTimeAsync(100);
	await checked;
	expect([...docker.model.images.keys()]).toEqual(["sha256:loaded"]);
});

test("why a start has failed is shown where the daemon does not know it later, as Podman", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("containers");
	const web = { Id: "w1", Names: ["/web"], Image: "nginx", State: "created", Status: "Created" };
	Object.assign(daemons[0]?.answers ?? {}, {
		containers: [web],
		inspect: () => ({ State: { Error: "" } }),
		start: () => Promise.reject(Object.assign(new Error("(HTTP code 500)"), { statusCode: 500, json: { message: "no such program" } })),
	});
	await docker.connection.refresh();
	await docker.settled("containers");
	const [row] = docker.model.containers.values();
	if (!row) throw new Error("there is no row");
	await expect(docker.containers.start(row)).rejects.toMatchObject({ detail: "no such program" });
	expect(docker.model.containers.get("w1")?.details?.startError).toBe("no such program");
	await docker.connection.check();
	expect(docker.model.containers.get("w1")?.details?.startError).toBe("no such program");
});

test("a daemon of which nothing is heard is asked nothing", async () => {
	const { open, daemons } = opener(undefined);
	const docker = clientOf(open);
	docker.connection.hold();
	await docker.settled("images");
	const [daemon] = daemons;
	if (!daemon) throw new Error("no daemon");
	const asked = [vi.spyOn(daemon.api, "listImages"), vi.spyOn(daemon.api, "listContainers"), vi.spyOn(daemon.api, "ping")];
	await vi.advanceTimersByTimeAsync(600_000);
	for (const spy of asked) expect(spy).not.toHaveBeenCalled();
});
