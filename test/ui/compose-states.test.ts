import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { docker, hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const shop = `name: states-shop
services:
  web:
    image: busybox:test
    command: sleep 600
    environment:
      GREETING: hello
    ports: ["18450:80"]
  job:
    image: busybox:test
    command: sh -c "exit 3"
`;

const other = `name: states-other
services:
  front:
    image: busybox:test
    ports:
      - "18450:80"
      - "18460:81"
`;

const graphed = `name: graph-shop
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
		for (const [folder, text] of [
			["shop", shop],
			["other", other],
			["graph", graphed],
		] as const) {
			await mkdir(join(workspace, folder));
			await writeFile(join(workspace, folder, "compose.yaml"), text);
		}
		if (hasEngine) docker("compose", "--file", join(workspace, "shop/compose.yaml"), "up", "--detach");
	},
});

describe.skipIf(!hasEngine)("beside what runs", () => {
	afterAll(() => docker("compose", "--project-name=states-shop", "down", "--volumes", "--timeout=0"));

	/** What stands behind a line, as a decoration does. */
	async function behind(line: string): Promise<string> {
		return vscode.workbench.editor.evaluate((editor, wanted) => {
			const view = editor.ownerDocument.defaultView;
			const lines = [...editor.querySelectorAll(".view-line")].filter((each) => (each.textContent ?? "").replaceAll("\u00a0", " ").includes(wanted));
			const spans = lines.flatMap((each) => [...each.querySelectorAll("span")]);
			return spans
				.map((span) => view?.getComputedStyle(span, "::after").content ?? "")
				.filter((text) => text !== "none")
				.join("");
		}, line);
	}

	test("each service says how its container is, and in what it differs from the file", async () => {
		const { workbench } = vscode;
		await workbench.openFile("shop/compose.yaml");
		await until("web runs", async () => (await behind("  web:")).includes("running"));
		await until("job has failed", async () => (await behind("  job:")).includes("exited (3)"));
		expect(await behind("  web:")).not.toContain("differs");
		await workbench.goTo(7, 22);
		await workbench.page.keyboard.type(" there");
		await until("it differs", async () => (await behind("  web:")).includes("differs from the file: environment"));
		await workbench.hover("web", /“GREETING”\s+is\s+“hello”\s+in\s+the\s+container,\s+and\s+“hello\s+there”\s+in\s+the\s+file/);
		await workbench.pictures("compose-drift");
		docker("kill", "states-shop-web-1");
		await until("web has ended", async () => (await behind("  web:")).includes("exited (137)"));
		docker("start", "states-shop-web-1");
		await until("web runs again", async () => (await behind("  web:")).includes("running"));
	});

	test("services that do not run stand below their project, and each row leads to its line", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", /Compose project states-other, not created/).waitFor();
		await workbench.row("Containers", "front, not created").waitFor();
		await workbench.pictures("services-in-explorer");
		await workbench.contextMenu(workbench.row("Containers", "front, not created"), "Go to Definition");
		await workbench.page.locator(".tab.active", { hasText: "compose.yaml" }).first().waitFor();
		await workbench.page.locator(".statusbar-item", { hasText: "Ln 3, Col 8 (5 selected)" }).waitFor();
		await workbench.row("Containers", /states-shop-job-1, exited/).click();
		await workbench.page.keyboard.press("F12");
		await workbench.page.locator(".statusbar-item", { hasText: "Ln 9, Col 6 (3 selected)" }).waitFor();
		await workbench.contextMenu(workbench.row("Containers", /states-shop-web-1, running/), "Show Environment", "Show");
		await workbench.waitForText(/From the Compose files\n {2}GREETING=hello {4}← shop\/compose.yaml:7; by now it would be hello there\n/);
		await workbench.pictures("environment-of-service");
		await workbench.editor.locator(".detected-link", { hasText: "compose.yaml:7" }).waitFor();
		await workbench.goTo(4, 26);
		await workbench.command("Open Link");
		await workbench.page.locator(".statusbar-item", { hasText: "Ln 7, Col 7" }).waitFor();
		await workbench.showView("Explorer");
	});

	test("a Compose file is made of a project's containers, by the menu of its row", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.contextMenu(workbench.row("Containers", /Compose project states-shop/), "Create Compose File…");
		await workbench.page.locator(".tab.active", { hasText: /Untitled/ }).waitFor();
		await workbench.waitForText(/^ {2}web:\n {4}image: busybox:test$/m);
		await workbench.waitForText(/^ {6}- "?18450:80"?$/m);
		await workbench.pictures("compose-of-containers");
		await workbench.command("View: Revert and Close Editor");
		await workbench.showView("Explorer");
	});

	test("a port that somebody holds is told before anything is started, with one that is free", async () => {
		const { workbench } = vscode;
		const listener = createServer().listen(18460, "127.0.0.1");
		await workbench.openFile("other/compose.yaml");
		await workbench.problems(
			/port 18450 is held by the container “states-shop-web-1” of the project “states-shop”/i,
			/port 18460 is held by another program of this machine/i,
		);
		await workbench.command("View: Focus First Editor Group");
		await workbench.goTo(6, 12);
		await workbench.pictures("compose-ports");
		await workbench.quickFix("Publish on port 18451");
		await workbench.waitForText(/- "18451:80"/);
		await until("nothing is told of it any more", async () => !(await workbench.problems(/18460/)).join("\n").includes("18450"));
		listener.close();
		await workbench.command("View: Toggle Panel Visibility");
	});
});

/** The page in the editor that is beside the file. */
const page = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

const node = (id: string) => page().locator(`[data-id="${id}"]`);

test("the services of a file are drawn beside it, with what they depend on, and its lines are a key away", async () => {
	const { workbench } = vscode;
	await workbench.openFile("graph/compose.yaml");
	await workbench.page.locator('.editor-actions a[aria-label^="Show Service Graph"]').click();
	await node("service:web").waitFor();
	const ids = (): Promise<(string | null)[]> =>
		page()
			.locator("[data-id]")
			.evaluateAll((nodes) => nodes.map((each) => each.getAttribute("data-id")));
	await expect
		.poll(ids)
		.toEqual([...["web", "api", "migrate", "cache", "debug"].map((name) => `service:${name}`), "network:front", "network:back", "volume:uploads"]);
	await expect.poll(() => node("service:web").getAttribute("aria-label")).toContain("Depends on: api (healthy), cache (started, can be left out)");
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
	await expect
		.poll(() => workbench.page.evaluate("navigator.clipboard.readText()"))
		.toMatch(/^flowchart LR\n {2}s0\["web<br\/>busybox:test<br\/>18080 → 80"\]/);
	await page().getByRole("button", { name: "Export…" }).click();
	await workbench.choose("SVG");
	await until("a place is asked for", async () => (await workbench.question.locator("input").first().inputValue()).endsWith("compose.svg"));
	await workbench.confirm();
	await until("the picture is stored", async () => (await workbench.readFile("graph/compose.svg").catch(() => "")).startsWith("<svg "));
});

describe.skipIf(!hasEngine)("with an engine", () => {
	const compose = (...args: readonly string[]): string => docker("compose", "--file", join(vscode.workbench.folder, "graph", "compose.yaml"), ...args);
	afterAll(() => docker("compose", "--project-name=graph-shop", "down", "--volumes", "--timeout=0"));

	test("the states of the containers stand in their services, and change with them", async () => {
		const { workbench } = vscode;
		const state = (name: string) => node(`service:${name}`).locator("text.state");
		await expect.poll(() => state("web").textContent()).toContain("not created");
		compose("up", "--detach");
		await expect.poll(() => state("web").textContent()).toContain("running");
		await expect.poll(() => state("api").textContent()).toContain("healthy");
		await expect.poll(() => state("migrate").textContent()).toContain("exited (0)");
		await expect.poll(() => state("cache").textContent()).toContain("exited (3)");
		await expect.poll(() => state("debug").textContent()).toContain("not created");
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
