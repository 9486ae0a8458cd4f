import * as vscode from "vscode";
import { nameOf } from "./preview.ts";
import { showInformationMessage, showWarningMessage } from "../window.ts";

/** What can be done with the files that are there now. `port` is the one that the container listens on, "" for none. */
export type Result = { readonly folder: vscode.Uri; readonly port: string; readonly hasCompose: boolean };

/** Says what was written and offers to build and to run it. Nothing runs in a folder that is on no disk, or that nobody trusts. */
export async function tell(message: string, isWarning: boolean, result: Result | undefined): Promise<void> {
	const [buildIt, runIt] = [vscode.l10n.t("Build"), vscode.l10n.t("Run")];
	const buttons = result && result.folder.scheme === "file" && vscode.workspace.isTrusted ? [buildIt, runIt] : [];
	const chosen = await (isWarning ? showWarningMessage(message, ...buttons) : showInformationMessage(message, ...buttons));
	if (!result || !chosen) return;
	if (chosen === buildIt) await docker(result, buildIt, build(result));
	else if (result.hasCompose) await docker(result, runIt, ["compose", "up", "--build"]);
	else if ((await docker(result, buildIt, build(result))) === 0) await docker(result, runIt, run(result));
}

const build = (result: Result): string[] => ["build", "--tag", tagOf(result), "."];

const run = (result: Result): string[] => ["run", "--init", ...(result.port ? ["--publish", `127.0.0.1:${result.port}:${result.port}`] : []), tagOf(result)];

/** A folder's name may hold what a name of an image may not. */
function tagOf({ folder }: Result): string {
	const name = nameOf(folder)
		.toLowerCase()
		.replace(/[^a-z\d]+/g, "-")
		.replace(/^-|-$/g, "");
	return name || "app";
}

/** Runs the Docker CLI in a terminal, without a shell, against the engine that the explorer shows. Its exit code, undefined where it was ended. */
async function docker({ folder }: Result, title: string, args: string[]): Promise<number | undefined> {
	const { get } = vscode.workspace.getConfiguration("hullwright.docker");
	const [host, context] = [String(get("host") ?? "").trim(), String(get("context") ?? "").trim()];
	const env: Record<string, string> = host ? { DOCKER_HOST: host } : context ? { DOCKER_CONTEXT: context } : {};
	const execution = new vscode.ProcessExecution("docker", args, { cwd: folder.fsPath, env });
	const name = `${title}: ${nameOf(folder)}`;
	const task = new vscode.Task({ type: "hullwright", name }, vscode.TaskScope.Workspace, name, "Hullwright", execution);
	const running = await vscode.tasks.executeTask(task);
	return new Promise((resolve) => {
		const listener = vscode.tasks.onDidEndTaskProcess((event) => {
			if (event.execution !== running) return;
			listener.dispose();
			resolve(event.exitCode);
		});
	});
}
