import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import { DockerError } from "../../src/docker/errors.ts";
import type { Container, ContainerState } from "../../src/docker/resources/container.ts";
import type { Image } from "../../src/docker/resources/image.ts";
import { kinds } from "../../src/docker/resources/index.ts";
import type { Services } from "../../src/extension/commands/command.ts";
import type { Node } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { imagesView } from "../../src/extension/explorer/kinds/image.ts";

const said = vi.hoisted(() => ({
	information: [] as string[],
	question: [] as string[],
	answer: undefined as string | undefined,
	folder: undefined as string | undefined,
	copied: [] as string[],
	offered: [] as string[],
}));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ProgressLocation: {},
	ThemeColor: class {},
	ThemeIcon: class {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	env: { clipboard: { writeText: async (text: string) => said.copied.push(text) } },
	window: {
		withProgress: (_options: unknown, run: (progress: object, cancelled: object) => unknown) =>
			run({ report() {} }, { onCancellationRequested: () => ({ dispose() {} }) }),
		showInformationMessage: (text: string) => said.information.push(text),
		showOpenDialog: async () => said.folder && [{ scheme: "file", fsPath: said.folder }],
		showQuickPick: async (items: readonly { readonly label: string }[]) => void (said.offered = items.map(({ label }) => label)),
		showWarningMessage: async (text: string, { detail }: { detail: string }) => {
			said.question.push(`${text}\n${detail}`);
			return said.answer;
		},
	},
}));

const { commands } = await import("../../src/extension/commands/index.ts");

beforeEach(() => {
	Object.assign(said, { information: [], question: [], answer: undefined, folder: undefined, copied: [], offered: [] });
});

const container = (id: string, state: ContainerState, more: Partial<Container> = {}): Container => ({
	id,
	name: id,
	image: "busybox",
	imageId: "sha256:b",
	state,
	ports: [],
	volumes: [],
	networks: [],
	...more,
});
const all = [
	container("web", "running"),
	container("db", "exited", { exitCode: 0, networks: [{ name: "shop_shared", addresses: [] }] }),
	container("job", "paused"),
	container("worker", "running", { image: "two:2", imageId: "sha256:two" }),
	container("ending", "running", { image: "end", imageId: "sha256:end", transition: "stopping" }),
	container("shop-a", "running", { project: "shop" }),
	container("shop-b", "exited", { project: "shop", exitCode: 0 }),
];
const images: readonly Image[] = [
	{ id: "sha256:b", tags: ["busybox:test"], size: 1_000, created: 1 },
	{ id: "sha256:old", tags: ["old:1"], size: 1_000, created: 1 },
	{ id: "sha256:none", tags: [], size: 1_000, created: 1 },
	{ id: "sha256:two", tags: ["two:1", "two:2"], size: 1_000, created: 1 },
	{ id: "sha256:base", tags: [], size: 1_000, created: 1 },
];

/** What the commands do to a daemon that has all this. */
function start(remove?: Remove): { services: Services; done: string[]; rows: ReadonlyMap<string, Node> } {
	const done: string[] = [];
	const act = (name: string) => async (of: Container | string) => void done.push(`${name} ${typeof of === "string" ? of : of.name}`);
	const model = {
		...Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])),
		containers: new Map(all.map((each) => [each.id, each])),
		images: new Map(images.map((each) => [each.id, each])),
		networks: new Map(["shop_default", "shop_shared", "other"].map((name) => [name, { name, id: name, ...(name !== "other" && { project: "shop" }) }])),
		volumes: new Map(["shop_data", "mine"].map((id) => [id, { id, ...(id !== "mine" && { project: "shop" }) }])),
	} as unknown as Docker["model"];
	const docker = {
		model,
		settled: async () => {},
		connection: { use: async (run: () => unknown) => run() },
		containers: {
			...Object.fromEntries(["start", "stop", "restart", "pause", "unpause", "kill", "remove"].map((name) => [name, act(name)])),
			written: async () => 0,
		},
		images: { remove: remove ?? act("remove") },
		networks: { remove: act("remove network") },
		volumes: { remove: act("remove volume"), save: act("save volume") },
	} as unknown as Docker;
	const known = new Map<string, Node>();
	containersView.arrange(model, known);
	const at = { uri: "file:///compose.yaml", range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } } };
	const own = { folders: [], projects: [{ name: "shop", services: [{ name: "queue", at, profiles: [] }] }] };
	const byImage = new Map<string, Node>();
	containersView.arrange(model, byImage, { own, grouping: "image" });
	const ofImages = new Map<string, Node>();
	imagesView.arrange(model, ofImages);
	const rows = new Map([...byImage, ...known, ...ofImages].map(([id, node]) => [id.replace(/^(container|image|project|group):/, ""), node]));
	return { services: { docker: async () => docker, log: { info() {} } } as unknown as Services, done, rows };
}

