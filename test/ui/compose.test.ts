import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";

const files = {
	".env": "POSTGRES=17.2\n",
	"compose.yaml": `include: [data.yaml]
services:
  web:
    image: nginx:1.29
    depends_on:
      db:
        condition: service_healthy
    restart: unless-stopped
`,
	"compose.override.yaml": "services:\n  web:\n    restart: 'no'\n    environment:\n      URL: http://db:5432/\n",
	"data.yaml": 'services:\n  db:\n    image: "postgres:${POSTGRES:-16}"\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n',
};

const vscode = useVsCode({
	async prepare(workspace) {
		for (const folder of ["shop", "renamed"]) {
			await mkdir(join(workspace, folder));
			for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, folder, name), text);
		}
	},
});

test("keys and values are completed where they are written", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("shop/compose.yaml");
	await workbench.goTo(8, 28);
	await page.keyboard.press("Enter");
	await page.keyboard.type("health", { delay: 60 });
	const suggestions = page.locator(".suggest-widget .monaco-list-row");
	await suggestions.filter({ hasText: "healthcheck" }).first().waitFor();
	await workbench.pictures("compose-completion");
	await page.keyboard.press("Escape");
	await workbench.command("File: Revert File");
});

test("a hover says what a key means, and what another file makes of it", async () => {
	const { workbench } = vscode;
	await workbench.openFile("shop/compose.yaml");
	expect(await workbench.hover("restart")).toMatch(/In the project it is\s*no\s*, by\s*compose\.override\.yaml/);
	await workbench.pictures("compose-hover");
});

test("a service is renamed in all files of its project", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("renamed/compose.yaml");
	await workbench.goTo(6, 8);
	await page.keyboard.press("F2");
	const input = page.locator(".rename-box input");
	await input.waitFor();
	await input.fill("store");
	await page.keyboard.press("Enter");
	// What may be a host is shown first, and left out unless somebody wants it.
	const preview = page.locator(".refactor-preview, .bulk-edit-panel");
	await preview.filter({ hasText: "URL: http://" }).waitFor();
	await workbench.pictures("compose-rename");
	await preview.getByRole("button", { name: "Apply" }).click();
	await workbench.waitForText(/store:/);
	await workbench.openFile("renamed/data.yaml");
	await workbench.waitForText(/store:/);
	await workbench.pictures("compose-renamed");
	expect(await workbench.readFile("renamed/compose.override.yaml")).toContain("http://db:5432/");
});
