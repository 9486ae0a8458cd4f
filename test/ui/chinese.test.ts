import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screenshots, useVsCode } from "./vs-code.ts";

const vscode = useVsCode({
	locale: "zh-cn",
	settings: { "workbench.colorTheme": "Default Light Modern" },
	env: () => ({ DOCKER_HOST: "unix:///nonexistent/docker.sock" }),
	async prepare(workspace) {
		await mkdir(join(workspace, "shop"));
		await writeFile(join(workspace, "shop", "compose.yaml"), 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.27\n');
	},
});

test("a Chinese VS Code shows problems, hovers and fixes in Chinese", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ai-service/Dockerfile");
	const rows = await workbench.problems(/maintainer-instruction/);
	const ours = rows.filter((row) => row.includes("hullwright"));
	expect(ours.length).toBeGreaterThan(5);
	expect(ours.filter((row) => !/\p{Script=Han}/u.test(row))).toEqual([]);
	expect(await workbench.hover("MAINTAINER")).toMatch(/\p{Script=Han}/u);
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
	expect(await welcome.innerText()).toMatch(/\p{Script=Han}/u);
	await workbench.page.screenshot({ path: `${screenshots}/chinese-view.png` });
});
