import { expect, test, vi } from "vitest";
import { DockerError } from "../../src/docker/errors.ts";
import type { FileNode } from "../../src/extension/files/file-node.ts";

type Provider = {
	getChildren(node?: FileNode): Promise<FileNode[]>;
	getTreeItem(node: FileNode): { label: string; command?: { command: string; arguments: unknown[] } };
};
const tree = vi.hoisted(() => ({ provider: undefined as unknown, fired: [] as unknown[], see: undefined as unknown as (event: { visible: boolean }) => void }));
vi.mock("vscode", () => ({
	EventEmitter: class {
		event = (): void => {};
		dispose(): void {}
		fire(node: unknown): void {
			tree.fired.push(node);
		}
	},
	Disposable: { from: (...all: { dispose(): void }[]) => ({ dispose: () => all.forEach((each) => each.dispose()) }) },
	ThemeIcon: class {},
	TreeItem: class {
		label: string;
		constructor(label: string) {
			this.label = label;
		}
	},
	TreeItemCollapsibleState: {},
	Uri: { from: (parts: object) => ({ ...parts, toString: () => JSON.stringify(parts) }) },
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	commands: { executeCommand: async () => {} },
	window: {
		withProgress: (_options: unknown, run: () => unknown) => run(),
		createTreeView: (_id: string, { treeDataProvider }: { treeDataProvider: unknown }) => (
			(tree.provider = treeDataProvider),
			{
				selection: [],
				visible: true,
				reveal: async () => {},
				dispose: () => {},
				onDidChangeVisibility(this: { visible: boolean }, listen: typeof tree.see) {
					tree.see = (event) => listen(Object.assign(this, event));
					return { dispose: () => {} };
				},
			}
		),
	},
}));
const { createFilesView } = await import("../../src/extension/files/files-view.ts");

/** A client of which `list` answers, and `change` tells what becomes of the connection; `holders` keep it. */
function filesOf(list: (place: { id: string }) => Promise<unknown>) {
	const waiting = new Set<() => void>();
	const connection = { status: { kind: "away" }, holders: 0, hold: () => (connection.holders++, () => void connection.holders--) };
	const until = async (condition: () => boolean, signal: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			const look = (): void => (condition() ? resolve() : undefined);
			waiting.add(look);
			signal.addEventListener("abort", () => reject(new Error("aborted")));
			look();
		});
	const docker = { connection, until, files: { list, readOnly: async () => undefined } };
	const change = async (kind: string): Promise<void> => {
		connection.status = { kind };
		for (const look of waiting) look();
		await settle();
	};
	return { files: { docker: async () => docker }, connection, change };
}
const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

test("what the engine could not be asked for is asked for again when it is there again, while somebody sees it, and once", async () => {
	const asked: string[] = [];
	let fails = true;
	const { files, connection, change } = filesOf(async ({ id }) => {
		asked.push(id);
		if (fails) throw new DockerError(id === "job" ? "missing" : "refused", "connect ECONNREFUSED", "unix:///run/docker.sock");
		return { entries: [], isPartial: false };
	});
	const view = createFilesView(files as never, (() => ({ dispose() {} })) as never);
	for (const id of ["job", "web", "db"]) await view.open({ of: "container", id }, id);
	const { getChildren } = tree.provider as Provider;
	for (const root of await getChildren()) await getChildren(root);
	await settle();
	expect([asked, connection.holders]).toEqual([["job", "web", "db"], 1]);
	tree.see({ visible: false });
	await settle();
	expect(connection.holders, "nobody sees it").toBe(0);
	tree.fired.length = 0;
	await change("connected");
	expect(tree.fired).toEqual([]);
	tree.see({ visible: true });
	await settle();
	expect(tree.fired.map((node) => (node as FileNode).of)).toEqual(["web", "db"]);
	for (const root of tree.fired.splice(0) as FileNode[]) await getChildren(root);
	await settle();
	expect([tree.fired, connection.holders], "it is connected, and fails all the same").toEqual([[], 1]);
	fails = false;
	await change("connecting");
	await change("connected");
	for (const root of tree.fired.splice(0) as FileNode[]) expect(await getChildren(root)).toEqual([]);
	await settle();
	expect([tree.fired, connection.holders]).toEqual([[], 0]);
	view.dispose();
});

test("what cannot be listed says why in its place, and the others are listed", async () => {
	const gone = new DockerError("missing", "/");
	const refused = new DockerError("refused", "connect ECONNREFUSED", "unix:///run/docker.sock");
	const entry = { name: "etc", kind: "folder", size: 0, mode: 0o755, modified: 0 };
	const list = async ({ id }: { id: string }): Promise<unknown> => {
		if (id === "web") return { entries: [entry], isPartial: false };
		throw id === "job" ? gone : refused;
	};
	const { files } = filesOf(list);
	const view = createFilesView(files as never, (() => ({ dispose() {} })) as never);
	for (const id of ["job", "web", "far"]) await view.open({ of: "container", id }, id);
	const { getChildren, getTreeItem } = tree.provider as Provider;
	const shown: unknown[] = [];
	for (const root of await getChildren()) {
		for (const row of await getChildren(root)) {
			const { label, command } = getTreeItem(row);
			shown.push([root.of, label, row.kind === "failed" && command?.command === "hullwright.files.refresh" && command.arguments[0] === root]);
		}
	}
	expect(shown).toEqual([
		["job", "job is not there any more.", true],
		["web", "etc", false],
		["far", "The Docker engine at unix:///run/docker.sock does not run: the connection was refused. Start it, or choose another host.", true],
	]);
});
