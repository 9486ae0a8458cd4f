import { expect, test, vi } from "vitest";
import { DockerError } from "../../src/docker/errors.ts";
import type { FileNode } from "../../src/extension/files/file-node.ts";

type Provider = {
	getChildren(node?: FileNode): Promise<FileNode[]>;
	getTreeItem(node: FileNode): { label: string; command?: { command: string; arguments: unknown[] } };
};
const tree = vi.hoisted(() => ({ provider: undefined as unknown }));
vi.mock("vscode", () => ({
	EventEmitter: class {
		event = (): void => {};
		fire(): void {}
	},
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
			{ selection: [], reveal: async () => {} }
		),
	},
}));
const { createFilesView } = await import("../../src/extension/files/files-view.ts");

test("what cannot be listed says why in its place, and the others are listed", async () => {
	const gone = new DockerError("missing", "/");
	const refused = new DockerError("refused", "connect ECONNREFUSED", "unix:///run/docker.sock");
	const entry = { name: "etc", kind: "folder", size: 0, mode: 0o755, modified: 0 };
	const list = async ({ id }: { id: string }): Promise<unknown> => {
		if (id === "web") return { entries: [entry], isPartial: false };
		throw id === "job" ? gone : refused;
	};
	const files = { docker: async () => ({ files: { list, readOnly: async () => undefined } }) };
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
