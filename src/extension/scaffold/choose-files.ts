import * as vscode from "vscode";
import { pickMany, type Answer, type Item, type Step } from "./ask.ts";
import { nameOf, type Preview } from "./preview.ts";
import type { NewFile } from "./write.ts";

/** The last step: which of the files are written. Each is shown as one comes to it; those that exist are left as they are unless they are ticked. */
export function chooseFiles(files: readonly NewFile[], step: Omit<Step, "placeholder">, preview: Preview): Promise<Answer<readonly NewFile[]>> {
	const { t } = vscode.l10n;
	const items = files.map((file): Item<NewFile> => ({
		label: nameOf(file.uri),
		description: file.replaces ? t("exists and is kept; ticked, it is replaced, and opens so that Undo brings it back") : t("new"),
		buttons: [
			file.replaces
				? { iconPath: new vscode.ThemeIcon("diff"), tooltip: t("Show the Difference") }
				: { iconPath: new vscode.ThemeIcon("open-preview"), tooltip: t("Show It") },
		],
		value: file,
	}));
	const show = (file: NewFile) => (file.replaces ? preview.compare(file.uri, file.text) : preview.show(file.uri, file.text));
	return pickMany(
		{ ...step, placeholder: t("Untick what shall not be written. Nothing is written yet.") },
		items,
		files.filter(({ replaces }) => !replaces),
		(file) => void show(file),
	);
}
