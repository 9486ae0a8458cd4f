import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Gate, startGate } from "../docker/gate.ts";
import { docker, hasEngine } from "./outside.ts";
import { until } from "./until.ts";
import { screenshots, useVsCode } from "./vs-code.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-numbers-"));
const socket = join(folder, "engine.sock");
const label = "--label=hullwright.sample=true";
let gate: Gate;

/** How many containers the engine tells numbers of at the moment. */
const streams = (): number => gate.answering(/\/stats\?/);

describe.skipIf(!hasEngine)("numbers", () => {
	beforeAll(async () => {
		gate = await startGate(socket, process.env["DOCKER_SOCK"] ?? "");
		const run = (name: string, command: string, ...options: readonly string[]): string =>
			docker("run", "--detach", label, `--name=${name}`, ...options, "busybox:test", "sh", "-c", command);
		const inProject = (service: string): readonly string[] => ["--label=com.docker.compose.project=load", `--label=com.docker.compose.service=${service}`];
		run(
			"load-api-1",
			"while :; do dd if=/dev/zero bs=256k count=40 2>/dev/null | sha256sum; sleep 0.4; done",
			"--cpus=0.3",
			"--memory=64m",
			...inProject("api"),
		);
		run("load-db-1", "dd if=/dev/zero of=/dev/shm/kept bs=1M count=16; while :; do sleep 1; done", "--memory=32m", ...inProject("db"));
		run("load-done-1", "true", ...inProject("done"));
	});
	// After the window.
	const vscode = useVsCode({ env: () => ({ DOCKER_HOST: `unix://${socket}` }) });
	afterAll(async () => {
		docker("rm", "--force", "load-api-1", "load-db-1", "load-done-1");
		await rm(folder, { recursive: true });
	});
	const frame = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

	test("stand in the rows that are seen, and are asked of no others", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", /^Compose project load/).waitFor();
		await fold("load", false);
		const api = workbench.row("Containers", /^load-api-1, running/);
		await api.waitFor();
		expect(streams(), "nobody has wanted any").toBe(0);
		await api.click();
		await workbench.command("Hullwright: Show or Hide Live Numbers in Rows");
		await until("the numbers of a row", async () => /^\s*\d+ % · [\d.]+ [kM]?B \/ 67 MB · running/.test(await stateOf("api-1")));
		expect(streams(), "of those that run").toBe(2);
		expect(await api.getAttribute("aria-selected"), "a row that changes stays selected").toBe("true");
		await workbench.page.screenshot({ path: `${screenshots}/numbers-rows.png` });
		await fold("load", true);
		await until("those that are folded away are not asked for", async () => streams() === 0);
		await fold("load", false);
		await until("and again", async () => streams() === 2);
		await workbench.fold("Containers");
		await until("nor are those of a view that is not seen", async () => streams() === 0);
		await workbench.fold("Containers", false);
		await until("until it is", async () => streams() === 2);
		await workbench.command("Hullwright: Show or Hide Live Numbers in Rows");
		await until("nobody wants them any more", async () => streams() === 0);
		expect(await stateOf("api-1")).toMatch(/^running/);
	});

	async function fold(project: string, isFolded: boolean): Promise<void> {
		const row = vscode.workbench.row("Containers", new RegExp(`^Compose project ${project}`));
		if ((await row.getAttribute("aria-expanded")) === String(isFolded)) await row.click();
	}

	async function stateOf(name: string): Promise<string> {
		return (await vscode.workbench.rows("Containers")).find((row) => row.label === name)?.state.replaceAll("\u2007", " ") ?? "";
	}

	test("are charts of ten minutes and a table, of a whole project; while they are hidden nothing is asked", async () => {
		const { workbench } = vscode;
		const { page } = workbench;
		await workbench.contextMenu(workbench.row("Containers", /^Compose project load/), "Show Live Numbers");
		const row = frame().locator(".summary tbody tr", { hasText: "load-api-1" });
		await row.waitFor();
		await until("a processor's use", async () => /[1-9][\d.]* %/.test(await row.innerText()));
		expect(streams()).toBe(2);
		expect(await frame().locator("figure").count()).toBe(4);
		expect(await frame().locator("figure", { hasText: "Memory" }).locator("li").allInnerTexts()).toEqual(
			expect.arrayContaining([expect.stringMatching(/^load-api-1\s+[\d.]+ [kM]?B$/), "Limit 67 MB", "Limit 34 MB"]),
		);
		expect(await frame().locator(".summary tbody tr", { hasText: "load-done-1" }).innerText()).toContain("exited (0)");
		await frame().getByRole("button", { name: "Show Values" }).click();
		await frame().locator("table.values tbody tr", { hasText: "load-db-1" }).first().waitFor();
		await frame().getByRole("button", { name: "Hide Values" }).click();

		await workbench.openFile("chat/backend/Dockerfile");
		await until("a hidden page asks for nothing", async () => streams() === 0);
		await page.locator(".tab", { hasText: "Live Numbers of load" }).click();
		await until("and asks again", async () => streams() === 2);
		// What was known before is there, with a gap since.
		await row.waitFor();

		await frame().getByRole("button", { name: "Export as CSV…" }).click();
		await workbench.answer(join(workbench.folder, "load.csv"));
		await until("the file", async () => (await readFile(join(workbench.folder, "load.csv"), "utf8").catch(() => "")).length > 0);
		const [head = "", first = ""] = (await readFile(join(workbench.folder, "load.csv"), "utf8")).split("\r\n");
		expect(head).toBe("time,container,cpu_percent,memory_bytes,memory_limit_bytes,received_bytes,sent_bytes,read_bytes,written_bytes,processes");
		expect(first).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,load-(?:api|db)-1,[\d.]*,\d+,\d+/);
		await pictures("numbers-charts");
	});

	/** What moves every second never comes to rest. */
	async function pictures(name: string): Promise<void> {
		const { workbench } = vscode;
		await workbench.page.screenshot({ path: `${screenshots}/${name}.png` });
		await workbench.toggleTheme();
		await workbench.page.screenshot({ path: `${screenshots}/${name}-light.png` });
		await workbench.toggleTheme();
	}
});
