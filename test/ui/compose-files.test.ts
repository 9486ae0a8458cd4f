import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const stack = `services:
  web:
    image: nginx:1.31
    environment:
      - NAME=shop # ours
      - PORT=8080
    ports:
      - "8080:80"
`;

const vscode = useVsCode({
	async prepare(workspace) {
		await mkdir(join(workspace, "ship"), { recursive: true });
		await writeFile(join(workspace, "ship", "stack.yaml"), stack);
		await writeFile(join(workspace, "ship", "other.yaml"), stack);
		await writeFile(join(workspace, "ship", "compose.yaml"), "services:\n  web:\n    image: nginx:1.27\n  \n");
		await writeFile(
			join(workspace, "ship", "docker-compose.yml"),
			"services:\n  web:\n    image: nginx:1.27\n  docker run -d -p 127.0.0.1:6379:6379 -v cache:/data redis:8\n",
		);
	},
});

test("a YAML file that is a Compose file by what it holds is offered to be one, once", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/other.yaml");
	await workbench.notification(/other\.yaml.* looks like a Compose file/).waitFor();
	await page.locator(".notification-toast").getByRole("button", { name: "Leave as YAML" }).click();
	await workbench.openFile("ship/stack.yaml");
	await workbench.notification(/stack\.yaml.* looks like a Compose file/).waitFor();
	await workbench.pictures("compose-by-content");
	await page.locator(".notification-toast").getByRole("button", { name: "Treat as Compose" }).click();
	await page.locator(".statusbar-item", { hasText: /^Compose$/ }).waitFor();
	await workbench.openFile("ship/other.yaml");
	await page.locator(".statusbar-item", { hasText: /^YAML$/ }).waitFor();
	await workbench.openFile("ship/stack.yaml");
	await page.locator(".statusbar-item", { hasText: /^Compose$/ }).waitFor();
	expect(await page.locator(".notification-toast").count()).toBe(0);
});

test("a list is written as a mapping, and its variables move to a file", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/stack.yaml");
	await workbench.goTo(4, 6);
	await workbench.command("Refactor...");
	await page.locator(".action-widget", { hasText: "Write “environment” as a mapping" }).waitFor();
	await workbench.pictures("compose-refactor");
	await page.locator(".action-widget").getByText("Write “environment” as a mapping").click();
	await until("the mapping", async () => /NAME: shop # ours/.test((await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ")));
});

test("the name of a usual service brings it whole, and one undo takes all of it back", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	const text = async (): Promise<string> => (await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ");
	await workbench.openFile("ship/compose.yaml");
	await workbench.goTo(4, 3);
	await page.keyboard.type("postg");
	await page.keyboard.press("Control+Space");
	await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "a hardened service" }).first().waitFor();
	await workbench.pictures("compose-hardened-service");
	await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "a hardened service" }).first().click();
	// The end of it is in sight.
	await until("its secret", async () => /secrets\/postgres-password\.txt/.test(await text()));
	await page.keyboard.press("Control+Z");
	await until("the name alone", async () => /nginx:1\.27/.test(await text()) && /postg$/m.test(await text()) && !/postgres/.test(await text()));
});

test("a pasted docker run becomes a service", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/docker-compose.yml");
	await workbench.goTo(4, 6);
	await workbench.command("Refactor...");
	await page.locator(".action-widget", { hasText: "Make a service of this “docker run”" }).waitFor();
	await workbench.pictures("compose-pasted-run");
	await page.locator(".action-widget").getByText("Make a service of this “docker run”").click();
	await until("the service", async () => /image: redis:8/.test((await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ")));
});
