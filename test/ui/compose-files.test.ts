import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const stack = `services:
  web:
    image: nginx:1.27
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
