import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { toDiskUsage } from "../../src/docker/disk-usage.ts";
import type { FileEntry } from "../../src/docker/files/entry.ts";
import type { Container, ContainerState } from "../../src/docker/resources/container.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import { diskRows, lookOfDisk } from "../../src/extension/explorer/disk.ts";
import type { ExplorerKind, Look, Node } from "../../src/extension/explorer/kind.ts";
import type { ContainerNode } from "../../src/extension/explorer/kinds/container-groups.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { imagesView } from "../../src/extension/explorer/kinds/image.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";
import { volumesView } from "../../src/extension/explorer/kinds/volume.ts";
import { contextOfFile } from "../../src/extension/files/file-node.ts";
import { type Context, holds } from "./when-clause.ts";

// What is offered on the rows of the views, by their menus and buttons.
vi.mock("vscode", () => ({ EventEmitter: class {}, ThemeColor: class {}, ThemeIcon: class {}, l10n: { t: (message: string) => message } }));

const { commands } = await import("../../src/extension/commands/index.ts");

type MenuItem = { readonly command?: string; readonly when?: string; readonly group?: string };
type Contributions = {
	readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
	readonly submenus: readonly { readonly id: string }[];
	readonly colors: readonly { readonly id: string }[];
};

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly contributes: Contributions };

const states: readonly ContainerState[] = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];
const container = (state: ContainerState): Container => ({ id: "c", name: "web", image: "nginx", imageId: "i", state, ports: [], volumes: [], networks: [] });
const at = { uri: "file:///compose.yaml", range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } } };
const end = { id: "e", name: "job", image: "nginx", exitCode: 1, isOutOfMemory: false, endedAt: 1, output: "", isCut: false, inspected: {} };
const node = (of: Container): ContainerNode => ({ kind: "container", id: "c", container: of, parent: undefined });
const image = { id: "i", tags: ["nginx"], size: 1, created: 1 };
const pulled = { ...image, digest: "nginx@sha256:1" };
const none = Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model;
const network = { id: "n", name: "shop", driver: "bridge", scope: "local", isInternal: false, subnets: [], created: 1 };
const volume = { id: "data", driver: "local", created: 1, isAnonymous: false };
const member = { ...container("running"), networks: [{ name: "shop", addresses: [] }] };
const usage = toDiskUsage({ Images: [{ Id: "i", Size: 1, Containers: 0 }] });
const rowsOf = <Of extends Node>(kind: ExplorerKind<Of>, model: Model): readonly (Look & { readonly view: string })[] =>
	kind
		.arrange(model, new Map())
		.flatMap((row) => [row, ...kind.children(row)])
		.map((row) => ({ ...kind.look(row, String), view: kind.view }));
const fileContexts = [undefined, "file", "folder", "other"].map((kind) => {
	const entry = kind === undefined ? undefined : ({ name: "f", kind, mode: 0o644, size: 1, modified: 1 } as FileEntry);
	return contextOfFile({ place: { of: "container", id: "c" }, isReadOnly: false, kind: entry ? "file" : "files-root", entry });
});
const rows: readonly (Look & { readonly view: string })[] = [
	...states.map((state) => containersView.look(node(container(state)), String)),
	containersView.look(node({ ...container("running"), ports: [{ container: 80, host: 8080, protocol: "tcp" }] }), String),
	containersView.look(node({ ...container("running"), transition: "stopping" }), String),
	containersView.look(node({ ...container("running"), transition: "pausing" }), String),
	...states.map((state) =>
		containersView.look({ kind: "project", id: "p", name: "shop", isOwn: true, containers: [node(container(state))], services: [] }, String),
	),
	...states.map((state) =>
		containersView.look(
			{ kind: "group", by: "image", id: "g", name: "nginx", containers: [node(container(state)), node(container("running"))], services: [] },
			String,
		),
	),
	containersView.look({ kind: "group", by: "absent", id: "g", name: "", containers: [], services: [] }, String),
	containersView.look({ kind: "project", id: "p", name: "shop", isOwn: true, containers: [], services: [] }, String),
	containersView.look(node({ ...container("running"), service: "web" }), String),
	containersView.look({ kind: "service", id: "s", name: "web", project: "shop", profiles: [], at, parent: undefined }, String),
	containersView.look({ kind: "end", id: "e", end }, String),
]
	.map((look) => ({ ...look, view: containersView.view }))
	.concat({ ...imagesView.look({ kind: "image", id: "i", reference: "nginx", image, users: [] }, String), view: imagesView.view })
	.concat({ ...imagesView.look({ kind: "image", id: "i", reference: "nginx", image: pulled, users: [] }, String), view: imagesView.view })
	.concat(rowsOf(networksView, { ...none, networks: new Map([["n", network]]), containers: new Map([["c", member]]) }))
	.concat(rowsOf(volumesView, { ...none, volumes: new Map([["data", volume]]) }))
	.concat(diskRows().map((row) => ({ ...lookOfDisk(row, usage, String), view: "hullwright.disk" })))
	.concat(fileContexts.map((context) => ({ label: "", description: "", icon: "", spoken: "", context, view: "hullwright.files" })));
