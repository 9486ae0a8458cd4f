import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatBaseline, knownOf } from "../../src/engine/lint/baseline.ts";
import { defaultConfiguration } from "../../src/engine/lint/configuration.ts";
import { dockerfileLanguage } from "../../src/engine/language/dockerfile/dockerfile-language.ts";
import { lint } from "../../src/engine/lint/lint.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { screenshots, useVsCode } from "./vs-code.ts";

const old = "ai-service/Dockerfile";

/** All that stands in one of the sample's files is known. */
async function writeBaseline(workspace: string): Promise<void> {
	const text = await readFile(join(workspace, old), "utf8");
	const { findings } = lint(dockerfileLanguage, dockerfileLanguage.parse(text), rules, defaultConfiguration);
	await writeFile(join(workspace, ".hullwright-baseline.json"), formatBaseline(new Map([[old, knownOf(text, findings)]])));
	await writeFile(
		join(workspace, "Dockerfile.names"),
		"# hullwright file ignore=missing-user it is set from outside\nFROM alpine:3.20\n# hadolint ignore=DL3020\nADD app /app\n",
	);
}

const vscode = useVsCode({ prepare: writeBaseline });

test("old problems are faded, with no squiggle, and what is new is a problem", async () => {
	const { workbench } = vscode;
	await workbench.openFile(old);
	await workbench.editor.locator(".squiggly-inline-unnecessary").first().waitFor();
	expect(await workbench.editor.locator(".squiggly-warning, .squiggly-error").count()).toBe(0);
	await workbench.hover("MAINTAINER", /known: one of \d+ in the baseline/);
	await workbench.page.screenshot({ path: `${screenshots}/old-problems.png` });
	await workbench.goTo(1, 1);
	await workbench.page.keyboard.type("FROM debian:latest AS new\n");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.page.keyboard.press("Control+Z");
});

test("the status bar says that a file is linted in part, and why", async () => {
	const { workbench } = vscode;
	await workbench.openFile(old);
	const item = workbench.page.locator(".statusbar-item", { hasText: "Linted in part" });
	await item.waitFor();
	await expect.poll(() => item.getAttribute("aria-label")).toMatch(/Problems that are known from the baseline: \d+\./);
	await workbench.openFile("chat/frontend/Dockerfile");
	await item.waitFor({ state: "hidden" });
});

test("a rule's name in a comment is explained, with why it is on", async () => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.names");
	await workbench.editor.locator(".detected-link", { hasText: "DL3020" }).waitFor();
	await workbench.hover("DL3020", /add-instead-of-copy/, /On here .*by the preset/, /Also known as/);
	await workbench.page.screenshot({ path: `${screenshots}/rule-name.png` });
});

test("Show Rules lists every rule with its state, found by another linter's id, and shows its page", async () => {
	const { workbench } = vscode;
	await workbench.openFile("chat/frontend/Dockerfile");
	await workbench.command("Hullwright: Show Rules…");
	await workbench.question.waitFor();
	await workbench.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
	await workbench.page.screenshot({ path: `${screenshots}/show-rules.png` });
	await workbench.page.keyboard.type("DL3007");
	const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
	await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringMatching(/from-latest-tag[^]*warning: by the preset/)]);
	await workbench.choose(/from-latest-tag/);
	await workbench.page.locator(".tab", { hasText: "from-latest-tag" }).waitFor();
});

test("Fix All in Workspace shows what it would change, and changes files once that is confirmed", async () => {
	const { workbench } = vscode;
	const file = "chat/backend/Dockerfile";
	await workbench.openFile(file);
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	const before = await workbench.readFile(file);
	await workbench.command("Hullwright: Fix All in Workspace…");
	const preview = workbench.page.locator(".bulk-edit-panel, .refactor-preview").first();
	await preview.locator(".monaco-list-row").first().waitFor();
	await workbench.page.screenshot({ path: `${screenshots}/fix-workspace.png` });
	expect(await workbench.readFile(file)).toBe(before);
	await workbench.page.locator(".monaco-button", { hasText: "Apply" }).first().click();
	await workbench.waitForText(/pip install --no-cache-dir -r requirements\.txt/);
	await preview.locator(".monaco-list-row").first().waitFor({ state: "detached" });
});
