import { describe, expect, test, vi } from "vitest";
import { lineSplitter, parseEvent, reduceContainer } from "../../../src/docker/events.ts";
import { ModelStore, type ModelChange } from "../../../src/docker/model-store.ts";
import { toContainer, toImage, type Container, type ListedContainer } from "../../../src/docker/model.ts";

const web: Container = {
	id: "w1",
	name: "web",
	image: "nginx",
	imageId: "sha256:n",
	state: "running",
	health: "healthy",
	ports: [{ container: 80, host: 8080, protocol: "tcp" }],
};
const event = (Action: string, Attributes: Record<string, string> = {}, ID = "w1"): string =>
	JSON.stringify({ Type: "container", Action, Actor: { ID, Attributes: { name: "web", image: "nginx", ...Attributes } } });

describe("lists", () => {
	test.each<[string, ListedContainer, Partial<Container>]>([
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
		["text that would steer a terminal or turn the line around", { Names: ["/a\u001b[31mb\u202ec\nd"] }, { name: "abcd" }],
		["nothing at all", {}, { id: "", name: "", ports: [], state: "exited" }],
	])("container: %s", (_name, listed, wanted) => expect(toContainer(listed)).toMatchObject(wanted));

	test.each([
		["tags", ["b:1", "a:1"], ["a:1", "b:1"]],
		["untagged, before API 1.43", ["<none>:<none>"], []],
		["untagged, since", [], []],
		["none given", null, []],
	])("image: %s", (_name, RepoTags, tags) => expect(toImage({ Id: "i", RepoTags, Size: 7 })).toEqual({ id: "i", tags, size: 7, created: 0 }));
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

	test.each<[string, string, Partial<Container> | undefined, boolean]>([
		["start", event("start"), { state: "running", image: "nginx" }, true],
		["die", event("die", { exitCode: "3" }), { state: "exited", exitCode: 3, ports: [] }, true],
		["pause", event("pause"), { state: "paused", health: "healthy" }, false],
		["unpause", event("unpause"), { state: "running" }, false],
		["rename", event("rename", { name: "/shop", oldName: "/web" }), { name: "shop" }, false],
		["health_status", event("health_status: unhealthy"), { health: "unhealthy" }, false],
		["destroy", event("destroy"), undefined, false],
	])("%s", (_name, line, wanted, isPartial) => {
		const parsed = parseEvent(line);
		const reduction = parsed && reduceContainer(web, parsed);
		expect(reduction).toMatchObject({ container: wanted, isPartial });
	});

	test("start and die forget the health and exit code from before", () => {
		const die = parseEvent(event("die", { exitCode: "1" }));
		const start = parseEvent(event("start"));
		if (!die || !start) throw new Error("no event");
		const dead = reduceContainer(web, die)?.container;
		expect(dead).not.toHaveProperty("health");
		expect(reduceContainer(dead, start)?.container).not.toHaveProperty("exitCode");
	});

	test("a new container is shown with what its event tells, labels among it", () => {
		const parsed = parseEvent(event("create", { "com.docker.compose.project": "shop" }, "n1"));
		expect(parsed && reduceContainer(undefined, parsed)).toEqual({
			container: { id: "n1", name: "web", image: "nginx", imageId: "", state: "created", ports: [], project: "shop" },
			isPartial: true,
		});
	});

	test.each(["exec_create: sh", "exec_start: sh", "exec_die", "top", "attach", "resize", "archive-path", "kill", "oom", "update"])(
		"%s changes nothing that is shown",
		(action) => {
			const parsed = parseEvent(event(action));
			expect(parsed && reduceContainer(web, parsed)).toBeUndefined();
		},
	);
});

describe("store", () => {
	const store = (): { model: ModelStore; changes: ModelChange[] } => {
		const changes: ModelChange[] = [];
		return { model: new ModelStore((change) => changes.push(change)), changes };
	};
	const apply = (model: ModelStore, line: string): unknown => {
		const parsed = parseEvent(line);
		if (!parsed) throw new Error("no event");
		return model.apply(parsed);
	};

	test("tells which containers changed, and nothing where none did", async () => {
		const { model, changes } = store();
		await model.listContainers(async () => [web]);
		await model.listContainers(async () => [{ ...web }]);
		await model.listContainers(async () => []);
		expect(changes.map(({ containers }) => [...containers])).toEqual([["w1"], ["w1"]]);
		expect(model.containers.size).toBe(0);
	});

	test("a list that was asked for before an event does not undo it", async () => {
		const { model } = store();
		await model.listContainers(async () => [web]);
		const answers: ((containers: readonly Container[]) => void)[] = [];
		const listing = model.listContainers(() => new Promise((resolve) => answers.push(resolve)));
		apply(model, event("pause"));
		apply(model, event("create", {}, "n1"));
		answers[0]?.([web, { ...web, id: "x1" }]);
		await listing;
		expect(model.containers.get("w1")?.state).toBe("paused");
		expect([...model.containers.keys()].sort()).toEqual(["n1", "w1", "x1"]);
	});

	test("a list that was asked for after an event, by an engine that has not written it down yet, does not undo it either", async () => {
		vi.useFakeTimers();
		const { model } = store();
		await model.listContainers(async () => [web]);
		apply(model, event("die", { exitCode: "1" }));
		expect(await model.listContainers(async () => [web], new Set(["w1"])), "to be asked for again").toEqual(new Set(["w1"]));
		expect(model.containers.get("w1")?.state).toBe("exited");
		expect(await model.listContainers(async () => [{ ...web, state: "restarting" }], new Set(["w1"])), "what no event has ended is news").toEqual(new Set());
		expect(model.containers.get("w1")?.state).toBe("restarting");
		apply(model, event("destroy"));
		expect(await model.listContainers(async () => [web])).toEqual(new Set(["w1"]));
		expect(model.containers.size).toBe(0);
		vi.advanceTimersByTime(2_100);
		expect(await model.listContainers(async () => [web]), "in the end the engine is right").toEqual(new Set());
		expect(model.containers.size).toBe(1);
		vi.useRealTimers();
	});

	test("a list of some leaves the others alone", async () => {
		const { model } = store();
		await model.listContainers(async () => [web, { ...web, id: "w2" }]);
		await model.listContainers(async () => [], new Set(["w2"]));
		expect([...model.containers.keys()]).toEqual(["w1"]);
	});

	test("what is being done stays in the row until it is over, whatever events say", async () => {
		const { model } = store();
		await model.listContainers(async () => [web]);
		model.setTransition("w1", "restarting");
		apply(model, event("die", { exitCode: "0" }));
		expect(model.containers.get("w1")).toMatchObject({ state: "exited", transition: "restarting" });
		apply(model, event("start"));
		model.setTransition("w1", undefined);
		expect(model.containers.get("w1")).not.toHaveProperty("transition");
		expect(model.containers.get("w1")?.state).toBe("running");
	});

	test("images: the same list again is no change; a deleted one goes at once", () => {
		const { model, changes } = store();
		const image = { id: "sha256:n", tags: ["nginx:1"], size: 1, created: 1 };
		model.replaceImages([image]);
		model.replaceImages([{ ...image }]);
		expect(changes).toHaveLength(1);
		expect(apply(model, JSON.stringify({ Type: "image", Action: "delete", Actor: { ID: "sha256:n" } }))).toBe("images");
		expect(model.images.size).toBe(0);
	});
});
