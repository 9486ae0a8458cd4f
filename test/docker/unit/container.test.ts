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
		["text that would steer a terminal or turn the line around", { Names: ["/a\u001b[31mb\u202ec\nd"] }, { name: "abcd" }],
		["nothing at all", {}, { id: "", name: "", ports: [], state: "exited" }],
	])("container: %s", async (_name, answer, wanted) => expect(await listed(answer)).toMatchObject(wanted));

	test.each([
		["tags", ["b:1", "a:1"], ["a:1", "b:1"]],
		["untagged, before API 1.43", ["<none>:<none>"], []],
		["untagged, since", [], []],
		["none given", null, []],
	])("image: %s", async (_name, RepoTags, tags) => expect(await listed({ Id: "i", RepoTags, Size: 7 })).toEqual({ id: "i", tags, size: 7, created: 0 }));
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
			after: { id: "n1", name: "web", image: "nginx", imageId: "", state: "created", ports: [], project: "shop" },
			ask: "row",
		});
	});

	test.each(["exec_create: sh", "exec_start: sh", "exec_die", "top", "attach", "resize", "archive-path", "kill", "oom", "update"])(
		"%s changes nothing that is shown",
		(action) => {
			const parsed = parseEvent(event(action));
			expect(parsed && containers.reduce(web, parsed)).toBeUndefined();
		},
	);
});
