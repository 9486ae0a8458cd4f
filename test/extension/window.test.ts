import type * as VsCode from "vscode";
import { expect, test, vi } from "vitest";

/** What VS Code is given, and what the user does with it. */
const given = vi.hoisted(() => ({
	shown: [] as unknown[],
	choice: (items: readonly unknown[]): unknown => items[0],
	pick: {} as Record<string, unknown>,
	input: {},
}));
const take = vi.hoisted(
	() =>
		async (...shown: unknown[]): Promise<void> =>
			void given.shown.push(...shown),
);
vi.mock("vscode", () => ({
	ProgressLocation: { Notification: 15, Window: 10 },
	window: {
		showInformationMessage: take,
		showWarningMessage: take,
		showErrorMessage: take,
		setStatusBarMessage: take,
		showInputBox: take,
		createInputBox: () => given.input,
		createQuickPick: () => given.pick,
		async showQuickPick(items: readonly unknown[]) {
			given.shown.push(...items);
			return given.choice(items);
		},
		async withProgress({ title }: { title?: string }, task: (progress: unknown) => Promise<unknown>) {
			given.shown.push(title);
			await task({ report: (value: unknown) => given.shown.push(value) });
		},
	},
}));
const window = await import("../../src/extension/window.ts");

const evil = "x$(rocket) [a](command:workbench.action.quit)";
const linkless = "x$(rocket) [a] (command:workbench.action.quit)";
const iconless = "x\\$(rocket) [a](command:workbench.action.quit)";

async function shownBy(show: () => unknown): Promise<unknown[]> {
	given.shown.length = 0;
	await show();
	return [...given.shown];
}

test("a notice makes no link of what it says, and keeps its options and buttons", async () => {
	for (const show of [window.showInformationMessage, window.showWarningMessage, window.showErrorMessage])
		expect(await shownBy(() => show(evil, { modal: true }, "Yes"))).toEqual([linkless, { modal: true }, "Yes"]);
});

test("what is under way makes a link of nothing in a notification, and an icon of nothing in the status bar", async () => {
	const run = (location: number) =>
		shownBy(() => window.withProgress({ location, title: evil }, async (progress) => progress.report({ message: evil, increment: 1 })));
	expect(await run(15)).toEqual([linkless, { message: linkless, increment: 1 }]);
	expect(await run(10)).toEqual([iconless, { message: iconless, increment: 1 }]);
	expect(await shownBy(() => window.setStatusBarMessage(evil, 5))).toEqual([iconless, 5]);
});

test("below an input nothing is a link or an icon, also what is wrong with what was typed", async () => {
	const both = "x\\$(rocket) [a] (command:workbench.action.quit)";
	const [options] = (await shownBy(() => window.showInputBox({ title: evil, prompt: evil, validateInput: () => evil }))) as [VsCode.InputBoxOptions];
	expect([options.title, options.prompt, options.validateInput?.("")]).toEqual([evil, both, both]);
	const [late] = (await shownBy(() => window.showInputBox({ validateInput: async () => ({ message: evil, severity: 3 }) }))) as [VsCode.InputBoxOptions];
	expect(await late.validateInput?.("")).toEqual({ message: both, severity: 3 });
	const input = window.createInputBox();
	Object.assign(input, { prompt: evil, validationMessage: evil, value: evil });
	expect(given.input).toEqual({ prompt: both, validationMessage: both, value: evil });
});

test("a list makes no icon of its texts, and what is chosen is what was given", async () => {
	const items = [{ label: evil, description: evil, detail: evil, id: 1 }, { label: "plain" }];
	given.choice = ([first]) => first;
	let chosen: unknown;
	expect(await shownBy(async () => void (chosen = await window.showQuickPick(items)))).toEqual([
		{ label: iconless, description: iconless, detail: iconless, id: 1 },
		{ label: "plain" },
	]);
	expect(chosen).toBe(items[0]);
	given.choice = (all) => [...all].reverse();
	expect(await window.showQuickPick(items, { canPickMany: true })).toEqual([items[1], items[0]]);
	expect(await window.showQuickPick([evil], { canPickMany: true })).toEqual([evil]);
	given.choice = () => undefined;
	expect(await window.showQuickPick(items)).toBeUndefined();
});

test("so does a list that is changed while it is shown", () => {
	const items = [{ label: evil }, { label: "plain" }];
	let disposed = 0;
	given.pick = {
		dispose(this: unknown) {
			disposed += this === given.pick ? 1 : 0;
		},
	};
	const pick = window.createQuickPick<{ readonly label: string }>();
	Object.assign(pick, { items, placeholder: evil });
	expect(given.pick).toMatchObject({ items: [{ label: iconless }, { label: "plain" }], placeholder: evil });
	pick.activeItems = [items[0] as (typeof items)[number]];
	given.pick["selectedItems"] = given.pick["activeItems"];
	expect((given.pick["activeItems"] as unknown[])[0]).toBe((given.pick["items"] as unknown[])[0]);
	expect(pick.selectedItems[0]).toBe(items[0]);
	expect(pick.items).toEqual(items);
	pick.dispose();
	expect(disposed).toBe(1);
});
