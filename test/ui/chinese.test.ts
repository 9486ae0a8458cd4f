import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { until } from "./until.ts";
import { screenshots, useVsCode } from "./vs-code.ts";

const vscode = useVsCode({
	locale: "zh-cn",
	settings: { "workbench.colorTheme": "Default Light Modern" },
	env: () => ({ DOCKER_HOST: "unix:///nonexistent/docker.sock" }),
	async prepare(workspace) {
		await mkdir(join(workspace, "shop"));
		await writeFile(join(workspace, "shop", "compose.yaml"), 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.31\n');
	},
});

test("a Chinese VS Code shows problems, hovers and fixes in Chinese", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ai-service/Dockerfile");
	let ours: readonly string[] = [];
	await until("all problems are there", async () => {
		ours = (await workbench.problems(/maintainer-instruction/)).filter((row) => row.includes("hullwright"));
		return ours.length > 5;
	});
	expect(ours.filter((row) => !/\p{Script=Han}/u.test(row))).toEqual([]);
	await workbench.hover("MAINTAINER", /\p{Script=Han}/u);
	await workbench.page.screenshot({ path: `${screenshots}/chinese.png` });
	await workbench.goTo(2, 3);
	const titles = await workbench.openQuickFixes(/maintainer-instruction/);
	expect(titles.filter((title) => title.includes("maintainer-instruction") && !/\p{Script=Han}/u.test(title))).toEqual([]);
});

test("so do its views", async () => {
	const { workbench } = vscode;
	await workbench.showView("Hullwright");
	const welcome = workbench.page.locator(".sidebar .welcome-view-content").first();
	await welcome.waitFor();
	await expect.poll(() => welcome.innerText()).toMatch(/\p{Script=Han}/u);
	await workbench.page.screenshot({ path: `${screenshots}/chinese-view.png` });
});

test("and so does the wizard, from its questions to what it found", async () => {
	const { workbench } = vscode;
	await workbench.command("Hullwright: 添加 Docker 文件");
	await workbench.choose("search-api");
	const rows = workbench.question.locator(".monaco-list-row");
	await rows.filter({ hasText: "哪个 Python 版本？" }).waitFor();
	await workbench.page.screenshot({ path: `${screenshots}/chinese-wizard.png` });
	// Beside the answers, which are the project's own words.
	let said: readonly string[] = [];
	await until("all of it is there", async () => (said = await rows.locator(".quick-input-list-label-meta").allInnerTexts()).length > 5);
	expect(said.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
	await workbench.page.keyboard.press("Escape");
});
