import * as vscode from "vscode";
import { withoutIcons, withoutLinks } from "../docker/plain-text.ts";

/*
 * Where VS Code draws something in a text: links in notices, in progress and below an input; icons, `$(name)`, in lists, below an input and in the status bar. What goes
 * through here stands as it is written, whoever has written it, and a test holds everybody to that. An icon of ours is an item's `iconPath`.
 */

type Window = typeof vscode.window;
type Rest = readonly never[];

export const showInformationMessage = ((message: string, ...rest: Rest) =>
	vscode.window.showInformationMessage(withoutLinks(message), ...rest)) as Window["showInformationMessage"];

export const showWarningMessage = ((message: string, ...rest: Rest) =>
	vscode.window.showWarningMessage(withoutLinks(message), ...rest)) as Window["showWarningMessage"];

export const showErrorMessage = ((message: string, ...rest: Rest) =>
	vscode.window.showErrorMessage(withoutLinks(message), ...rest)) as Window["showErrorMessage"];

export const setStatusBarMessage = (text: string, milliseconds: number): vscode.Disposable =>
	vscode.window.setStatusBarMessage(withoutIcons(text), milliseconds);

type Report = { readonly message?: string; readonly increment?: number };

/** In a notification links are drawn, in the status bar icons; in a view there is no text. */
export function withProgress<Result>(
	options: vscode.ProgressOptions,
	task: (progress: vscode.Progress<Report>, token: vscode.CancellationToken) => Thenable<Result>,
): Thenable<Result> {
	const { title, location } = options;
	if (title === undefined) return vscode.window.withProgress(options, task);
	const shown = location === vscode.ProgressLocation.Window ? withoutIcons : withoutLinks;
	return vscode.window.withProgress({ ...options, title: shown(title) }, (progress, token) => {
		const report = (value: Report): void => progress.report({ ...value, ...(value.message !== undefined && { message: shown(value.message) }) });
		return task({ report }, token);
	});
}

const belowInput = (text: string): string => withoutIcons(withoutLinks(text));

type Problem = string | vscode.InputBoxValidationMessage | null | undefined;

function problemBelow(problem: Problem): Problem {
	if (typeof problem === "string") return belowInput(problem);
	return problem && { ...problem, message: belowInput(problem.message) };
}

export function showInputBox({ prompt, validateInput, ...options }: vscode.InputBoxOptions): Thenable<string | undefined> {
	const validate = (value: string): Problem | Thenable<Problem> => {
		const problem = validateInput?.(value);
		return problem && typeof problem === "object" && "then" in problem ? problem.then(problemBelow) : problemBelow(problem);
	};
	return vscode.window.showInputBox({
		...options,
		...(prompt !== undefined && { prompt: belowInput(prompt) }),
		...(validateInput && { validateInput: validate }),
	});
}

/** `prompt` and `validationMessage` are as they were given when they are read, too. */
export function createInputBox(): vscode.InputBox {
	return new Proxy(vscode.window.createInputBox(), {
		get: readOwn,
		set(input, name, value: never) {
			if (name === "prompt" || name === "validationMessage") return Reflect.set(input, name, problemBelow(value), input);
			return Reflect.set(input, name, value, input);
		},
	});
}

/** What is chosen is what was given, not what stands for it in the list. */
export const showQuickPick = (async (items: Given | Thenable<Given>, options?: vscode.QuickPickOptions, token?: vscode.CancellationToken) => {
	const own = new Map((await items).map((item) => [asText(item), item]));
	const chosen: unknown = await vscode.window.showQuickPick([...own.keys()], options, token);
	const ownOf = (item: unknown): unknown => own.get(item as vscode.QuickPickItem) ?? item;
	return Array.isArray(chosen) ? chosen.map(ownOf) : ownOf(chosen);
}) as Window["showQuickPick"];

type Given = readonly (string | vscode.QuickPickItem)[];

export function createQuickPick<Item extends vscode.QuickPickItem>(): vscode.QuickPick<Item> {
	const own = new WeakMap<Item, Item>();
	const shown = new WeakMap<Item, Item>();
	const toShown = (item: Item): Item => {
		const known = shown.get(item) ?? (asText(item) as Item);
		shown.set(item, known);
		own.set(known, item);
		return known;
	};
	return new Proxy(vscode.window.createQuickPick<Item>(), {
		get: (pick, name) => (isOfItems(name) ? pick[name].map((item) => own.get(item) ?? item) : readOwn(pick, name)),
		set: (pick, name, value: never) => Reflect.set(pick, name, isOfItems(name) ? (value as readonly Item[]).map(toShown) : value, pick),
	});
}

const isOfItems = (name: string | symbol): name is "items" | "activeItems" | "selectedItems" =>
	name === "items" || name === "activeItems" || name === "selectedItems";

function asText(given: string | vscode.QuickPickItem): vscode.QuickPickItem {
	const item = typeof given === "string" ? { label: given } : given;
	const { label, description, detail } = item;
	if (typeof given !== "string" && ![label, description, detail].some((text) => text?.includes("$("))) return given;
	return {
		...item,
		label: withoutIcons(label),
		...(description !== undefined && { description: withoutIcons(description) }),
		...(detail !== undefined && { detail: withoutIcons(detail) }),
	};
}

/** Functions of what VS Code gives want to be called on that. */
function readOwn<Of extends object>(of: Of, name: string | symbol): unknown {
	const value: unknown = Reflect.get(of, name, of);
	return typeof value === "function" ? (value.bind(of) as unknown) : value;
}
