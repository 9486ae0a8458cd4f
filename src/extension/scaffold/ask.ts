import * as vscode from "vscode";

/** The user wants the step before. */
export const back = Symbol("back");
export type Answer<T> = T | typeof back | undefined;

/** Where a step stands among all; the first has no way back. */
export type Step = { readonly title: string; readonly step: number; readonly totalSteps: number; readonly placeholder: string };

export type Item<T> = vscode.QuickPickItem & { readonly value?: T };

/** Undefined where the user gave up. Stays open when the focus goes elsewhere, so that files can be looked at meanwhile. */
export function pick<T>(step: Step, items: readonly Item<T>[], active?: T): Promise<Answer<T>> {
	const quickPick = vscode.window.createQuickPick<Item<T>>();
	quickPick.items = items;
	quickPick.activeItems = items.filter(({ value }) => value !== undefined && value === active).slice(0, 1);
	quickPick.matchOnDescription = true;
	quickPick.placeholder = step.placeholder;
	return shown(quickPick, step, () => quickPick.selectedItems[0]?.value);
}

/** `problem` says what is wrong with an input, undefined where it will do. */
export function input(step: Step, value: string, problem: (value: string) => string | undefined): Promise<Answer<string>> {
	const inputBox = vscode.window.createInputBox();
	const validate = () => {
		inputBox.validationMessage = problem(inputBox.value.trim());
	};
	inputBox.value = value;
	inputBox.prompt = step.placeholder;
	inputBox.onDidChangeValue(validate);
	validate();
	return shown(inputBox, step, () => (problem(inputBox.value.trim()) === undefined ? inputBox.value.trim() : undefined));
}

function shown<T>(
	quickInput: (vscode.QuickPick<Item<T>> | vscode.InputBox) & vscode.QuickInput,
	{ title, step, totalSteps }: Step,
	accepted: () => T | undefined,
): Promise<Answer<T>> {
	quickInput.title = title;
	quickInput.step = step;
	quickInput.totalSteps = totalSteps;
	quickInput.ignoreFocusOut = true;
	quickInput.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
	return new Promise((resolve) => {
		const finish = (answer: Answer<T>) => {
			resolve(answer);
			quickInput.dispose();
		};
		quickInput.onDidAccept(() => {
			const answer = accepted();
			if (answer !== undefined) finish(answer);
		});
		quickInput.onDidTriggerButton(() => finish(back));
		quickInput.onDidHide(() => finish(undefined));
		quickInput.show();
	});
}
