import { beforeEach, expect, test, vi } from "vitest";
import type { Change } from "../../src/docker/client.ts";
import type { Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds } from "../../src/docker/resources/index.ts";
import type { WorkspaceProjects } from "../../src/extension/compose/workspace-projects.ts";
import type { Node, WorkspaceProject } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { containerNamed as container } from "./containers.ts";

// A view with a VS Code that notes what it is told.
const fake = vi.hoisted(() => ({ contexts: new Map<string, unknown>(), folders: [] as { uri: { fsPath: string } }[] }));
vi.mock("vscode", () => ({
	Disposable: class {
		static from = (...all: { dispose(): void }[]) => ({ dispose: () => all.forEach((each) => each.dispose()) });
		dispose: () => void;
		constructor(dispose: () => void) {
			this.dispose = dispose;
		}
	},
	TreeItem: class {
		collapsibleState: number;
		constructor(_label: string, state: number) {
			this.collapsibleState = state;
		}
	},
	TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
	ThemeIcon: class {},
	ThemeColor: class {},
	EventEmitter: class {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	commands: { executeCommand: async (_command: string, key: string, value: unknown) => void fake.contexts.set(key, value) },
	workspace: {
		get workspaceFolders() {
			return fake.folders;
		},
	},
}));

const { Explorer } = await import("../../src/extension/explorer/explorer.ts");

beforeEach(() => {
	fake.contexts.clear();
	fake.folders = [{ uri: { fsPath: "/home/me/shop" } }];
});

type Listener<Of> = (of: Of) => void;

function open(containers: readonly Container[], stored = new Map<string, unknown>()) {
	const on = { collapse: [] as Listener<{ element: Node }>[], expand: [] as Listener<{ element: Node }>[], visible: [] as (() => void)[] };
	const into =
		<Of>(list: Listener<Of>[]) =>
		(listener: Listener<Of>) => {
			list.push(listener);
			return { dispose: () => {} };
		};
	const revealed: string[] = [];
	const view = {
		visible: true,
		message: "",
		badge: undefined as unknown,
		onDidChangeVisibility: into(on.visible as Listener<unknown>[]),
		onDidCollapseElement: into(on.collapse),
		onDidExpandElement: into(on.expand),
		onDidChangeSelection: () => ({ dispose: () => {} }),
		async reveal(node: Node, { expand }: { readonly expand: boolean }) {
			revealed.push(node.id);
			// VS Code tells of it as of what the user does.
			if (expand) for (const listener of on.expand) listener({ element: node });
		},
	};
	const changes: Listener<Change>[] = [];
	const connection = { status: { kind: "connected" } as { kind: string }, hold: () => () => {} };
	const docker = {
		connection,
		model: { ...Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])), containers: new Map(containers.map((each) => [each.id, each])) },
		settled: async () => {},
		onChange: (listener: Listener<Change>) => {
			changes.push(listener);
			return () => {};
		},
	} as unknown as Docker;
	const projects = { asked: 0, cutAt: undefined as number | undefined, current: [] as readonly WorkspaceProject[], changed: [] as (() => void)[] };
	const fires: unknown[] = [];
	const explorer = new Explorer(containersView as never, {
		view: view as never,
		changed: { fire: (nodes: unknown) => fires.push(nodes) } as never,
		connect: async () => docker,
		findProjects: async () => {
			projects.asked++;
			return {
				get current() {
					return projects.current;
				},
				get cutAt() {
					return projects.cutAt;
				},
				onDidChange: into(projects.changed),
				dispose: () => {},
			} as unknown as WorkspaceProjects;
		},
		ends: { current: [], onDidChange: into([]) } as never,
		remembered: { get: (key: string) => stored.get(key), update: async (key: string, value: unknown) => void stored.set(key, value) } as never,
	});
	return {
		explorer,
		view,
		stored,
		revealed,
		fires,
		projects,
		/** The roots, with `+` at those that are open. */
		async drawn() {
			const roots = await explorer.getChildren();
			return roots.map((node) => `${["", "", "+"][explorer.getTreeItem(node).collapsibleState ?? 0]}${node.id}`);
		},
		async fold(id: string, isFolded: boolean) {
			const element = (await explorer.getChildren()).find((node) => node.id === id) ?? expect.fail(id);
			for (const listener of isFolded ? on.collapse : on.expand) listener({ element });
		},
		find(found: readonly WorkspaceProject[], cutAt?: number) {
			projects.cutAt = cutAt;
			projects.current = found;
			for (const listener of projects.changed) listener();
		},
		turn(kind: string) {
			connection.status = { kind };
			for (const listener of changes) listener({ of: "connection" });
		},
	};
}

const twoProjects = [container("a", { project: "app" }), container("b", { project: "blog" })];

test("a project that files turn out to make is opened, unless the user has folded it", async () => {
	const opened = open(twoProjects);
	expect(await opened.drawn()).toEqual(["project:app", "project:blog"]);
	await vi.waitFor(() => {
		opened.find([{ name: "blog", services: [] }]);
		expect(opened.revealed).toEqual(["project:blog"]);
	});
	expect(await opened.drawn()).toEqual(["+project:blog", "project:app"]);
});

