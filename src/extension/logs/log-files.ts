import { posix } from "node:path";
import * as vscode from "vscode";
import { plainText } from "../../docker/plain-text.ts";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import { rankedFiles } from "./file-candidates.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** A file as a line of a container names it. */
export type NamedFile = { readonly path: string; readonly line: number | null; readonly column: number | null };

/** What of a container says where its files are from. */
type Origins = {
	readonly mounts: readonly { readonly source: string; readonly target: string }[];
	readonly workingFolder: string;
	/** Where the Compose project is, on the engine's machine. */
	readonly projectFolder: string;
};

/** More files of one name nobody would choose from. */
const most = 200;
const notSources = "**/{node_modules,.git,dist,target,vendor,__pycache__}/**";

/** Opens the file of the workspace that the container's path stands for; asks where several could be it. */
export async function openFileOfLine(docker: Docker, container: Container | undefined, { path, line, column }: NamedFile): Promise<void> {
	const { t } = vscode.l10n;
	const found = await findFiles(docker, container, path);
	const [first] = found;
	if (!first) {
		void showInformationMessage(t("No file of the workspace is “{0}”.", plainText(path, 200)));
		return;
	}
	const items = found.map((uri) => ({ label: posix.basename(uri.path), description: vscode.workspace.asRelativePath(posix.dirname(uri.path)), uri }));
	const chosen = found.length === 1 ? { uri: first } : await showQuickPick(items, { placeHolder: t("Several files could be “{0}”", plainText(path, 200)) });
	if (!chosen) return;
	const at = new vscode.Position(Math.max(0, (line ?? 1) - 1), Math.max(0, (column ?? 1) - 1));
	const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === chosen.uri.toString());
	await vscode.window.showTextDocument(chosen.uri, { selection: new vscode.Range(at, at), viewColumn: shown?.viewColumn ?? columnForFiles() });
}

/** Not over the log, where there is another place. */
function columnForFiles(): vscode.ViewColumn {
	const { all, activeTabGroup } = vscode.window.tabGroups;
	return all.find((group) => group !== activeTabGroup)?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** Files of the workspace only: a line can say anything. */
async function findFiles(docker: Docker, container: Container | undefined, path: string): Promise<readonly vscode.Uri[]> {
	const origins = container && (await originsOf(docker, container.id).catch(() => undefined));
	const mounted = origins && (await findMounted(origins, path));
	if (mounted) return [mounted];
	const name = posix.basename(path);
	if (name === "" || name === "." || name === "..") return [];
	// What means something in patterns may be any character, and is compared below.
	const pattern = `**/${name.replaceAll(/[[\]{}*?,!\\]/g, "?")}`;
	const found = (await vscode.workspace.findFiles(pattern, notSources, most)).filter((uri) => posix.basename(uri.path) === name);
	const ranked = rankedFiles(
		found.map((uri) => uri.path),
		{ path, workingFolder: origins?.workingFolder ?? "", projectFolder: origins?.projectFolder ?? "", service: container?.service ?? "" },
	);
	return ranked.flatMap((each) => found.find((uri) => uri.path === each) ?? []);
}

async function originsOf(docker: Docker, id: string): Promise<Origins> {
	const { Mounts, Config } = (await docker.containers.inspect(id)) as {
		readonly Mounts?: readonly { readonly Type?: string; readonly Source?: string; readonly Destination?: string }[] | null;
		readonly Config?: { readonly WorkingDir?: string; readonly Labels?: Readonly<Record<string, string>> | null } | null;
	};
	return {
		mounts: (Mounts ?? []).flatMap(({ Type, Source: source, Destination: target }) => (Type === "bind" && source && target ? [{ source, target }] : [])),
		workingFolder: Config?.WorkingDir ?? "",
		projectFolder: Config?.Labels?.["com.docker.compose.project.working_dir"] ?? "",
	};
}

/** What is mounted is the file itself, where it is in the workspace. */
async function findMounted({ mounts, workingFolder }: Origins, path: string): Promise<vscode.Uri | undefined> {
	const absolute = posix.resolve("/", workingFolder, path);
	const [mount] = mounts
		.filter(({ target }) => absolute === target || absolute.startsWith(`${target.replace(/\/$/, "")}/`))
		.sort((one, other) => other.target.length - one.target.length);
	if (!mount) return undefined;
	const rest = absolute.slice(mount.target.replace(/\/$/, "").length);
	const uri = vscode.Uri.file(`${mount.source.replaceAll("\\", "/")}${rest}`);
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const target = folder?.uri.scheme === "file" || !folder ? uri : folder.uri.with({ path: uri.path });
	if (!folder) return undefined;
	const isThere = await vscode.workspace.fs.stat(target).then(
		({ type }) => (type & vscode.FileType.File) !== 0,
		() => false,
	);
	return isThere ? target : undefined;
}
