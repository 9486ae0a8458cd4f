import { PassThrough, type Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import { clientOf, fakeDaemon, type FakeDaemon } from "../docker/unit/fake-daemon.ts";

type Listener<Of> = (of: Of) => void;

// Pages and a view whose being seen the test decides.
const made = vi.hoisted(() => ({ panels: [] as unknown[] }));
vi.mock("vscode", () => ({
	Disposable: class {
		static from = (...all: { dispose(): void }[]) => ({ dispose: () => all.forEach((each) => each.dispose()) });
		dispose: () => void;
		constructor(dispose: () => void) {
			this.dispose = dispose;
		}
	},
	TreeItem: class {},
	TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
	ThemeIcon: class {},
	ThemeColor: class {},
	EventEmitter: class {},
	ViewColumn: { Active: -1 },
	Uri: { joinPath: () => "" },
	env: { language: "en" },
	l10n: { t: (message: string) => message },
	commands: { executeCommand: async () => {} },
	workspace: { workspaceFolders: [] },
	window: { createWebviewPanel: () => made.panels.shift() },
}));
const { createStatsPages } = await import("../../src/extension/stats/charts.ts");
const { createContainersTable } = await import("../../src/extension/stats/containers-table.ts");
const { Explorer } = await import("../../src/extension/explorer/explorer.ts");
const { containersView } = await import("../../src/extension/explorer/kinds/container.ts");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Until all that is due within so many milliseconds has been done. */
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** Who looks: it is seen from the beginning. `ready` is what a page says that has been loaded. */
type Looking = { see(isSeen: boolean): void; hideSilently(): void; ready(): void; close(): void };

const list = (...of: readonly string[]): readonly unknown[] =>
	of.map((each) => {
		const [name, state] = each.split(" ");
		return {
			Id: name,
			Names: [`/${name}`],
			Image: "nginx",
			ImageID: "sha256:n",
			State: state,
			Status: "Up 3 minutes",
			Labels: { "com.docker.compose.project": "shop" },
		};
	});

/** An engine with `web`, which runs, and `db`, which does not. What it answers when it is asked for numbers is kept back until the test lets it through. */
function engine() {
	let daemon: FakeDaemon | undefined;
	const asked: { readonly id: string; readonly signal: AbortSignal; readonly stream: PassThrough; answer(): void }[] = [];
	const docker = clientOf(async (endpoint, signal) => {
		daemon = fakeDaemon(endpoint, signal);
		daemon.answers.containers = list("web running", "db exited");
		daemon.answers.stats = (id, aborted) =>
			new Promise<Readable>((resolve, reject) => {
				// Whoever has let go of it does not listen to its end any more.
				const stream = new PassThrough().on("error", () => {});
				// As Node's own requests: before the answer it rejects, after its head the stream breaks off.
				if (aborted.aborted) return reject(aborted.reason as Error);
				aborted.addEventListener("abort", () => {
					reject(aborted.reason as Error);
					stream.destroy(aborted.reason as Error);
				});
				asked.push({ id, signal: aborted, stream, answer: () => resolve(stream) });
			});
		return daemon;
	});
	return {
		docker,
		asked,
		/** Those whose numbers the engine tells, or is about to. */
		streaming: (): readonly string[] =>
			asked.flatMap(({ id, signal, stream }) => (signal.aborted || stream.destroyed || stream.readableEnded ? [] : [id])).sort(),
		answer: (): void => asked.forEach((each) => each.answer()),
		tell(): void {
			for (const { stream, signal } of asked)
				if (!signal.aborted && !stream.destroyed && !stream.writableEnded)
					stream.write(`${JSON.stringify({ read: "2026-01-02T03:04:05Z", memory_stats: { usage: 1 } })}\n`);
		},
		async become(...states: readonly string[]): Promise<void> {
			if (!daemon) return;
			daemon.answers.containers = list(...states);
			for (const action of ["die", "start"])
				daemon.events.write(`${JSON.stringify({ Type: "container", Action: action, Actor: { ID: "db" }, id: "db", time: 1 })}\n`);
			await pass(500);
		},
	};
}

type Engine = ReturnType<typeof engine>;

function panel(): Looking & { readonly panel: unknown } {
	const on = { state: [] as Listener<void>[], message: [] as Listener<unknown>[], closed: [] as Listener<void>[] };
	const into =
		<Of>(listeners: Listener<Of>[]) =>
		(listener: Listener<Of>) => {
			listeners.push(listener);
			return { dispose: () => {} };
		};
	const self = {
		visible: true,
		webview: { html: "", asWebviewUri: () => "", postMessage: async () => true, onDidReceiveMessage: into(on.message) },
		onDidChangeViewState: into(on.state),
		onDidDispose: into(on.closed),
	};
	return {
		panel: self,
		see(isSeen) {
			self.visible = isSeen;
			on.state.forEach((listener) => listener());
		},
		hideSilently: () => void (self.visible = false),
		ready: () => on.message.forEach((listener) => listener({ kind: "ready" })),
		close: () => on.closed.forEach((listener) => listener()),
	};
}

const log = { debug: () => {} } as never;
const memory = { get: () => undefined, update: async () => {} } as never;

const lookers: Record<string, (docker: () => Promise<Docker>) => Looking> = {
	charts(docker) {
		const page = panel();
		made.panels.push(page.panel);
		createStatsPages({ extensionUri: "" as never, docker, log }).show({ kind: "project", name: "shop" });
		return page;
	},
	table(docker) {
		const page = panel();
		made.panels.push(page.panel);
		createContainersTable({ extensionUri: "" as never, docker, memory, log }).show();
		return page;
	},
	rows(docker) {
		const visibility: Listener<void>[] = [];
		const nothing = () => ({ dispose: () => {} });
		const view = {
			visible: true,
			onDidChangeVisibility: (listener: Listener<void>) => (visibility.push(listener), nothing()),
			onDidCollapseElement: nothing,
			onDidExpandElement: nothing,
			onDidChangeSelection: nothing,
			reveal: async () => {},
		};
		const draw = async (): Promise<void> => {
			const all = async (nodes: Awaited<ReturnType<typeof explorer.getChildren>>): Promise<void> => {
				for (const node of nodes) {
					explorer.getTreeItem(node);
					await all(await explorer.getChildren(node));
				}
			};
			await all(await explorer.getChildren());
		};
		const stored: Record<string, unknown> = {
			"hullwright.containers.arrangement": { showsNumbers: true },
			"hullwright.containers.expansion": { expanded: ["project:shop"] },
		};
		const explorer = new Explorer(containersView as never, {
			view: view as never,
			changed: { fire: () => void draw() } as never,
			connect: docker,
			findProjects: async () => ({ cutAt: undefined, current: [], onDidChange: nothing, dispose: () => {} }) as never,
			ends: { current: [], onDidChange: nothing } as never,
			remembered: { get: (key: string) => stored[key], update: async () => {} } as never,
		});
		void draw();
		return {
			see(isSeen) {
				view.visible = isSeen;
				visibility.forEach((listener) => listener());
			},
			hideSilently: () => void (view.visible = false),
			ready: () => {},
			close: () => explorer.dispose(),
		};
	},
};

/** How far it has come when it happens. */
const points: Record<string, (of: Engine, looking: Looking) => Promise<void>> = {
	"before anything": async () => {},
	"the page is there": async (_of, looking) => looking.ready(),
	"it is being asked": async () => void (await pass(400)),
	"the head of the answer is there"(of) {
		return pass(400)
			.then(() => (of.answer(), pass(0)))
			.then(() => {});
	},
	async "the answer is there, and nobody has taken it"(of) {
		await pass(400);
		of.answer();
	},
	async "numbers are told"(of, looking) {
		await pass(400);
		looking.ready();
		of.answer();
		await pass(0);
		of.tell();
		await pass(10);
	},
	async "the stream has ended, and it is about to be asked again"(of) {
		await pass(400);
		of.answer();
		await pass(0);
		for (const { stream } of of.asked) stream.end();
		await pass(500);
	},
	async "the stream has broken off, and it is asked again"(of) {
		await pass(400);
		of.answer();
		await pass(0);
		for (const { stream } of of.asked) stream.destroy(new Error("reset"));
		await pass(1_001);
	},
	async "another has just been started"(of) {
		await pass(400);
		void of.become("web running", "db running");
		await pass(20);
	},
};

/** What happens, and whether it is seen after it. */
const happenings: Record<string, (of: Engine, looking: Looking) => Promise<boolean> | boolean> = {
	"it stays": () => true,
	hidden: (_of, { see }) => (see(false), false),
	"hidden, and seen again": (_of, { see, ready }) => (see(false), see(true), ready(), true),
	"hidden, seen and hidden": (_of, { see, ready }) => (see(false), see(true), ready(), see(false), false),
	async "hidden, and seen after a while"(_of, { see, ready }) {
		see(false);
		await pass(3_000);
		see(true);
		ready();
		return true;
	},
	async "hidden, seen for a moment"(_of, { see }) {
		see(false);
		await pass(30);
		see(true);
		await pass(1);
		see(false);
		return false;
	},
	async "hidden, and a container is started"(of, { see }) {
		see(false);
		await of.become("web running", "db running");
		return false;
	},
	async "hidden, and what the page has said comes late"(_of, { see, ready }) {
		see(false);
		await pass(1);
		ready();
		return false;
	},
	closed: (_of, { close }) => (close(), false),
	"hidden and closed": (_of, { see, close }) => (see(false), close(), false),
};

describe.each(Object.keys(lookers))("%s", (looker) => {
	test("hidden, of which no news came: the next moment that is told is the last", async () => {
		const of = engine();
		const looking = lookers[looker]!(async () => of.docker);
		await points["numbers are told"]!(of, looking);
		expect(of.streaming()).toEqual(["web"]);
		looking.hideSilently();
		of.tell();
		await pass(0);
		expect(of.streaming()).toEqual([]);
	});

	describe.each(Object.keys(points))("%s", (point) => {
		test.each(Object.keys(happenings))("%s", async (happening) => {
			const of = engine();
			const looking = lookers[looker]!(async () => of.docker);
			await points[point]!(of, looking);
			const isSeen = await happenings[happening]!(of, looking);
			await pass(0);
			const before = of.asked.length;
			if (!isSeen) expect(of.streaming(), "at once").toEqual([]);
			of.answer();
			await pass(0);
			of.tell();
			await pass(5_000);
			const runs = [...of.docker.model.containers.values()].flatMap(({ name, state }) => (state === "running" ? [name] : [])).sort();
			expect(of.streaming()).toEqual(isSeen ? runs : []);
			if (isSeen) return expect(runs).toContain("web");
			expect(of.asked.length, "nothing is asked behind one's back").toBe(before);
			expect(of.docker.connection.status.kind, "nobody looks").toBe("idle");
		});
	});
});
