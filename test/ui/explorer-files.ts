import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { docker } from "./outside.ts";
import { until } from "./until.ts";
import type { Workbench } from "./workbench.ts";

/** Tests of the view of files, in the window of the explorer's. */
export function testFiles(vscode: { readonly workbench: Workbench }): void {
	const inside = (...command: readonly string[]): string => docker("exec", "chat-backend-1", ...command);

	test("opens a container's file, saves it with its owner and mode, and says what another one starts with", async () => {
		const { workbench } = vscode;
		docker(
			"exec",
			"chat-backend-1",
			"sh",
			"-c",
			"mkdir -p /aaa && echo greeting=hello > /aaa/settings.conf && chmod 640 /aaa/settings.conf && chown 12:34 /aaa/settings.conf",
		);
		await workbench.showView("Hullwright");
		await workbench.contextMenu(workbench.row("Containers", "backend-1"), "Browse Files");
		await workbench.row("Files", "aaa").click();
		await workbench.row("Files", /settings\.conf, 15 B/).click();
		await workbench.page.locator(".tab.active", { hasText: "settings.conf" }).waitFor();
		await workbench.waitForText(/greeting=hello/);
		await workbench.goTo(1, 1);
		await workbench.page.keyboard.type("name=test ");
		await workbench.page.keyboard.press("Control+S");
		await until("the file in the container has changed", async () => /^name=test greeting=hello/.test(inside("cat", "/aaa/settings.conf")));
		expect(inside("stat", "-c", "%a %u:%g", "/aaa/settings.conf")).toMatch(/^640 12:34/);
		await workbench.row("Files", /settings\.conf, 25 B/).waitFor();
		await workbench.pictures("container-files");
		await workbench.contextMenu(workbench.row("Containers", "chroma-1"), "Check Entry Point", "Show");
		await workbench.dialog.waitFor();
		expect(await workbench.dialog.innerText()).toMatch(/can be executed[^]*Nothing was run/);
		await workbench.page.keyboard.press("Escape");
		await workbench.dialog.waitFor({ state: "detached" });
		// The containers have their place again.
		await workbench.fold("Files");
	});

	test("a file is renamed with its editor, uploaded by dragging and downloaded, and deleted by a key", async () => {
		const { workbench } = vscode;
		const row = (spoken: RegExp) => workbench.row("Files", spoken);
		await workbench.fold("Files", false);
		await row(/^settings\.conf/).click();
		await workbench.page.keyboard.press("F2");
		const input = workbench.question.locator("input").first();
		await until("its name", async () => (await input.isVisible()) && (await input.inputValue()) === "settings.conf");
		await workbench.answer("options.conf");
		await row(/^options\.conf/).waitFor();
		await workbench.page.locator(".tab.active", { hasText: "options.conf" }).waitFor();

		await drop(row(/^options\.conf/), "dropped.txt", "by hand");
		await row(/^dropped\.txt, 7 B/).waitFor();
		expect(inside("stat", "-c", "%u:%g", "/aaa/dropped.txt")).toBe(inside("stat", "-c", "%u:%g", "/aaa"));
		await workbench.contextMenu(row(/^dropped\.txt/), "Download");
		await until("where to", async () => (await input.isVisible()) && (await input.inputValue()).endsWith("/dropped.txt"));
		await workbench.confirm();
		await until("the file is here", async () => (await workbench.readFile("dropped.txt").catch(() => "")) === "by hand");

		await row(/^dropped\.txt/).click();
		await row(/^options\.conf/).click({ modifiers: ["Control"] });
		await workbench.page.keyboard.press("Delete");
		await workbench.dialog.getByText("Delete 2 files and folders in chat-backend-1?").waitFor();
		await workbench.dialog.locator(".monaco-button", { hasText: "Delete" }).click();
		await row(/^options\.conf/).waitFor({ state: "detached" });
		expect(inside("ls", "/aaa")).toBe("");
		await workbench.page.locator(".tab", { hasText: "options.conf" }).waitFor({ state: "detached" });
		await workbench.fold("Files");
	});
}

/** As a file is that is dragged from a folder of the desktop into a browser. */
async function drop(row: Locator, name: string, content: string): Promise<void> {
	const contents = row.locator(".monaco-tl-contents");
	const dataTransfer = await row.evaluateHandle(
		(element, [fileName, text]) => {
			const { DataTransfer, File } = element.ownerDocument.defaultView;
			const data = new DataTransfer();
			data.items.add(new File([text], fileName));
			return data;
		},
		[name, content],
	);
	// At a place in the row: at another one the list would scroll.
	const { x = 0, y = 0, height = 0 } = (await row.boundingBox()) ?? {};
	for (const type of ["dragenter", "dragover", "drop"]) await contents.dispatchEvent(type, { dataTransfer, clientX: x + 40, clientY: y + height / 2 });
}
