import { describe, expect, test } from "vitest";
import type { Api } from "../../../src/docker/connection/daemon.ts";
import { lineSplitter, parseEvent } from "../../../src/docker/connection/events.ts";
import { containers, type Container } from "../../../src/docker/resources/container.ts";
import { images } from "../../../src/docker/resources/image.ts";

const web: Container = {
	id: "w1",
	name: "web",
	image: "nginx",
	imageId: "sha256:n",
	state: "running",
	health: "healthy",
	ports: [{ container: 80, host: 8080, protocol: "tcp" }],
	volumes: [],
	networks: [],
};
const event = (Action: string, Attributes: Record<string, string> = {}, ID = "w1"): string =>
	JSON.stringify({ Type: "container", Action, Actor: { ID, Attributes: { name: "web", image: "nginx", ...Attributes } } });

describe("lists", () => {
	const listed = async (answer: object): Promise<unknown> => {
		const api = { listContainers: async () => [answer], listImages: async () => [answer] } as unknown as Api;
		return (await ("RepoTags" in answer ? images : containers).list(api, new AbortController().signal))[0];
	};

	test.each<[string, object, Partial<Container>]>([
		["health", { State: "running", Status: "Up 3 minutes (healthy)" }, { state: "running", health: "healthy" }],
		["health to come", { State: "running", Status: "Up 1 second (health: starting)" }, { health: "starting" }],
		["exit code", { State: "exited", Status: "Exited (137) 5 minutes ago" }, { state: "exited", exitCode: 137 }],
		["Podman's states", { State: "configured" }, { state: "created" }],
		["names with links", { Names: ["/other/alias", "/web"] }, { name: "web" }],
		["no name", { Id: "0123456789abcdef", Names: null }, { name: "0123456789ab" }],
		[
			"a port of both address families once",
			{
				Ports: [
					{ IP: "0.0.0.0", PrivatePort: 80, PublicPort: 8080, Type: "tcp" },
					{ IP: "::", PrivatePort: 80, PublicPort: 8080, Type: "tcp" },
					{ PrivatePort: 53, Type: "udp" },
				],
			},
			{
				ports: [
					{ container: 53, protocol: "udp" },
					{ container: 80, host: 8080, ip: "0.0.0.0", protocol: "tcp" },
				],
			},
		],
		["Compose", { Labels: { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" } }, { project: "shop", service: "web" }],
		["an image without a name", { Image: `sha256:0123456789ab${"c".repeat(52)}` }, { image: "0123456789ab" }],
		["an image by its digest", { Image: "nginx@sha256:0123456789abcdef" }, { image: "nginx@sha256:0123456789abcdef" }],
		["text that would steer a terminal or turn the line around", { Names: ["/a\u001b[31mb\u202ec\nd"] }, { name: "abcd" }],
		["another container's network", { HostConfig: { NetworkMode: "container:0123456789abcdef" } }, { sharesNetwork: true }],
		["nothing at all", {}, { id: "", name: "", ports: [], state: "exited" }],
	])("container: %s", async (_name, answer, wanted) => expect(await listed(answer)).toMatchObject(wanted));

	test.each([
		["tags", ["b:1", "a:1"], ["a:1", "b:1"]],
		["untagged, before API 1.43", ["<none>:<none>"], []],
		["untagged, since", [], []],
		["none given", null, []],
	])("image: %s", async (_name, RepoTags, tags) => expect(await listed({ Id: "i", RepoTags, Size: 7 })).toEqual({ id: "i", tags, size: 7, created: 0 }));

	test("an image that is here by a digest alone", async () => {
		const RepoDigests = [`shop/web@sha256:${"a".repeat(64)}`, `other/web@sha256:${"a".repeat(64)}`];
		expect(await listed({ Id: "i", RepoTags: [], RepoDigests })).toMatchObject({ tags: [], digest: RepoDigests[0] });
		expect(await listed({ Id: "i", RepoTags: [], RepoDigests: ["<none>@<none>"] })).not.toHaveProperty("digest");
	});
});

describe("events", () => {
	test.each([
		[
			"as of API 1.52",
			'{"Type":"container","Action":"die","Actor":{"ID":"w1","Attributes":{"exitCode":"3"}}}',
			{ action: "die", id: "w1", attributes: { exitCode: "3" } },
		],
		[
			"before",
			'{"status":"start","id":"w1","from":"x","Type":"container","Action":"start","Actor":{"ID":"w1","Attributes":null}}',
			{ action: "start", id: "w1" },
		],
		[
			"health",
			'{"Type":"container","Action":"health_status: unhealthy","Actor":{"ID":"w1"}}',
			{ action: "health_status", attributes: { health_status: "unhealthy" } },
		],
		[
			"Podman's health",
			'{"Type":"container","Action":"health_status","HealthStatus":"healthy","Actor":{"ID":"w1"}}',
			{ attributes: { health_status: "healthy" } },
		],
		["Podman's die", '{"Type":"container","Action":"died","Actor":{"ID":"w1","Attributes":{"containerExitCode":"1"}}}', { action: "die" }],
		["an exec's command", '{"Type":"container","Action":"exec_start: sh -c x: y","Actor":{"ID":"w1"}}', { action: "exec_start" }],
	])("%s", (_name, line, wanted) => expect(parseEvent(line)).toMatchObject(wanted));

	test.each(["", "{", "null", '{"Type":"container"}', '{"Type":"container","Action":"start","Actor":{}}'])("no event: %j", (line) =>
		expect(parseEvent(line)).toBeUndefined(),
	);

	test("lines and characters may be cut anywhere", () => {
		const bytes = Buffer.from("één\ntwéé\nrest");
		for (let cut = 1; cut < bytes.length; cut++) {
			const lines: string[] = [];
			const feed = lineSplitter((line) => lines.push(line));
			feed(bytes.subarray(0, cut));
			feed(bytes.subarray(cut));
			expect(lines).toEqual(["één", "twéé"]);
		}
	});

	test.each<[string, string, Partial<Container> | undefined, "row" | undefined]>([
		["start", event("start"), { state: "running", image: "nginx" }, "row"],
		["die", event("die", { exitCode: "3" }), { state: "exited", exitCode: 3, ports: [] }, "row"],
		["pause", event("pause"), { state: "paused", health: "healthy" }, undefined],
		["unpause", event("unpause"), { state: "running" }, undefined],
		["rename", event("rename", { name: "/shop", oldName: "/web" }), { name: "shop" }, undefined],
		["health_status", event("health_status: unhealthy"), { health: "unhealthy" }, undefined],
		["destroy", event("destroy"), undefined, undefined],
	])("%s", (_name, line, wanted, ask) => {
		const parsed = parseEvent(line);
		const reduction = parsed && containers.reduce(web, parsed);
		expect(reduction?.ask).toBe(ask);
		if (wanted) expect(reduction?.after).toMatchObject(wanted);
		else expect(reduction).toEqual({ after: undefined });
	});

	test("start and die forget the health and exit code from before", () => {
		const die = parseEvent(event("die", { exitCode: "1" }));
		const start = parseEvent(event("start"));
		if (!die || !start) throw new Error("no event");
		const dead = containers.reduce(web, die)?.after;
		expect(dead).not.toHaveProperty("health");
		expect(containers.reduce(dead, start)?.after).not.toHaveProperty("exitCode");
	});

	test("a new container is shown with what its event tells, labels among it", () => {
		const parsed = parseEvent(event("create", { "com.docker.compose.project": "shop" }, "n1"));
		expect(parsed && containers.reduce(undefined, parsed)).toEqual({
			after: { id: "n1", name: "web", image: "nginx", imageId: "", state: "created", ports: [], volumes: [], networks: [], project: "shop" },
			ask: "row",
			again: 1_000,
		});
	});

	test.each(["exec_create: sh", "exec_start: sh", "exec_die", "top", "attach", "resize", "archive-path", "kill", "update"])(
		"%s changes nothing that is shown",
		(action) => {
			const parsed = parseEvent(event(action));
			expect(parsed && containers.reduce(web, parsed)).toBeUndefined();
		},
	);
});

describe("what only inspection tells", () => {
	const list = async (listed: object, inspected: object | Error, ids?: "all"): Promise<Container | undefined> => {
		const inspect = async (): Promise<object> => (inspected instanceof Error ? Promise.reject(inspected) : inspected);
		const api = { listContainers: async () => [{ Id: "w1", ...listed }], getContainer: () => ({ inspect }) } as unknown as Api;
		return (await containers.list(api, new AbortController().signal, ids ? undefined : new Set(["w1"])))[0];
	};

	test.each<[string, object, object, Container["details"]]>([
		[
			"a start that failed",
			{ State: "created", Status: "Created" },
			{ State: { Error: 'exec: "nope": executable file not found in $PATH' } },
			{ startError: 'exec: "nope": executable file not found in $PATH' },
		],
		["one that was never started", { State: "created", Status: "Created" }, { State: { Error: "" } }, {}],
		["out of memory", { State: "exited", Status: "Exited (137) 1 second ago" }, { State: { OOMKilled: true } }, { isOutOfMemory: true }],
		["a loop", { State: "restarting", Status: "Restarting (3) 1 second ago" }, { RestartCount: 4, State: {} }, { restarts: 4 }],
		["a loop that happens to run", { State: "running", Status: "Up Less than a second" }, { RestartCount: 4, State: {} }, { restarts: 4 }],
		["one that has just started, and nothing is wrong", { State: "running", Status: "Up 2 seconds" }, { RestartCount: 0, State: {} }, undefined],
		["one that ended well is not asked about", { State: "exited", Status: "Exited (0) 1 second ago" }, { State: { Error: "x" } }, undefined],
		["one that runs is not asked about", { State: "running", Status: "Up 12 seconds" }, { RestartCount: 4 }, undefined],
		["an answer without a state", { State: "created" }, { State: null }, {}],
	])("%s", async (_name, listed, inspected, details) => expect((await list(listed, inspected))?.details).toEqual(details));

	test("a list of all asks about none, and says which are left open", async () => {
		const row = await list({ State: "created" }, new Error("nobody may ask"), "all");
		expect(row && containers.isOpen?.(row)).toBe(true);
		expect(containers.isOpen?.(web)).toBe(false);
		expect(containers.isOpen?.({ ...web, state: "exited", exitCode: 0 })).toBe(false);
	});

	test("one that goes between list and inspection", async () => {
		const gone = Object.assign(new Error("no such container"), { statusCode: 404 });
		expect(await list({ State: "created" }, gone)).toMatchObject({ id: "w1" });
	});

	const after = (before: Container, ...lines: readonly string[]): Container | undefined =>
		lines.reduce<Container | undefined>((row, line) => {
			const parsed = parseEvent(line);
			return parsed && containers.reduce(row, parsed)?.after;
		}, before);

	test("the kernel's kill is known before the container has died of it", () => {
		expect(after(web, event("oom"))).toMatchObject({ state: "running", details: { isOutOfMemory: true } });
		expect(after(web, event("oom"), event("die", { exitCode: "137" }))).toMatchObject({ state: "exited", exitCode: 137, details: { isOutOfMemory: true } });
		expect(after(web, event("oom"), event("die", { exitCode: "137" }), event("start"))).not.toHaveProperty("details");
	});

	test("what once was is not said of what came after", () => {
		const failed: Container = { ...web, state: "exited", exitCode: 128, details: { startError: "no", restarts: 2 } };
		expect(after(failed, event("start"), event("die", { exitCode: "0" }))).not.toHaveProperty("details");
	});

	test("one that never ran stays as it was made, though Podman lets it die", () => {
		expect(after({ ...web, state: "created" }, event("die", { exitCode: "127" }))).toMatchObject({ state: "created" });
	});

	test.each(["connect", "disconnect"])("%s: it has other addresses", (Action) => {
		const parsed = parseEvent(JSON.stringify({ Type: "network", Action, Actor: { ID: "n1", Attributes: { container: "w1" } } }));
		expect(parsed && containers.reduce(web, parsed)).toEqual({ after: web, ask: "row" });
	});

	test("what a start failed of is asked for when the networks are given back", () => {
		const parsed = parseEvent('{"Type":"network","Action":"disconnect","Actor":{"ID":"n1","Attributes":{"container":"w1"}}}');
		if (!parsed) throw new Error("no event");
		expect(containers.subject?.(parsed)).toBe("w1");
		expect(containers.reduce({ ...web, state: "created" }, parsed)).toMatchObject({ ask: "row" });
		expect(containers.reduce({ ...web, state: "exited" }, parsed)).toMatchObject({ ask: "row" });
		expect(containers.reduce(undefined, parsed)).toBeUndefined();
	});

	test("a loop is one until it has run for a while", () => {
		const looping: Container = { ...web, state: "restarting", exitCode: 3, details: { restarts: 4 } };
		const parsed = parseEvent(event("start"));
		const started = parsed && containers.reduce(looping, parsed);
		expect(started).toMatchObject({ after: { state: "running", details: { restarts: 4 } }, ask: "row", again: expect.any(Number) });
		if (started?.after) expect(containers.keep?.(started.after, { ...web, state: "running" })).not.toHaveProperty("details");
	});

	test("a loop goes on when it dies again, whether the list says so at once or later", () => {
		const running: Container = { ...web, details: { restarts: 4 } };
		expect(after(running, event("die", { exitCode: "0" }))).toMatchObject({ state: "restarting", exitCode: 0, details: { restarts: 4 } });
		const parsed = parseEvent(event("die", { exitCode: "3" }));
		expect(parsed && containers.reduce(web, parsed)?.allows).toEqual(["state restarting", "state exited"]);
	});

	const multiplexed = (text: string): Buffer => Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);
	const quick = { StartedAt: "2026-11-25T21:00:00.1Z", FinishedAt: "2026-11-25T21:00:00.4Z" };
	const exited = { State: "exited", Status: "Exited (1) 1 second ago" };

	test.each<[string, object, object, Buffer | Error, Container["details"]]>([
		[
			"an interpreter that is missing",
			exited,
			quick,
			multiplexed("exec /e.sh: no such file or directory\n"),
			{ execError: "exec /e.sh: no such file or directory" },
		],
		["a terminal", exited, quick, Buffer.from("exec /e: exec format error\r\n"), { execError: "exec /e: exec format error" }],
		[
			"a loop",
			{ State: "restarting", Status: "Restarting (1) 1 second ago" },
			quick,
			multiplexed("exec /e: permission denied\n"),
			{ execError: "exec /e: permission denied" },
		],
		["what the program itself says", exited, quick, multiplexed("cannot exec /e: no such file or directory\n"), {}],
		["a program that has run", exited, { ...quick, FinishedAt: "2026-11-25T21:00:09Z" }, multiplexed("exec /e: exec format error\n"), {}],
		["no logs to be read", exited, quick, new Error("configured logging driver does not support reading"), {}],
	])("the last line of a log: %s", async (_name, listed, State, output, details) => {
		const logs = async (): Promise<Buffer> => (output instanceof Error ? Promise.reject(output) : output);
		const api = { listContainers: async () => [{ Id: "w1", ...listed }], getContainer: () => ({ inspect: async () => ({ State }), logs }) } as unknown as Api;
		expect((await containers.list(api, new AbortController().signal, new Set(["w1"])))[0]?.details).toEqual(details);
	});

	test("details stay with the state that they explain", () => {
		const failed: Container = { ...web, state: "created", details: { startError: "no" } };
		expect(containers.keep?.(failed, { ...web, state: "created" })?.details).toEqual({ startError: "no" });
		expect(containers.keep?.(failed, { ...web, state: "created", details: {} })?.details).toEqual({ startError: "no" });
		expect(containers.keep?.(failed, { ...web, state: "created", details: { startError: "never" } })?.details).toEqual({ startError: "never" });
		expect(containers.keep?.(failed, { ...web, state: "exited", exitCode: 1 })).not.toHaveProperty("details");
	});
});

test.each([
	["image", "tag", "sha256:n", "all"],
	["image", "pull", "busybox:latest", "all"],
	["container", "commit", "busybox:test", "all"],
	["container", "create", "sha256:abc", "all"],
	["container", "destroy", "sha256:abc", "all"],
	["container", "create", "busybox:test", undefined],
	["container", "start", "sha256:abc", undefined],
])("images: %s %s of %s", (Type, Action, image, ask) => {
	const parsed = parseEvent(JSON.stringify({ Type, Action, Actor: { ID: "w1", Attributes: { image } } }));
	expect(parsed && images.reduce(undefined, parsed)?.ask).toBe(ask);
});
