import { describe, expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import type { Image } from "../../src/docker/resources/image.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import type { ExplorerKind, Look, Node, Nodes, Own } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { sizeText } from "../../src/engine/text/size.ts";
import { imagesView } from "../../src/extension/explorer/kinds/image.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const container = (id: string, more: Partial<Container> = {}): Container => ({
	id,
	name: id,
	image: "nginx:1.27",
	imageId: "sha256:n",
	state: "running",
	ports: [],
	volumes: [],
	networks: [],
	...more,
});
const image = (id: string, tags: readonly string[], more: Partial<Image> = {}): Image => ({ id, tags, size: 2_000_000, created: 1, ...more });
const model = (containers: readonly Container[], images: readonly Image[] = []): Model => ({
	...(Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model),
	containers: new Map(containers.map((one) => [one.id, one])),
	images: new Map(images.map((one) => [one.id, one])),
});
/** The view as lines of text, two spaces a level. */
const draw = (kind: ExplorerKind, nodes: readonly Node[], level = 0): string[] =>
	nodes.flatMap((node) => [`${"  ".repeat(level)}${kind.look(node, english).label}`, ...draw(kind, kind.children(node), level + 1)]);
const lookOf = (of: Container): Look => containersView.look({ kind: "container", id: "c", container: of, parent: undefined }, english);
const { children } = containersView as ExplorerKind;

describe("what a container looks like", () => {
	test.each<[string, Partial<Container>, string, string, string]>([
		["running", {}, "running · nginx:1.27", "vm-running running", "running"],
		["healthy", { health: "healthy" }, "running (healthy) · nginx:1.27", "vm-running running", "running"],
		["unhealthy", { health: "unhealthy" }, "running (unhealthy) · nginx:1.27", "warning failed", "running"],
		["health to come", { health: "starting" }, "running (health unknown yet) · nginx:1.27", "vm-running running", "running"],
		[
			"ports",
			{
				ports: [
					{ container: 80, host: 8080, protocol: "tcp" },
					{ container: 9, protocol: "tcp" },
				],
			},
			"running · 8080→80 · nginx:1.27",
			"vm-running running",
			"running published",
		],
		["paused", { state: "paused" }, "paused · nginx:1.27", "debug-pause paused", "paused"],
		["created", { state: "created" }, "created · nginx:1.27", "vm-outline stopped", "stopped"],
		["ended well", { state: "exited", exitCode: 0 }, "exited (0) · nginx:1.27", "vm-outline stopped", "stopped"],
		["stopped by a signal", { state: "exited", exitCode: 143 }, "exited (143) · nginx:1.27", "vm-outline stopped", "stopped"],
		["failed", { state: "exited", exitCode: 1 }, "exited (1) · nginx:1.27", "error failed", "stopped"],
		["dead", { state: "dead" }, "dead · nginx:1.27", "error failed", "dead"],
		["a removal that goes on, or has failed", { state: "removing" }, "removing · nginx:1.27", "vm-outline stopped", "dead"],
		["restarting", { state: "restarting" }, "restarting · nginx:1.27", "sync failed", "restarting"],
		[
			"a loop",
			{ state: "restarting", exitCode: 3, details: { restarts: 4 } },
			"restarting: exit code 3, restarted 4 times so far · nginx:1.27",
			"sync failed",
			"restarting",
		],
		["a loop that happens to run", { details: { restarts: 1 } }, "running (restarted once so far) · nginx:1.27", "sync failed", "running"],
		["never started", { state: "created", details: {} }, "created · nginx:1.27", "vm-outline stopped", "stopped"],
		[
			"failed to start",
			{ state: "created", details: { startError: 'runc create failed: exec: "nope": executable file not found in $PATH: unknown' } },
			"failed to start: the program nope is not in the image: nothing of that name is in its PATH · nginx:1.27",
			"run-errors failed",
			"stopped",
		],
		[
			"failed to start again",
			{ state: "exited", exitCode: 128, details: { startError: "Bind for 0.0.0.0:8080 failed: port is already allocated" } },
			"failed to start: port 8080 is already allocated: another container publishes it · nginx:1.27",
			"run-errors failed",
			"stopped",
		],
		[
			"out of memory",
			{ state: "exited", exitCode: 137, details: { isOutOfMemory: true } },
			"killed: out of memory (137) · nginx:1.27",
			"error failed",
			"stopped",
		],
		[
			"out of memory, but not itself",
			{ state: "exited", exitCode: 1, details: { isOutOfMemory: true } },
			"exited (1): a process of it was killed, out of memory · nginx:1.27",
			"error failed",
			"stopped",
		],
		[
			"a program that the kernel does not execute",
			{ state: "exited", exitCode: 1, details: { execError: "exec /e.sh: no such file or directory" } },
			"failed to start: /e.sh names an interpreter that is not in the image, or its lines end as on Windows · nginx:1.27",
			"run-errors failed",
			"stopped",
		],
		[
			"that again and again",
			{ state: "restarting", exitCode: 1, details: { execError: "exec /e.sh: no such file or directory", restarts: 2 } },
			"restarting: /e.sh names an interpreter that is not in the image, or its lines end as on Windows, restarted 2 times so far · nginx:1.27",
			"sync failed",
			"restarting",
		],
		["killed by hand", { state: "exited", exitCode: 137, details: {} }, "exited (137) · nginx:1.27", "vm-outline stopped", "stopped"],
		[
			"a process ran out of memory, and the container ended well",
			{ state: "exited", exitCode: 0, details: { isOutOfMemory: true } },
			"exited (0) · nginx:1.27",
			"vm-outline stopped",
			"stopped",
		],
		[
			"a process ran out of memory, the container did not",
			{ health: "healthy", details: { isOutOfMemory: true } },
			"running (healthy, a process of it was killed: out of memory) · nginx:1.27",
			"warning failed",
			"running",
		],
		["being stopped", { transition: "stopping" }, "stopping… · nginx:1.27", "loading~spin ", "busy ending"],
	])("%s", (_name, more, description, icon, activity) => {
		const seen = lookOf(container("web", more));
		expect(seen).toMatchObject({ label: "web", description, context: `container ${activity}` });
		expect(`${seen.icon} ${seen.colour ?? ""}`).toBe(icon);
	});

	test("no two states have the same shape in the same colour, but those that mean the same", () => {
		const shapes = (["running", "paused", "restarting", "dead", "created"] as const).map((state) => {
			const { icon, colour } = lookOf(container("web", { state }));
			return `${icon} ${colour}`;
		});
		expect(new Set(shapes).size).toBe(shapes.length);
	});

	test("a screen reader hears all of it", () => {
		const { spoken } = lookOf(container("web", { health: "healthy", ports: [{ container: 80, host: 8080, protocol: "tcp" }] }));
		expect(spoken).toBe("web, running (healthy), port 8080, image nginx:1.27");
	});
});

