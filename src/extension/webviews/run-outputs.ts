import * as vscode from "vscode";
import { isSecret } from "../../engine/run/differences.ts";
import type { RunForm } from "../../engine/run/form.ts";
import { runWordsOf } from "../../engine/language/compose/containers/run-line.ts";
import { serviceOfForm } from "../../engine/language/compose/containers/run-service.ts";
import type { ServiceDraft } from "../../engine/language/compose/containers/service-draft.ts";
import { writeServices } from "../../engine/language/compose/containers/write-services.ts";
import { showQuickPick } from "../window.ts";

type Task = { readonly label?: string; readonly [key: string]: unknown };

/** Writes a task that runs it into the workspace's tasks.json, and shows it. A secret is asked for whenever the task is run. False where there is no folder, or nobody wants it. */
export async function saveAsTask(form: RunForm): Promise<boolean> {
	const { t } = vscode.l10n;
	const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
	if (!first) throw new Error(t("Open a folder first: tasks are saved in it."));
	const folder = others.length === 0 ? first : await vscode.window.showWorkspaceFolderPick({ placeHolder: t("Folder to save the task in") });
	if (!folder) return false;
	const secrets = form.environment.filter(isSecret).map(({ name }) => name);
	const args = runWordsOf(form, new Set(secrets));
	if (!args) throw new Error(t("Nothing can be made of it yet: see what is said at the fields."));
	// There is no way to write it so that VS Code leaves it alone.
	const variable = args.find((word) => /\$\{\w+(?::|\})/.test(word));
	if (variable !== undefined) throw new Error(t("In tasks.json “{0}” would be a variable of VS Code's. Put it into a file with variables instead.", variable));
	const label = t("Run {0}", form.name || form.image);
	const inputs = secrets.map((name) => ({ id: inputOf(name), type: "promptString", description: name, password: true }));
	const options = secrets.length > 0 ? { options: { env: Object.fromEntries(secrets.map((name) => [name, `\${input:${inputOf(name)}}`])) } } : {};
	const configuration = vscode.workspace.getConfiguration("tasks", folder.uri);
	const own = <Entry>(section: string): readonly Entry[] => configuration.inspect<readonly Entry[]>(section)?.workspaceFolderValue ?? [];
	const known = own<Task>("tasks");
	await configuration.update("version", "2.0.0", vscode.ConfigurationTarget.WorkspaceFolder);
	await configuration.update(
		"tasks",
		[...known.filter((task) => task.label !== label), { label, type: "process", command: "docker", args, ...options, problemMatcher: [] }],
		vscode.ConfigurationTarget.WorkspaceFolder,
	);
	if (inputs.length > 0) {
		const others = own<{ readonly id?: string }>("inputs").filter(({ id }) => !inputs.some((input) => input.id === id));
		await configuration.update("inputs", [...others, ...inputs], vscode.ConfigurationTarget.WorkspaceFolder);
	}
	await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, ".vscode", "tasks.json"), { preview: false });
	return true;
}

const inputOf = (name: string): string => `docker-${name}`;

/** The service that a form asks for; a secret comes from the environment or an .env file. */
function draftOf(form: RunForm, base?: ServiceDraft): ServiceDraft {
	const draft = serviceOfForm(form, base);
	const environment = { ...(draft.service["environment"] as Readonly<Record<string, string>> | undefined) };
	for (const variable of form.environment) if (isSecret(variable)) environment[variable.name] = `\${${variable.name}}`;
	return Object.keys(environment).length > 0 ? { ...draft, service: { ...draft.service, environment } } : draft;
}

/** Inserts the service into a Compose file of the workspace, not saved, or shows a new one. */
export async function saveAsService(form: RunForm, base: ServiceDraft | undefined): Promise<void> {
	const { t } = vscode.l10n;
	const draft = draftOf(form, base);
	const files = await vscode.workspace.findFiles("**/{compose,docker-compose}*.{yml,yaml}", "**/node_modules/**", 50);
	const anew = { label: t("New Compose File"), iconPath: new vscode.ThemeIcon("add"), uri: undefined };
	const items = [...files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => a.label.localeCompare(b.label)), anew];
	const chosen = files.length === 0 ? anew : await showQuickPick(items, { placeHolder: t("Compose file to add the service to") });
	if (!chosen) return;
	if (!chosen.uri) {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "dockercompose", content: writeServices([draft]) }), {
			preview: false,
		});
		return;
	}
	const document = await vscode.workspace.openTextDocument(chosen.uri);
	const { insertedService } = await import("../../engine/language/compose/containers/pasted-run.ts");
	const inserted = insertedService(document.getText(), draft);
	if (!inserted) throw new Error(t("{0} has no place for a service: its “services” are not written out in it, or it is no YAML.", chosen.label));
	const editor = await vscode.window.showTextDocument(document, { preview: false });
	const range = new vscode.Range(document.positionAt(inserted.start), document.positionAt(inserted.end));
	await editor.edit((edit) => edit.replace(range, inserted.text));
	editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
