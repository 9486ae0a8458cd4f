import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { until } from "./until.ts";

suite("language", () => {
	suiteTeardown(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

	test("problems carry the rule, where its page is", async () => {
		const { uri } = await open("FROM debian:latest\nMAINTAINER Jo <jo@example.com>\n");
		const problems = await problemsOf(uri, 2);
		const problem = problems.find((it) => ruleOf(it) === "maintainer-instruction");
		assert.ok(problem, problems.map(ruleOf).join());
		assert.equal(problem.source, "hullwright");
		assert.equal(problem.range.start.line, 1);
		assert.match(typeof problem.code === "object" ? problem.code.target.toString() : "", /maintainer-instruction/);
	});

	test("problems of unsaved text follow each change", async () => {
		const document = await open("FROM debian:12\nMAINTAINER Jo\nUSER 1000\n");
		await until("the problem is there", () => rulesOf(document.uri).includes("maintainer-instruction"));
		await replaceText(document, "FROM debian:12\nUSER 1000\n");
		await until("the problem is gone", () => rulesOf(document.uri).length === 0);
	});

	test("a quick fix mends what its problem reports", async () => {
		const document = await open(
			"FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\nWORKDIR /app\nADD main.py .\nUSER 1000\n",
		);
		const problem = await until("the problem", () => vscode.languages.getDiagnostics(document.uri).find((it) => ruleOf(it) === "add-instead-of-copy"));
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			problem.range,
			vscode.CodeActionKind.QuickFix.value,
		);
		const fix = actions.find((action) => action.isPreferred);
		assert.ok(fix?.edit, actions.map((action) => action.title).join());
		await vscode.workspace.applyEdit(fix.edit);
		assert.match(document.getText(), /^COPY main\.py \.$/m);
		await until("the problem is gone", () => !rulesOf(document.uri).includes("add-instead-of-copy"));
	});

	test("fix all mends what is safe to mend and leaves the rest", async () => {
		const document = await open("FROM debian:12\nWORKDIR /app\nADD one.py .\nADD two.py .\nRUN pip install -r requirements.txt\nUSER 1000\n");
		await until("problems", () => rulesOf(document.uri).length >= 2);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			whole,
			"source.fixAll.hullwright",
		);
		assert.equal(actions.length, 1, actions.map((action) => action.title).join());
		assert.ok(actions[0]?.edit);
		await vscode.workspace.applyEdit(actions[0].edit);
		assert.match(document.getText(), /^COPY one\.py \.\nCOPY two\.py \.$/m);
	});

	test("hover tells what an instruction and a flag do", async () => {
		const { uri } = await open("FROM debian:12\nHEALTHCHECK --interval=10s CMD true\nUSER 1000\n");
		assert.match(await hoverAt(uri, 1, 3), /HEALTHCHECK/);
		assert.match(await hoverAt(uri, 1, 15), /interval/);
	});

	test("a document that is on no disk is linted too", async () => {
		const document = await vscode.workspace.openTextDocument({ language: "dockerfile", content: "FROM debian:latest\n" });
		await vscode.window.showTextDocument(document);
		assert.equal(document.uri.scheme, "untitled");
		await until("its problem", () => rulesOf(document.uri).includes("from-latest-tag"));
	});

	test("a file with a broken instruction is still linted elsewhere", async () => {
		const { uri } = await open("FROM debian:12\nBOGUS x\nMAINTAINER Jo\nUSER 1000\n");
		await until("both problems", () => rulesOf(uri).includes("maintainer-instruction") && rulesOf(uri).length > 1);
	});
});

let count = 0;

/** A saved Dockerfile with this text, shown in an editor. */
async function open(text: string): Promise<vscode.TextDocument> {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder);
	const uri = vscode.Uri.joinPath(folder.uri, `language-${++count}`, "Dockerfile");
	await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document);
	return document;
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	await vscode.workspace.applyEdit(edit);
}

const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === "object" ? code.value : code);
const rulesOf = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(ruleOf);

function problemsOf(uri: vscode.Uri, atLeast: number): Promise<vscode.Diagnostic[]> {
	return until(`${atLeast} problems`, () => {
		const problems = vscode.languages.getDiagnostics(uri);
		return problems.length >= atLeast && problems;
	});
}

async function hoverAt(uri: vscode.Uri, line: number, character: number): Promise<string> {
	const hovers = await until("a hover", async () => {
		const found = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, new vscode.Position(line, character));
		return found.length > 0 && found;
	});
	return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value))).join("\n");
}
