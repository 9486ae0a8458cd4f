import * as vscode from "vscode";

/** More blanks than any line begins with. */
const all = 1000;

/** Tells the editor what Enter does in Dockerfiles: below the first line that ends with `\`, lines are indented; below the last, which has none, they are not. */
export const setEnterRules = (): vscode.Disposable =>
	vscode.languages.setLanguageConfiguration("dockerfile", {
		onEnterRules: [
			{ beforeText: /^[^\s#].*\\[ \t]*$/, previousLineText: /^(?!.*\\[ \t]*$)/, action: { indentAction: vscode.IndentAction.Indent } },
			{
				// Behind a comment the instruction goes on.
				beforeText: /^[ \t]+[^\s#](?!.*\\[ \t]*$)/,
				afterText: /^[ \t]*$/,
				previousLineText: /\\[ \t]*$/,
				action: { indentAction: vscode.IndentAction.None, removeText: all },
			},
		],
	});