test("what a filter finds below a folded project is seen; the message counts what is found, and all that could be", async () => {
	const opened = open([container("a", { project: "app" }), container("web", { project: "app" }), container("b", { project: "blog" })]);
	expect(await opened.drawn()).toEqual(["project:app", "project:blog"]);
	opened.explorer.setArrangement({ filter: "web" });
	await vi.waitFor(() => expect(opened.revealed).toEqual(["project:app"]));
	expect(opened.view.message).toBe("Filter “web”: 1 of 3");
	expect(fake.contexts.get("hullwright.containers.isFiltered")).toBe(true);
	expect(await opened.drawn()).toEqual(["+project:app"]);

	// In this window it stays open, as VS Code has it; the next one begins as the user has left it.
	opened.explorer.setArrangement({});
	expect(await opened.drawn()).toEqual(["+project:app", "project:blog"]);
	expect(await open(twoProjects, opened.stored).drawn()).toEqual(["project:app", "project:blog"]);
	await opened.fold("project:app", true);
	await opened.fold("project:app", false);
	expect(await open(twoProjects, opened.stored).drawn()).toEqual(["+project:app", "project:blog"]);
});

test("only this workspace: it is said, and an empty view is not said to have no containers", async () => {
	const opened = open([container("a", { project: "app", projectFolder: "/home/me/shop/app" }), container("b", { project: "blog" })]);
	opened.explorer.setArrangement({ scope: "workspace" });
	expect(await opened.drawn()).toEqual(["+project:app"]);
	expect(opened.view.message).toBe("Only This Workspace");
	expect(fake.contexts.get("hullwright.containers.isFiltered")).toBe(true);
	opened.explorer.setArrangement({ scope: "all" });
	expect(fake.contexts.get("hullwright.containers.isFiltered")).toBe(false);
});

test("only a view that has no rows, with nothing left out, is said to be empty", async () => {
	const isEmpty = (): unknown => fake.contexts.get("hullwright.containers.isEmpty") ?? false;
	const opened = open([]);
	await opened.drawn();
	expect(isEmpty()).toBe(true);
	opened.explorer.setArrangement({ filter: "web" });
	await vi.waitFor(async () => {
		await opened.drawn();
		expect(isEmpty()).toBe(false);
	});
	fake.contexts.clear();
	await open(twoProjects).drawn();
	expect(isEmpty()).toBe(false);
});

test("what the user has folded and opened is so in the next window as well, of the last two hundred", async () => {
	const first = open([container("a", { project: "app", projectFolder: "/home/me/shop" }), container("b", { project: "blog" })]);
	expect(await first.drawn()).toEqual(["+project:app", "project:blog"]);
	await first.fold("project:app", true);
	await first.fold("project:blog", false);
	expect(await open(twoProjects, first.stored).drawn()).toEqual(["project:app", "+project:blog"]);
	await first.fold("project:app", false);
	expect(await open(twoProjects, first.stored).drawn()).toEqual(["+project:app", "+project:blog"]);
	const many = open(Array.from({ length: 250 }, (_, index) => container(`c${index}`, { project: `p${index}` })));
	for (let index = 0; index < 250; index += 1) await many.fold(`project:p${index}`, false);
	const kept = JSON.stringify(many.stored.get("hullwright.containers.expansion"));
	expect(kept.match(/project:/g)).toHaveLength(200);
	expect(kept).toContain("project:p249");
});

test("the badge is there while it is known: not at rest, not while the engine is away", async () => {
	const opened = open([container("web", { state: "exited", exitCode: 1 })]);
	await opened.drawn();
	opened.turn("connected");
	expect(opened.view.badge).toMatchObject({ value: 1 });
	for (const kind of ["idle", "connecting", "away"]) {
		opened.turn(kind);
		expect(opened.view.badge, `${kind} before`).toBeUndefined();
		opened.turn("connected");
		expect(opened.view.badge, `${kind} before`).toMatchObject({ value: 1 });
	}
});

test("that not all Compose files were looked at is said", async () => {
	const opened = open(twoProjects);
	await opened.drawn();
	await vi.waitFor(() => {
		opened.find([], 100);
		expect(opened.view.message).toBe("Of the Compose files in this workspace only 100 are looked at");
	});
});

test("of many rows a screenful comes first, and all of them once it is drawn", async () => {
	const opened = open(Array.from({ length: 300 }, (_, index) => container(`c${index}`)));
	expect(await opened.drawn()).toHaveLength(100);
	expect(opened.fires).toEqual([]);
	await vi.waitFor(() => expect(opened.fires).toEqual([undefined]));
	expect(await opened.drawn()).toHaveLength(300);
	expect(await open(Array.from({ length: 200 }, (_, index) => container(`c${index}`))).drawn()).toHaveLength(200);
});

test("a row that VS Code has not been given yet is shown by having it come for all of them", async () => {
	const opened = open(Array.from({ length: 300 }, (_, index) => container(`c${index}`)));
	await opened.drawn();
	expect(await opened.explorer.reveal(["container:c299"])).toBe(true);
	expect(opened.fires).toEqual([undefined]);
	expect(opened.revealed).toEqual(["container:c299"]);
	expect(await opened.drawn()).toHaveLength(300);
	expect(await opened.explorer.reveal(["container:nobody"])).toBe(false);
});

test("the workspace's files are looked for once there are rows", async () => {
	const opened = open(twoProjects);
	await opened.drawn();
	expect(opened.projects.asked).toBe(0);
	await vi.waitFor(() => expect(opened.projects.asked).toBe(1));
	await opened.drawn();
	expect(opened.projects.asked).toBe(1);
});
