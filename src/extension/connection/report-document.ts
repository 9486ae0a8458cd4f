import { homedir, release } from "node:os";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Around, Report } from "./report.ts";
import { withProgress } from "../window.ts";

const scheme = "hullwright-connection";

/** A read-only document that says how the engine was looked for and what came of it, with the buttons that help above it. */
export type ConnectionReport = vscode.Disposable & {
	/** Tries everything anew, and shows what came of it. */
	show(): Promise<void>;
	/** The text of the report that is open, or else of a new one. */
	text(): Promise<string>;
};

export function registerConnectionReport(docker: () => Promise<Docker>, extension: vscode.Extension<unknown>): ConnectionReport {
	const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t("Connection Report")}.md` });
	const changed = new vscode.EventEmitter<vscode.Uri>();
	let report: Promise<Report> | undefined;
	const make = async (): Promise<Report> => {
		const { makeReport } = await import("./report.ts");
		const { t } = vscode.l10n;
		const facts = [`VS Code ${vscode.version}`, `${process.platform} ${release()} ${process.arch}`, `${t("Window")}: ${vscode.env.remoteName ?? t("local")}`];
		const around = { manifest: extension.packageJSON as Around["manifest"], facts, env: process.env, home: homedir() };
		return makeReport(await (await docker()).diagnose(), around, t);
	};
	const current = (): Promise<Report> => (report ??= make());
	const isOpen = (): boolean => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
	const registered = vscode.Disposable.from(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: async () => (await current()).text,
		}),
		vscode.languages.registerCodeLensProvider(
			{ scheme },
			{
				provideCodeLenses: async () =>
					(await current()).buttons.map(({ line, ...command }) => new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command)),
			},
		),
	);
	return {
		async show() {
			report = make();
			// An engine that hangs takes a while to be given up.
			await withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Diagnosing the connection") }, () => current());
			if (isOpen()) changed.fire(uri);
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
		},
		async text() {
			if (!isOpen()) report = undefined;
			return (await current()).text;
		},
		dispose: () => registered.dispose(),
	};
}
