import * as vscode from "vscode";
import { createInputBox, createQuickPick } from "../window.ts";

/** The user wants the step before. */
export const back = Symbol("back");
export type Answer<T> = T | typeof back | undefined;

/** Where a step stands among all. */
export type Step = {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
	readonly placeholder: string;
	readonly canGoBack?: true;
};

export type Item<T> = vscode.QuickPickItem & { readonly value?: T };

/** Undefined where the user gave up. Stays open when the focus goes elsewhere, so that files can be looked at meanwhile. */
export function pick<T>(step: Step, items: readonly Item<T>[], active?: T): Promise<Answer<T>> {
	const quickPick = createQuickPick<Item<T>>();
	quickPick.items = items;
	quickPick.activeItems = items.filter(({ value }) => value !== undefined && value === active).slice(0, 1);
	quickPick.matchOnDescription = true;
	quickPick.placeholder = step.placeholder;
	return shown(quickPick, step, () => quickPick.selectedItems[0]?.value);
}

/** As `pick`, of several; `looked` is told of each that one comes to, or asks to see. */
export function pickMany<T>(step: Step, items: readonly Item<T>[], picked: readonly T[], looked: (value: T) => void): Promise<Answer<readonly T[]>> {
	const quickPick = createQuickPick<Item<T>>();
	const look = (item: Item<T> | undefined) => item?.value !== undefined && looked(item.value);
	quickPick.canSelectMany = true;
	quickPick.items = items;
	quickPick.selectedItems = items.filter(({ value }) => value !== undefined && picked.includes(value));
	quickPick.placeholder = step.placeholder;
	quickPick.onDidChangeActive(([item]) => look(item));
	quickPick.onDidTriggerItemButton(({ item }) => look(item));
	// Nothing is active at first where several can be picked.
	look(items[0]);
	return shown(quickPick, step, () => quickPick.selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value])));
}

/** `problem` says what is wrong with an input, undefined where it will do. */
export function input(step: Step, value: string, problem: (value: string) => string | undefined): Promise<Answer<string>> {
	const inputBox = createInputBox();
	const validate = () => {
		inputBox.validationMessage = problem(inputBox.value.trim());
	};
	inputBox.value = value;
	inputBox.prompt = step.placeholder;
	inputBox.onDidChangeValue(validate);
	validate();
	return shown(inputBox, step, () => (problem(inputBox.value.trim()) === undefined ? inputBox.value.trim() : undefined));
}

function shown<T, I extends vscode.QuickPickItem>(
	quickInput: vscode.QuickPick<I> | vscode.InputBox,
	{ title, step, totalSteps, canGoBack }: Step,
	accepted: () => T | undefined,
): Promise<Answer<T>> {
	quickInput.title = title;
	quickInput.step = step;
	quickInput.totalSteps = totalSteps;
	quickInput.ignoreFocusOut = true;
	quickInput.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
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
