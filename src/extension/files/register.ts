import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ContainerFiles } from "./file-system.ts";
import type { FilesView } from "./files-view.ts";
import { schemes } from "./places.ts";

/** Files of containers, images and volumes, as file systems of VS Code and in a view of their own. */
export type Files = vscode.Disposable & {
	/** Loads the view on first use. */
	view(): Promise<FilesView>;
};

/** Registers the file systems; what is behind them is loaded when the first file is asked for. */
export function registerFiles(docker: () => Promise<Docker>): Files {
	const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	let loading: Promise<ContainerFiles> | undefined;
	let viewing: Promise<FilesView> | undefined;
	const disposables: vscode.Disposable[] = [changed];
	const load = (): Promise<ContainerFiles> =>
		(loading ??= import("./file-system.ts").then(({ createContainerFiles }) => createContainerFiles(docker, changed)));
	const view = (): Promise<FilesView> =>
		(viewing ??= Promise.all([import("./file-system.ts"), load()]).then(([{ createFilesView }, files]) => {
			const created = createFilesView(files, changed.event);
			disposables.push(created);
			return created;
		}));
	const provider: vscode.FileSystemProvider = {
		onDidChangeFile: changed.event,
		// No engine tells of a file that changes.
		watch: () => new vscode.Disposable(() => {}),
		stat: async (uri) => (await load()).stat(uri),
		readDirectory: async (uri) => (await load()).readDirectory(uri),
		createDirectory: async (uri) => (await load()).createDirectory(uri),
		readFile: async (uri) => (await load()).readFile(uri),
		writeFile: async (uri, content, options) => (await load()).writeFile(uri, content, options),
		delete: async (uri) => (await load()).delete(uri),
		rename: async (from, to, options) => (await load()).rename(from, to, options),
	};
	const { container, volume, image } = schemes;
	const why = new vscode.MarkdownString(vscode.l10n.t("An image does not change: edit the file in a container of it, or in what it is built from."));
	disposables.push(
		...[container, volume].map((scheme) => vscode.workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true })),
		vscode.workspace.registerFileSystemProvider(image, provider, { isCaseSensitive: true, isReadonly: why }),
	);
	return { view, dispose: () => vscode.Disposable.from(...disposables).dispose() };
}
