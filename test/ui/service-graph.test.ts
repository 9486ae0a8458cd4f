import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { docker, hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const file = `name: graph-shop
services:
  web:
    image: busybox:test
    command: sleep 600
    ports: ["18080:80"]
    depends_on:
      api: { condition: service_healthy }
      cache: { condition: service_started, required: false }
    networks: [front, back]
  api:
    image: busybox:test
    command: sleep 600
    healthcheck: { test: "true", interval: 1s }
    depends_on:
      migrate: { condition: service_completed_successfully }
    networks: [back]
    volumes: [uploads:/srv/uploads]
  migrate:
    image: busybox:test
    command: "true"
    networks: [back]
  cache:
    image: busybox:test
    command: sh -c "exit 3"
    networks: [back]
  debug:
    image: busybox:test
    profiles: [debug]
    depends_on: [web]
    networks: [front]
networks: { front: {}, back: {} }
volumes: { uploads: {} }
`;

const vscode = useVsCode({
	async prepare(workspace) {
		await mkdir(join(workspace, "shop"));
		await writeFile(join(workspace, "shop", "compose.yaml"), file);
	},
});

/** The page in the editor that is beside the file. */
const page = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

const node = (id: string) => page().locator(`[data-id="${id}"]`);

test("the services of a file are drawn beside it, with what they depend on, and its lines are a key away", async () => {
	const { workbench } = vscode;
	await workbench.openFile("shop/compose.yaml");
	await workbench.page.locator('.editor-actions a[aria-label^="Show Service Graph"]').click();
	await node("service:web").waitFor();
	expect(
		await page()
			.locator("[data-id]")
			.evaluateAll((nodes) => nodes.map((each) => each.getAttribute("data-id"))),
	).toEqual([...["web", "api", "migrate", "cache", "debug"].map((name) => `service:${name}`), "network:front", "network:back", "volume:uploads"]);
	expect(await node("service:web").getAttribute("aria-label")).toContain("Depends on: api (healthy), cache (started, can be left out)");
	await node("service:debug").focus();
	for (const [key, id] of [
		["ArrowDown", "service:web"],
		["ArrowUp", "service:debug"],
		["Tab", "network:front"],
		["Shift+Tab", "service:debug"],
	] as const) {
		await workbench.page.keyboard.press(key);
		await until(`${id} has the focus`, async () => (await page().locator(":focus").getAttribute("data-id")) === id);
	}
	await node("service:api").focus();
	await workbench.page.keyboard.press("Enter");
	await workbench.page.locator(".statusbar-item", { hasText: "Ln 11, Col 6" }).waitFor();
	await page().getByRole("table").first().getByRole("button", { name: "uploads → /srv/uploads" }).click();
	await workbench.page.locator(".statusbar-item", { hasText: "Ln 18, Col 35" }).waitFor();
});

test("it is taken away as text, and as a picture", async () => {
	const { workbench } = vscode;
	await page().getByRole("button", { name: "Copy…" }).click();
	await workbench.choose("Mermaid");
	await workbench.notification("The graph is in the clipboard, as Mermaid.").waitFor();
	expect(await workbench.page.evaluate("navigator.clipboard.readText()")).toMatch(/^flowchart LR\n {2}s0\["web<br\/>busybox:test<br\/>18080 → 80"\]/);
	await page().getByRole("button", { name: "Export…" }).click();
	await workbench.choose("SVG");
	await until("a place is asked for", async () => (await workbench.question.locator("input").first().inputValue()).endsWith("compose.svg"));
	await workbench.page.keyboard.press("Enter");
	await until("the picture is stored", async () => (await workbench.readFile("shop/compose.svg").catch(() => "")).startsWith("<svg "));
});

describe.skipIf(!hasEngine)("with an engine", () => {
	const compose = (...args: readonly string[]): string => docker("compose", "--file", join(vscode.workbench.folder, "shop", "compose.yaml"), ...args);
	afterAll(() => docker("compose", "--project-name=graph-shop", "down", "--volumes", "--timeout=0"));

	test("the states of the containers stand in their services, and change with them", async () => {
		const { workbench } = vscode;
		const state = (name: string) => node(`service:${name}`).locator("text.state");
		await expect.poll(() => state("web").textContent()).toContain("not created");
		compose("up", "--detach");
		await expect.poll(() => state("web").textContent(), { timeout: 10_000 }).toContain("running");
		await expect.poll(() => state("api").textContent(), { timeout: 10_000 }).toContain("healthy");
		await expect.poll(() => state("migrate").textContent()).toContain("exited (0)");
		await expect.poll(() => state("cache").textContent()).toContain("exited (3)");
		expect(await state("debug").textContent()).toContain("not created");
		await workbench.pictures("service-graph");
		compose("kill", "web");
		await expect.poll(() => state("web").textContent()).toContain("exited (137)");
	});
});

test("it follows what is typed, and says what is refused", async () => {
	const { workbench } = vscode;
	await workbench.command("View: Focus First Editor Group");
	await workbench.goTo(26, 1);
	await workbench.page.keyboard.press("End");
	await workbench.page.keyboard.type("\ndepends_on:\n- queue");
	await page().getByText("queue").first().waitFor();
	await expect.poll(() => node("service:queue").getAttribute("class")).toContain("missing");
	await page().getByRole("status").getByText("queue").waitFor();
});