type Remove = (reference: string) => Promise<void>;

async function run(id: string, clicked: string, ...more: readonly (string | Remove)[]): Promise<readonly string[]> {
	const selected = more.filter((each) => typeof each === "string");
	const { services, done, rows } = start(more.find((each) => typeof each !== "string"));
	const command = commands.find((each) => each.id === `hullwright.${id}`) ?? expect.fail(`no command ${id}`);
	const node = (name: string): Node => rows.get(name) ?? expect.fail(`no row ${name}`);
	await command.run(services, ...([node(clicked), selected.map(node)] as never[]));
	return done.toSorted();
}

describe("a selection of rows of which some cannot do what is asked", () => {
	test.each<[string, readonly string[], readonly string[], string]>([
		["container.start", ["web", "db", "job"], ["start db"], "Left alone: job (paused), web (running)."],
		["container.stop", ["web", "db", "job"], ["stop job", "stop web"], "Left alone: db (exited (0))."],
		["container.pause", ["web", "db", "job"], ["pause web"], "Left alone: db (exited (0)), job (paused)."],
		["container.unpause", ["web", "db", "job"], ["unpause job"], "Left alone: db (exited (0)), web (running)."],
		["container.restart", ["web", "db"], ["restart db", "restart web"], ""],
	])("%s", async (id, selected, done, told) => {
		for (const clicked of selected) {
			said.information = [];
			expect(await run(id, clicked, ...selected), `clicked ${clicked}`).toEqual(done);
			expect(said.information).toEqual(told ? [told] : []);
		}
	});

	test("none of them can: it is said, and nothing done", async () => {
		expect(await run("container.start", "web", "web", "job")).toEqual([]);
		expect(said.information).toEqual(["There is no container that could be started. Left alone: job (paused), web (running)."]);
	});

	test("of a project those are meant that can, and nothing is said of the others", async () => {
		expect(await run("container.start", "shop", "shop")).toEqual(["start shop-b"]);
		expect(await run("container.stop", "shop", "shop", "db")).toEqual(["stop shop-a"]);
		expect(said.information).toEqual(["Left alone: db (exited (0))."]);
	});

	test("of a group those are meant that can, and none is lost to the row of a service", async () => {
		expect(await run("container.stop", "image:busybox", "image:busybox", "service:shop/queue")).toEqual(["stop job", "stop shop-a", "stop web"]);
		expect(said.information).toEqual([]);
		expect(await run("container.start", "service:shop/queue", "service:shop/queue")).toEqual([]);
		expect(said.information).toEqual(["There is no container of “queue”."]);
		said.information = [];
		await run("container.rename", "service:shop/queue");
		expect(said.information).toEqual(["There is no container of “queue”."]);
	});

	test("a row outside of the selection is meant alone", async () => {
		expect(await run("container.stop", "web", "job", "db")).toEqual(["stop web"]);
	});

	test("a project goes with the networks that Compose has made for it and nobody else uses; volumes only where they are chosen", async () => {
		expect(await run("container.remove", "shop")).toEqual([]);
		expect(said.question[0]).toContain("the networks of the project: • shop_default");
		expect(said.question[0]).toContain("its volumes, with all that is in them: • shop_data");
		expect(said.question[0]).not.toMatch(/shop_shared|other|mine/);
		said.answer = "Stop and Remove";
		expect(await run("container.remove", "shop")).toEqual(["remove network shop_default", "remove shop-a", "remove shop-b"]);
		said.answer = "Remove with Volumes";
		expect(await run("container.remove", "shop")).toEqual(["remove network shop_default", "remove shop-a", "remove shop-b", "remove volume shop_data"]);
		said.answer = "Remove, Volumes Saved First…";
		expect(await run("container.remove", "shop"), "of no folder nothing goes").toEqual([]);
		said.folder = "/backup";
		const all = ["remove network shop_default", "remove shop-a", "remove shop-b", "remove volume shop_data", "save volume shop_data"];
		expect(await run("container.remove", "shop")).toEqual(all);
		said.answer = "Stop and Remove";
		expect(await run("container.remove", "shop-a")).toEqual(["remove shop-a"]);
	});

	test("killing asks first, and names only those that can be killed, those among them that were told to end", async () => {
		expect(await run("container.kill", "web", "web", "db")).toEqual([]);
		expect(said.question[0]).toMatch(/^Kill the container web\?\n• web \(running, busybox\)\n\n/);
		said.answer = "Kill";
		expect(await run("container.kill", "web", "web", "db")).toEqual(["kill web"]);
		expect(await run("container.kill", "ending")).toEqual(["kill ending"]);
	});

	test("of three images one is in use: the other two are offered", async () => {
		said.answer = "Remove";
		expect(await run("image.remove", "busybox:test", "busybox:test", "old:1", "sha256:none")).toEqual(["remove old:1", "remove sha256:none"]);
		expect(said.question[0]).toMatch(/^Remove 2 images\?\n• old:1[^]*busybox:test \(1\.0 kB\) is not removed: it is in use by db, job/);
	});

	test("of all tags of an image in use the one stays that a container was made from", async () => {
		said.answer = "Remove";
		expect(await run("image.remove", "two:1", "two:1", "two:2")).toEqual(["remove two:1"]);
		expect(said.question[0]).toMatch(/^Remove the image two:1 [^]*two:2 \(1\.0 kB\) is not removed: it is in use by worker/);
	});

	test("what others are built on goes after them; what stays is said with the reason", async () => {
		said.answer = "Remove";
		const wanted = ["sha256:base", "old:1", "sha256:none"];
		const gone: string[] = [];
		const remove = async (reference: string): Promise<void> => {
			if (reference === "sha256:base" && !gone.includes("old:1"))
				throw new DockerError("conflict", "conflict: unable to delete (cannot be forced) - image has dependent child images");
			if (reference === "sha256:none")
				throw new DockerError("conflict", "conflict: unable to delete (must be forced) - image is being used by stopped container 1f036e45f9bd");
			gone.push(reference);
		};
		await expect(run("image.remove", "old:1", ...wanted, remove)).rejects.toThrow(
			/^none \(1\.0 kB\) is not removed: a container uses it\. Remove the container first\.$/,
		);
		expect(gone).toEqual(["old:1", "sha256:base"]);
		const missing = async (): Promise<void> => Promise.reject(new DockerError("missing", "No such image: old:1"));
		expect(await run("image.remove", "old:1", "old:1", missing)).toEqual([]);
	});

	test("only the one in use: the reason is told", async () => {
		await expect(run("image.remove", "busybox:test", "busybox:test")).rejects.toThrow(/is in use by db, job/);
	});
});

test("a command for one container asks which of a project's is meant, and offers those that suit", async () => {
	await run("container.rename", "shop");
	expect(said.offered).toEqual(["shop-a", "shop-b"]);
	await run("container.attach", "shop");
	expect(said.offered).toEqual(["shop-a"]);
});

test.each([
	["copyName", "web", ["web", "job"], "web\njob"],
	["copyId", "old:1", ["old:1", "sha256:none"], "sha256:old\nsha256:none"],
	["copyName", "shop", [], "shop"],
])("%s of %s", async (id, clicked, selected, wanted) => {
	await run(id, clicked, ...selected);
	expect(said.copied).toEqual([wanted]);
});