const contextOf = ({ view, context }: { readonly view: string; readonly context: string }, isMulti: boolean): Context => ({
	view,
	viewItem: context,
	listMultiSelection: isMulti,
});
const contextMenu = contributes.menus["view/item/context"] ?? [];
const menusOfRows = ["view/item/context", ...contributes.submenus.map(({ id }) => id)].map((menu) => [menu, contributes.menus[menu] ?? []] as const);
const offered = (context: string, group: RegExp, isMulti = false): string[] => offeredBy(contextMenu, context, group, isMulti);
const offeredIn = (submenu: string, context: string): string[] => offeredBy(contributes.menus[`hullwright.${submenu}`] ?? [], context, /./, false);
const offeredBy = (items: readonly MenuItem[], context: string, group: RegExp, isMulti: boolean): string[] =>
	items
		.filter((item) => group.test(item.group ?? "") && holds(item.when ?? "", contextOf({ view: "hullwright.containers", context }, isMulti)))
		.map(({ command = "" }) => command.replace("hullwright.container.", ""));

test("every condition fits some row", () => {
	const conditions = menusOfRows.flatMap(([, items]) => items).map(({ when = "" }) => when);
	expect(conditions.filter((when) => !rows.some((row) => holds(when, contextOf(row, false))))).toEqual([]);
});

test("what can be done to one row among several is offered on all of them, whichever was clicked", () => {
	const state = ["start", "stop", "restart", "pause", "unpause", "kill", "remove"];
	// One that removed itself is no container any more.
	for (const { view, context } of rows.filter((row) => row.view === "hullwright.containers" && row.context !== "ended")) {
		expect(offered(context, /^(1_state|9_remove)/, true), `${view}, ${context}`).toEqual(state);
	}
});

test("what is offered where several rows are selected acts on all of them, or on none in particular", () => {
	const several = menusOfRows.flatMap(([, items]) => items).filter(({ command = "", group = "" }) => command !== "" && !group.startsWith("inline"));
	const offeredOn = (view: string, id: string): boolean =>
		several.some(({ command, when = "" }) => command === id && rows.some((row) => row.view === view && holds(when, contextOf(row, true))));
	const views = ["containers", "files", "images", "networks", "volumes"].map((view) => `hullwright.${view}`);
	const takenAlone = commands.filter(({ id, run }) => run.length === 2 && views.some((view) => offeredOn(view, id))).map(({ id }) => id);
	expect(takenAlone).toEqual([]);
	const offeredAlone = commands.filter(
		({ id, run }) => run.length > 2 && several.some(({ command }) => command === id) && !views.some((view) => offeredOn(view, id)) && !/\.files\./.test(id),
	);
	expect(offeredAlone.map(({ id }) => id)).toEqual([]);
	// These take the selection for what the row is that a key was pressed on.
	const ofFiles = commands.filter(({ id }) => offeredOn("hullwright.files", id)).map(({ id }) => id);
	expect(ofFiles).toEqual(["hullwright.files.copyPath", "hullwright.files.download", "hullwright.files.remove"]);
});

test.each([
	["container running", ["stop", "restart", "pause", "kill", "remove"]],
	["container stopped", ["start", "remove"]],
	["container paused", ["stop", "restart", "unpause", "kill", "remove"]],
	["container restarting", ["stop", "restart", "kill", "remove"]],
	["container dead", ["remove"]],
	["container busy", []],
	["container busy ending", ["kill"]],
	["project running", ["stop", "restart", "pause", "kill", "remove"]],
	["project stopped", ["start", "remove"]],
	["project paused", ["stop", "restart", "unpause", "kill", "remove"]],
	["project running stopped", ["start", "stop", "restart", "pause", "kill", "remove"]],
	["project dead", ["remove"]],
	["project running dead", ["stop", "restart", "pause", "kill", "remove"]],
	["project busy", []],
	["project busy ending", ["kill"]],
	["project absent", []],
	["group running paused", ["stop", "restart", "pause", "unpause", "kill", "remove"]],
	["group absent", []],
	["service", []],
])("%s alone: only what can work", (context, wanted) => expect(offered(context, /^(1_state|9_remove)/)).toEqual(wanted));