describe("containers", () => {
	const shop = [
		container("b", { name: "shop-web-10", project: "shop" }),
		container("a", { name: "shop-web-2", project: "shop", state: "exited", exitCode: 1 }),
		container("z", { name: "alone" }),
		container("c", { name: "db", project: "app" }),
	];

	test("projects first, then the others, by name and number", () => {
		const roots = containersView.arrange(model(shop), new Map());
		expect(draw(containersView, roots)).toEqual(["app", "  db", "shop", "  web-2", "  web-10", "alone"]);
		expect((containersView as ExplorerKind).look(roots[1] as Node, english)).toMatchObject({
			description: "1 of 2 running · web-2 failed (1)",
			colour: "failed",
			context: "project running stopped",
		});
	});

	test("a red project says which of its containers, and what is the matter", () => {
		const state: readonly Partial<Container>[] = [
			{ health: "unhealthy" },
			{ state: "created", details: { startError: "no" } },
			{ state: "exited", exitCode: 137, details: { isOutOfMemory: true } },
			{ state: "restarting" },
			{},
		];
		const of = (...which: readonly number[]): string | undefined => {
			const [project] = containersView.arrange(
				model(which.map((index) => container(`${index}`, { name: `shop-c${index}`, project: "shop", ...state[index] }))),
				new Map(),
			);
			return project && containersView.look(project, english).description;
		};
		expect(of(0, 4)).toBe("2 of 2 running · c0 unhealthy");
		expect(of(1, 2)).toBe("0 of 2 running · c1 failed to start, c2 out of memory");
		expect(of(0, 1, 2, 3, 4)).toBe("2 of 5 running · c0 unhealthy, c1 failed to start, c2 out of memory, …");
		expect(of(4)).toBe("1 of 1 running");
	});

	test("the badge counts what failed, loops or is unhealthy, and names it", () => {
		const badge = (...of: readonly Container[]): unknown => containersView.badge?.(model(of), english);
		expect(badge(container("web"), container("db", { state: "exited", exitCode: 0 }))).toBeUndefined();
		expect(
			badge(
				container("web", { health: "unhealthy" }),
				container("db", { state: "exited", exitCode: 1 }),
				container("job", { state: "restarting", exitCode: 2 }),
				container("idle", { state: "created" }),
				container("stopping", { state: "exited", exitCode: 1, transition: "starting" }),
			),
		).toEqual({ value: 3, tooltip: "db: exited (1)\njob: restarting: exit code 2\nweb: running (unhealthy)" });
	});

	test("nodes stay the same objects, with the same ids, whatever changes", () => {
		const known: Nodes = new Map();
		const before = containersView.arrange(model(shop), known);
		const nodes = [...before, ...before.flatMap(children)];
		const after = containersView.arrange(model(shop.map((one) => ({ ...one, state: "paused", name: `${one.name}-renamed` }))), known);
		for (const node of [...after, ...after.flatMap(children)]) expect(nodes).toContain(node);
		expect(nodes.map(({ id }) => id).filter((id) => /running|paused|exited/.test(id))).toEqual([]);
	});

	const at = (line: number) => ({ uri: "file:///shop/compose.yaml", range: { start: { line, character: 2 }, end: { line, character: 5 } } });
	const service = (name: string, line: number, profiles: readonly string[] = []) => ({ name, at: at(line), profiles });
	const own = (projects: Own["projects"], folders = ["/home/me/shop"]): Own => ({ folders, projects });

	test("services of files that have no container stand below their projects, and lead to their lines", () => {
		const files = [
			{ name: "shop", services: [service("web", 1), service("queue", 4), service("debug", 8, ["debug", "all"])] },
			{ name: "idle", services: [service("job", 1)] },
		];
		const known: Nodes = new Map();
		const all = [...shop.map((one) => ({ ...one, service: "web" }))];
		const roots = containersView.arrange(model(all), known, { own: own(files) });
		expect(draw(containersView, roots)).toEqual(["idle", "  job", "shop", "  web-2", "  web-10", "  debug", "  queue", "app", "  db", "alone"]);
		expect(roots.map((root) => containersView.startsCollapsed?.(root))).toEqual([false, false, true, false]);
		const [idle, stopped] = [roots[0], roots[1]].map((root) => (root ? children(root).map((node) => containersView.look(node as never, english)) : []));
		expect(idle?.[0]).toMatchObject({ description: "not created", context: "service", spoken: "job, not created" });
		expect(stopped?.[2]).toMatchObject({ label: "debug", description: "not created, profile debug, all" });
		expect(roots[0] && containersView.look(roots[0], english)).toMatchObject({ description: "not created", context: "project absent" });
		const again = containersView.arrange(model(all), known, { own: own([{ name: "idle", services: [service("job", 7)] }]) });
		expect(again[0]).toBe(roots[0]);
		expect(again[0] && children(again[0])).toEqual([expect.objectContaining({ name: "job", at: at(7) })]);
		expect(known.has("service:shop/queue")).toBe(false);
	});

	test.each([
		[{ grouping: "none" }, ["alone", "db", "shop-web-2", "shop-web-10"]],
		[{ grouping: "none", order: "state" }, ["shop-web-2", "alone", "db", "shop-web-10"]],
		[{ grouping: "none", order: "newest" }, ["shop-web-10", "db", "alone", "shop-web-2"]],
		[{ grouping: "image" }, ["nginx:1.27", "  alone", "  shop-web-2", "  shop-web-10", "postgres:17", "  db"]],
		[{ grouping: "network" }, ["none", "  alone", "  shop-web-2", "  shop-web-10", "shop", "  db"]],
		[{ grouping: "a word that nothing knows" }, ["app", "  db", "shop", "  web-2", "  web-10", "alone"]],
		[{ order: "a word that nothing knows" }, ["app", "  db", "shop", "  web-2", "  web-10", "alone"]],
	])("as the user wants them: %o", (wanted, rows) => {
		const more: Readonly<Record<string, Partial<Container>>> = {
			db: { image: "postgres:17", networks: [{ name: "shop", addresses: [] }], createdAt: 30 },
			alone: { createdAt: 20 },
			"shop-web-2": { createdAt: 10 },
		};
		const roots = containersView.arrange(model(shop.map((one) => ({ ...one, ...more[one.name] }))), new Map(), wanted);
		expect(draw(containersView, roots)).toEqual(rows);
	});

	test("projects of the workspace come first and are open, by their files or by the folder in which Compose was run; others are folded", () => {
		const made = (name: string, projectFolder: string): Container => container(name, { name: `${name}-web-1`, project: name, projectFolder });
		const all = [made("zoo", "/home/me/shop/zoo"), made("app", "/home/me/shopping"), made("root", "/home/me/shop"), container("alone")];
		const folded = (folders: readonly string[], projects: Own["projects"] = []): string[] =>
			containersView
				.arrange(model(all), new Map(), { own: { folders, projects } })
				.map((node) => `${containersView.look(node, english).label}${containersView.startsCollapsed?.(node) ? " folded" : ""}`);
		expect(folded(["/home/me/shop/"])).toEqual(["root", "zoo", "app folded", "alone"]);
		expect(folded(["/home/me/shop"], [{ name: "app", services: [] }])).toEqual(["app", "root", "zoo", "alone"]);
		expect(folded(["C:\\shop"]), "none is of the workspace").toEqual(["app folded", "root folded", "zoo folded", "alone"]);
		expect(folded([]), "no folder is open").toEqual(["app", "root", "zoo", "alone"]);
		all.push(made("win", "c:/Shop/win"));
		expect(folded(["C:\\shop"])[0]).toBe("win");
	});

	test("only what belongs to the workspace, however it is grouped", () => {
		const files = own([{ name: "shop", services: [service("web", 1), service("queue", 4)] }]);
		const all = shop.map((one) => ({ ...one, ...(one.project === "shop" && { service: "web" }) }));
		const drawn = (grouping: string): string[] =>
			draw(containersView, containersView.arrange(model(all), new Map(), { own: files, scope: "workspace", grouping }));
		expect(drawn("project")).toEqual(["shop", "  web-2", "  web-10", "  queue"]);
		expect(drawn("none")).toEqual(["shop-web-2", "shop-web-10", "queue"]);
	});

	test("services that are not there are shown however containers are grouped, and say of which project they are", () => {
		const files = own([{ name: "shop", services: [service("queue", 4)] }]);
		const known: Nodes = new Map();
		const byImage = containersView.arrange(model(shop), known, { own: files, grouping: "image" });
		expect(draw(containersView, byImage)).toEqual(["nginx:1.27", "  alone", "  db", "  shop-web-2", "  shop-web-10", "Not Created", "  queue"]);
		const last = byImage.at(-1) as Node;
		expect(children(last).map((node) => (containersView as ExplorerKind).look(node, english).description)).toEqual(["not created · shop"]);
		expect((containersView as ExplorerKind).look(last, english)).toMatchObject({ description: "1 service", context: "group absent" });
		const flat = containersView.arrange(model(shop), known, { own: files, grouping: "none" });
		expect(flat.at(-1)).toBe(children(last)[0]);
		expect(containersView.parent(flat.at(-1) as never)).toBeUndefined();
	});

	test("what has gone is forgotten, with its project", () => {
		const known: Nodes = new Map();
		containersView.arrange(model(shop), known);
		containersView.arrange(model(shop.slice(2, 3)), known);
		expect([...known.keys()]).toEqual(["container:z"]);
	});
});

