import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { until } from "./until.ts";

suite("language features", () => {
	suiteTeardown(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

	test("a configuration is completed and explained, and counts before it is saved", async () => {
		const dockerfile = await open("Dockerfile", "FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
		await until("the problem", () => rulesOf(dockerfile.uri).includes("maintainer-instruction"));
		const configuration = await open(".hullwright.yaml", "rules:\n  ");
		const labels = await until("the completions", async () => {
			const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
				"vscode.executeCompletionItemProvider",
				configuration.uri,
				new vscode.Position(1, 2),
			);
			const found = items.map(({ label }) => (typeof label === "string" ? label : label.label));
			return found.includes("maintainer-instruction") && found;
		});
		assert.ok(labels.includes("apt-get-missing-yes"));
		await insert(configuration, new vscode.Position(1, 2), "maintainer-instruction: off");
		await until("the problem is gone", () => !rulesOf(dockerfile.uri).includes("maintainer-instruction"));
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", configuration.uri, new vscode.Position(1, 4));
		assert.match(hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value))).join("\n"), /deprecated/);
		await insert(configuration, new vscode.Position(1, 2), "no-such-rule: off\n  ");
		const [problem] = await until("its problem", () => nonEmpty(vscode.languages.getDiagnostics(configuration.uri)));
		assert.match(problem?.message ?? "", /no-such-rule/);
	});

	test("the outline has the stages with their instructions", async () => {
		const { uri } = await open("outline.Dockerfile", "FROM debian:12 AS build\nRUN make\nFROM scratch\nCOPY --from=build /app /app\n");
		const stages = await until("the outline", async () =>
			nonEmpty((await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", uri)) ?? []),
		);
		const ours = stages.filter(({ children }) => children.length > 0);
		assert.deepEqual(
			ours.map(({ name, children }) => [name, children.map((child) => child.name)]),
			[
				["build", ["RUN make"]],
				["scratch", ["COPY /app /app"]],
			],
		);
	});

	test("stages, comments and here documents can be folded", async () => {
		const { uri } = await open("folding.Dockerfile", "# one\n# two\nFROM debian:12\nRUN <<EOF\nmake\nEOF\n");
		const folds = await until("folds", async () => {
			const found = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>("vscode.executeFoldingRangeProvider", uri);
			return found?.length === 3 && found;
		});
		assert.deepEqual(
			folds.map(({ start, end, kind }) => [start, end, kind]),
			[
				[0, 1, vscode.FoldingRangeKind.Comment],
				[2, 5, undefined],
				[3, 4, undefined],
			],
		);
	});

	test("Fix All in This File fixes what is safe", async () => {
		const document = await open("fix.Dockerfile", "FROM debian:12\nMAINTAINER Jo\nWORKDIR /app\nADD one.py .\nUSER 1000\n");
		await until("the problem", () => rulesOf(document.uri).includes("add-instead-of-copy"));
		await vscode.commands.executeCommand("hullwright.fixAll");
		await until("it is fixed", () => /^COPY one\.py \.$/m.test(document.getText()));
		assert.match(document.getText(), /^MAINTAINER Jo$/m);
	});

	test("a file that is only begun has no error", async () => {
		const document = await open("new.Dockerfile", "");
		await insert(document, new vscode.Position(0, 0), "MAINTAINER Jo\n");
		await until("problems", () => rulesOf(document.uri).length > 0);
		const all = new vscode.WorkspaceEdit();
		all.replace(document.uri, new vscode.Range(0, 0, 2, 0), "# what it is for\n");
		await vscode.workspace.applyEdit(all);
		await until("none", () => vscode.languages.getDiagnostics(document.uri).length === 0);
	});
});

let folder = 0;

async function open(name: string, text: string): Promise<vscode.TextDocument> {
	const workspace = vscode.workspace.workspaceFolders?.[0];
	assert.ok(workspace);
	// A configuration is meant to be beside the file that was opened before it.
	if (name !== ".hullwright.yaml") folder++;
	const uri = vscode.Uri.joinPath(workspace.uri, `editor-${folder}`, name);
	await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document);
	return document;
}

async function insert(document: vscode.TextDocument, position: vscode.Position, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.insert(document.uri, position, text);
	assert.ok(await vscode.workspace.applyEdit(edit));
}

const rulesOf = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === "object" ? code.value : code));
const nonEmpty = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);