test("groups stand in one order, and what changes a container is not offered while it is busy", () => {
	const ofContainers = contextMenu.filter((item) => rows.some((row) => row.view === "hullwright.containers" && holds(item.when ?? "", contextOf(row, true))));
	const groups = new Set(ofContainers.map(({ group = "" }) => group.replace(/@.*/, "")).filter((group) => !group.startsWith("inline")));
	expect([...groups].sort()).toEqual(["1_state", "2_look", "4_more", "5_copy", "9_remove"]);
	expect(offeredIn("change", "container running")).toEqual(expect.arrayContaining(["rename", "restartPolicy", "limits"]));
	expect(offeredIn("change", "container busy")).toEqual([]);
	expect(offeredIn("change", "container dead")).toEqual([]);
});

test("no menu is longer than a glance", () => {
	for (const { view, context } of rows) {
		for (const [menu, items] of menusOfRows) {
			const shown = items.filter(({ when = "", group = "" }) => !group.startsWith("inline") && holds(when, contextOf({ view, context }, false)));
			expect(shown.length, `${menu} of ${view}, ${context}`).toBeLessThanOrEqual(16);
		}
	}
});

test("what helps when a container does not run stands first where it does not", () => {
	expect(offered("container stopped", /^2_/)).toEqual(expect.arrayContaining(["debugShell", "hullwright.files.checkEntryPoint"]));
	expect(offered("container running", /^2_/)).not.toContain("debugShell");
	expect(offeredIn("terminal", "container stopped")).toEqual([]);
	expect(offeredIn("terminal", "container running")).toEqual(["shellAs", "runCommand", "attach", "debugShell"]);
});

test("a browser is offered where a port is published", () => {
	expect(offered("container running published", /^2_/)).toContain("openInBrowser");
	expect(offered("container running", /^2_/)).not.toContain("openInBrowser");
});

test.each([
	["container running", ["stop", "logs", "shell"]],
	["container stopped", ["start", "logs"]],
	["container paused", ["unpause", "logs"]],
	["container restarting", ["stop", "logs"]],
	["container dead", []],
	["container busy", ["logs"]],
	["project running", []],
	["group running", []],
	["service", ["hullwright.goToDefinition"]],
])("%s: at most three buttons, and only those that can work", (context, wanted) => {
	expect(rows.some((row) => row.context === context)).toBe(true);
	expect(offered(context, /^inline/)).toEqual(wanted);
	expect(wanted.length).toBeLessThanOrEqual(3);
});

test("colours are declared", () => {
	const ids = contributes.colors.map(({ id }) => id);
	const used = ["running", "paused", "failed", "stopped"].map((colour) => `hullwright.${colour}Foreground`);
	expect(ids.toSorted()).toEqual([...used, "hullwright.stageDivider"].sort());
	expect(rows.flatMap(({ colour }) => colour ?? []).filter((colour) => !used.includes(`hullwright.${colour}Foreground`))).toEqual([]);
});

test("a digest can be copied of an image that has one", () => {
	const copies = (of: typeof image): boolean => {
		const { context } = imagesView.look({ kind: "image", id: "i", reference: "nginx", image: of, users: [] }, String);
		const items = contributes.menus["hullwright.copy"] ?? [];
		return items.some(
			({ command, when = "" }) => command === "hullwright.image.copyDigest" && holds(when, contextOf({ view: imagesView.view, context }, false)),
		);
	};
	expect([copies(image), copies(pulled)]).toEqual([false, true]);
});

test("networks are joined and left where the engine lets it", () => {
	const inNetworks = (...names: readonly string[]): Container => ({ ...container("running"), networks: names.map((name) => ({ name, addresses: [] })) });
	const change = (of: Container): string[] =>
		offeredIn("change", containersView.look(node(of), String).context).filter((command) => command.startsWith("hullwright.network."));
	const [join, leave] = ["hullwright.network.connect", "hullwright.network.disconnect"];
	expect(change(inNetworks("shop"))).toEqual([join, leave]);
	expect(change(inNetworks())).toEqual([join, leave]);
	expect(change(inNetworks("none"))).toEqual([leave]);
	expect(change(inNetworks("host"))).toEqual([]);
	expect(change({ ...inNetworks(), sharesNetwork: true })).toEqual([]);
	const joining = (more: object): boolean[] =>
		rowsOf(networksView, { ...none, networks: new Map([["n", { ...network, ...more }]]) }).map((row) =>
			contextMenu.some(({ command, when = "" }) => command === join && holds(when, contextOf(row, false))),
		);
	expect([joining({}), joining({ isClosed: true }), joining({ name: "bridge" })]).toEqual([[true], [false], [false]]);
	const leaving = (name: string): boolean[] =>
		rowsOf(networksView, { ...none, networks: new Map([["n", { ...network, name }]]), containers: new Map([["c", inNetworks(name)]]) }).map((row) =>
			contextMenu.some(({ command, when = "" }) => command === leave && holds(when, contextOf(row, false))),
		);
	expect(leaving("shop")).toEqual([true, true]);
	expect(leaving("none")).toEqual([true, true]);
	expect(leaving("host")).toEqual([false, false]);
});
