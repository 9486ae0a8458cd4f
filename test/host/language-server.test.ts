import assert from "node:assert/strict";
import { suite, suiteTeardown, teardown, test } from "mocha";
import * as vscode from "vscode";
import { until } from "./until.ts";

suite("language server", () => {
	const lint = () => vscode.workspace.getConfiguration("hullwright.lint");

	teardown(async () => {
		await lint().update("run", undefined, vscode.ConfigurationTarget.Global);
		await vscode.workspace.getConfiguration("editor").update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global);
	});
	suiteTeardown(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

	test("a problem links to a page that is packed", async () => {
		const { uri } = await open("FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
		const problem = await until("the problem", () => find(uri, "maintainer-instruction"));
		assert.ok(typeof problem.code === "object");
		assert.match(Buffer.from(await vscode.workspace.fs.readFile(problem.code.target)).toString(), /^# maintainer-instruction\n/);
	});

	test("the command for a rule's page shows it", async () => {
		await vscode.commands.executeCommand("hullwright.showRule", "missing-user");
		await until("its tab", () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes("missing-user.md"));
	});

	test("saving fixes what is safe to fix, where the user asks for it", async () => {
		await vscode.workspace
			.getConfiguration("editor")
			.update("codeActionsOnSave", { "source.fixAll.hullwright": "explicit" }, vscode.ConfigurationTarget.Global);
		const document = await open("FROM debian:12\r\nWORKDIR /app\r\nADD one.py .\r\nADD two.py .\r\nUSER 1000\r\n");
		await until("the problems", () => find(document.uri, "add-instead-of-copy"));
		await change(document, new vscode.Range(4, 0, 4, 0), "# who runs it\r\n");
		await document.save();
		assert.equal(document.getText(), "FROM debian:12\r\nWORKDIR /app\r\nCOPY one.py .\r\nCOPY two.py .\r\n# who runs it\r\nUSER 1000\r\n");
	});

	test("linting can wait until the document is saved", async () => {
		await lint().update("run", "onSave", vscode.ConfigurationTarget.Global);
		const document = await open("FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
		await until("the problem", () => find(document.uri, "maintainer-instruction"));
		await change(document, new vscode.Range(1, 0, 2, 0), "");
		await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, new vscode.Position(0, 1));
		assert.ok(find(document.uri, "maintainer-instruction"), "the problem stays while one types");
		await document.save();
		await until("the problem is gone", () => !find(document.uri, "maintainer-instruction"));
	});

	test("a broken configuration file is told where it is broken, and a mended one is read at once", async () => {
		const { uri } = await open("FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
		const configuration = vscode.Uri.joinPath(uri, "..", ".hullwright.yaml");
		await vscode.workspace.fs.writeFile(configuration, Buffer.from("rules:\n  no-such-rule: off\n  maintainer-instruction: error\n"));
		const [problem] = await until("the file's problem", () => nonEmpty(vscode.languages.getDiagnostics(configuration)));
		assert.equal(problem?.range.start.line, 1);
		await until("the rest of it applies", () => find(uri, "maintainer-instruction")?.severity === vscode.DiagnosticSeverity.Error);
		await vscode.workspace.fs.writeFile(configuration, Buffer.from("rules:\n  maintainer-instruction: off\n"));
		await until("it applies", () => !find(uri, "maintainer-instruction") && vscode.languages.getDiagnostics(configuration).length === 0);
	});

	test("what cannot be written is explained and not reported", async () => {
		const readOnly = new ReadOnlyFiles("FROM debian:12\nMAINTAINER Jo\n");
		const registration = vscode.workspace.registerFileSystemProvider("hullwright-test", readOnly, { isReadonly: true });
		try {
			const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("hullwright-test:/Dockerfile"));
			await vscode.window.showTextDocument(document);
			const hovers = await until("a hover", async () =>
				nonEmpty(await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, new vscode.Position(1, 2))),
			);
			assert.equal(hovers.length, 1);
			const other = await open("FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
			await until("a problem elsewhere", () => find(other.uri, "maintainer-instruction"));
			assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
		} finally {
			registration.dispose();
		}
	});

	test("it can be started anew", async () => {
		const document = await open("FROM debian:12\nUSER 1000\n");
		await vscode.commands.executeCommand("hullwright.restartLanguageServer");
		await change(document, new vscode.Range(1, 0, 1, 0), "MAINTAINER Jo\n");
		await until("the problem", () => find(document.uri, "maintainer-instruction"));
	});
});

let count = 0;

async function open(text: string): Promise<vscode.TextDocument> {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder);
	const uri = vscode.Uri.joinPath(folder.uri, `language-server-${++count}`, "Dockerfile");
	await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document);
	return document;
}

async function change(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, range, text);
	assert.ok(await vscode.workspace.applyEdit(edit));
}

function find(uri: vscode.Uri, rule: string): vscode.Diagnostic | undefined {
	return vscode.languages.getDiagnostics(uri).find(({ code }) => (typeof code === "object" ? code.value : code) === rule);
}

const nonEmpty = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);

/** A folder of files that all hold the same text. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
	readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
	readonly #contents: Uint8Array;

	constructor(text: string) {
		this.#contents = Buffer.from(text);
	}

	watch = () => new vscode.Disposable(() => {});
	stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#contents.length });
	readFile = () => this.#contents;
	readDirectory = () => [];
	createDirectory = refuse;
	writeFile = refuse;
	delete = refuse;
	rename = refuse;
}

function refuse(): never {
	throw vscode.FileSystemError.NoPermissions();
}