describe("images", () => {
	const images = [
		image("sha256:n", ["nginx:1.27", "mirror/nginx:1.27"]),
		image("sha256:000102030405060708", [], { created: 1 }),
		image("sha256:0a0b0c0d0e0f0a0b", [], { created: 2 }),
		image("sha256:a", ["alpine:3"]),
	];
	const users = [container("web"), container("job", { image: "sha256:n" })];

	test("a row for each tag by name, then those without one, the newest first", () => {
		expect(draw(imagesView, imagesView.arrange(model(users, images), new Map()))).toEqual([
			"alpine:3",
			"mirror/nginx:1.27",
			"nginx:1.27",
			"0a0b0c0d0e0f",
			"000102030405",
		]);
	});

	test("one that is here by a digest alone has the name under which its registry has it, also where it is copied", () => {
		const digest = `shop/web@sha256:0123456789ab${"c".repeat(52)}`;
		const [node] = imagesView.arrange(model([], [image("sha256:a", [], { digest })]), new Map());
		expect(node && [imagesView.look(node, english).spoken, imagesView.identity(node).name]).toEqual(["shop/web@0123456789ab, untagged, 2.0 MB", digest]);
	});

	test("size and use; a container belongs to the tag that it was made from", () => {
		const rows = imagesView.arrange(model(users, images), new Map()).map((node) => imagesView.look(node, english));
		expect(rows.map(({ description, context }) => `${description} | ${context}`)).toEqual([
			"2.0 MB | image unused tagged",
			"2.0 MB · in use by job | image used tagged",
			"2.0 MB · in use by 2 containers | image used tagged",
			"untagged · 2.0 MB | image unused nameless",
			"untagged · 2.0 MB | image unused nameless",
		]);
	});

	test("a tag that moves to a new image keeps its row", () => {
		const known: Nodes = new Map();
		const [before] = imagesView.arrange(model([], [image("sha256:1", ["app:dev"])]), known);
		const [after] = imagesView.arrange(model([], [image("sha256:2", ["app:dev"])]), known);
		expect(after).toBe(before);
		expect(after).toMatchObject({ image: { id: "sha256:2" } });
	});
});

test.each([
	[0, "0 B"],
	[999, "999 B"],
	[1_500, "1.5 kB"],
	[23_456_789, "23 MB"],
	[1_980_000_000, "2.0 GB"],
])("size %i", (bytes, wanted) => expect(sizeText(bytes)).toBe(wanted));
