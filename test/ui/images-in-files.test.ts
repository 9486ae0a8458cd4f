import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "vitest";
import { docker, hasEngine } from "./outside.ts";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const vscode = useVsCode({
	async prepare(workspace) {
		await mkdir(join(workspace, "engine"));
		await writeFile(join(workspace, "engine", "Dockerfile"), "FROM busybox:test\nCOPY --chmod=750 . /srv\nUSER 1000\nCMD sleep 60\n");
		await writeFile(join(workspace, "engine", "typed.Dockerfile"), "");
	},
});

describe.skipIf(!hasEngine)("with an engine", () => {
	test("a hover over an image tells what the engine has", async () => {
		const { workbench } = vscode;
		const platform = docker("image", "inspect", "--format={{.Os}}/{{.Architecture}}", "busybox:test");
		await workbench.openFile("engine/Dockerfile");
		for (const theme of ["", "-light"]) {
			await workbench.hover("busybox", `In the local engine: ${platform}`);
			await workbench.page.screenshot({ path: `${screenshots}/hover-image${theme}.png` });
			await workbench.toggleTheme();
		}
	});
});

test("a hover over a mode says who may do what", async () => {
	const { workbench } = vscode;
	await workbench.openFile("engine/Dockerfile");
	await workbench.hover("chmod", "rwxr-x---");
	await workbench.page.screenshot({ path: `${screenshots}/hover-mode.png` });
});

test("Enter ends the line where what is typed is a suggestion already", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("engine/typed.Dockerfile");
	await workbench.editor.click();
	await page.keyboard.type("FROM debian");
	const typed = page.locator(".suggest-widget.visible .monaco-list-row.focused .highlight");
	// The list is that which comes by itself: one that was asked for takes Enter in any case. What else comes in may close it.
	await until("what is typed is suggested", async () => {
		if ((await typed.allInnerTexts()).join("") === "debian") return true;
		await page.keyboard.press("Backspace");
		await page.keyboard.type("n");
		return typed
			.filter({ hasText: /^debian$/ })
			.first()
			.waitFor({ timeout: 2000 })
			.then(
				() => true,
				() => false,
			);
	});
	await page.keyboard.press("Enter");
	await page.keyboard.type("USER 1000");
	await workbench.waitForText(/^FROM debian\nUSER 1000$/m);
});
