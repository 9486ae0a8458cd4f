import * as vscode from "vscode";

/** Tells the editor what Enter does in Dockerfiles: below the first line that ends with `\`, lines are indented. */
export const setEnterRules = (): vscode.Disposable =>
	vscode.languages.setLanguageConfiguration("dockerfile", {
		onEnterRules: [{ beforeText: /^[^\s#].*\\[ \t]*$/, previousLineText: /^(?!.*\\[ \t]*$)/, action: { indentAction: vscode.IndentAction.Indent } }],
	});
