import type * as vscode from "vscode";
import { afterEach, expect, test, vi } from "vitest";
import { saveAsShown } from "../../src/extension/save.ts";

const listeners = vi.hoisted(() => new Set<(document: object) => void>());
vi.mock("vscode", () => ({
	workspace: {
		onDidSaveTextDocument(listener: (document: object) => void) {
			listeners.add(listener);
			return { dispose: () => listeners.delete(listener) };
		},
	},
}));

afterEach(() => void vi.useRealTimers());

/** `save` answers so. */
const dirty = (answer: boolean, isDirtyThen: boolean) => {
	const document = { isDirty: true, save: async (): Promise<boolean> => ((document.isDirty = isDirtyThen), answer) };
	return document;
};
const saved = (document: object): Promise<boolean> => saveAsShown(document as vscode.TextDocument);

test("what is stored by the editor itself meanwhile is stored", async () => {
	expect(await saved({ isDirty: false })).toBe(true);
	expect(await saved(dirty(true, false))).toBe(true);
	expect(await saved(dirty(false, false))).toBe(true);
	expect(listeners.size).toBe(0);
});

test("and what is not yet is waited for, but not for ever", async () => {
	vi.useFakeTimers();
	const late = dirty(false, true);
	const waiting = saved(late);
	await vi.advanceTimersByTimeAsync(1_000);
	for (const listener of [...listeners]) listener({});
	expect(listeners.size).toBe(1);
	late.isDirty = false;
	for (const listener of [...listeners]) listener(late);
	expect(await waiting).toBe(true);
	const never = saved(dirty(false, true));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await never).toBe(false);
	expect(listeners.size).toBe(0);
});
