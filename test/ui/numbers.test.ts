import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Gate, startGate } from "../docker/gate.ts";
import { docker, hasEngine, post, withoutContainers } from "./outside.ts";
import { testFlood } from "./log-flood.ts";
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
			docker("run", "--detach", "--stop-timeout=0", label, `--name=${name}`, ...options, "busybox:test", "sh", "-c", command);
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
		docker("rm", "--force", ...docker("ps", "--all", "--quiet", "--filter=label=hullwright.sample").split("\n"));
		await rm(folder, { recursive: true });
	});
	beforeEach(async ({ task }) => {
		if (task.result?.retryCount) await clear();
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
		await expect.poll(streams, { message: "of those that run" }).toBe(2);
		await expect.poll(() => api.getAttribute("aria-selected"), { message: "a row that changes stays selected" }).toBe("true");
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
		await until("the row is as it was", async () => (await stateOf("api-1")).startsWith("running"));
	});

	/** Takes away what an attempt that has failed may have left anywhere. */
	async function clear(): Promise<void> {
		const { workbench } = vscode;
		withoutContainers(/^(?:many|late)-|^a-/);
		docker("start", "load-api-1", "load-db-1");
		await rm(join(workbench.folder, "load.csv"), { force: true });
		await workbench.command("View: Close All Editors");
		await workbench.command("Notifications: Clear All Notifications");
		if (await workbench.page.locator(".monaco-workbench.hc-black").isVisible()) {
			await workbench.command("Preferences: Color Theme");
			await workbench.answer("Dark Modern");
			await workbench.page.locator(".monaco-workbench.vs-dark").waitFor();
		}
		await workbench.showView("Hullwright");
		await workbench.fold("Containers", false);
		if (streams() > 0) await workbench.command("Hullwright: Show or Hide Live Numbers in Rows");
		await until("nothing is asked for", async () => streams() === 0);
	}

	async function fold(project: string, isFolded: boolean): Promise<void> {
		const row = vscode.workbench.row("Containers", new RegExp(`^Compose project ${project}`));
		const isSo = async (): Promise<boolean> => (await row.getAttribute("aria-expanded")) === String(!isFolded);
		if (await isSo()) return;
		await row.click();
		await until(`${project} is ${isFolded ? "folded" : "unfolded"}`, isSo);
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
		await expect.poll(streams).toBe(2);
		await expect.poll(() => frame().locator("figure").count()).toBe(4);
		await expect
			.poll(() => frame().locator("figure", { hasText: "Memory" }).locator("li").allInnerTexts())
			.toEqual(expect.arrayContaining([expect.stringMatching(/^load-api-1\s+[\d.]+ [kM]?B$/), "Limit 67 MB", "Limit 34 MB"]));
		await expect.poll(() => frame().locator(".summary tbody tr", { hasText: "load-done-1" }).innerText()).toContain("exited (0)");
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
		const place = workbench.question.locator("input").first();
		await until("where to", async () => (await place.isVisible()) && (await place.inputValue()).endsWith(".csv"));
		await workbench.answer(join(workbench.folder, "load.csv"));
		await until("the file", async () => (await readFile(join(workbench.folder, "load.csv"), "utf8").catch(() => "")).length > 0);
		const [head = "", first = ""] = (await readFile(join(workbench.folder, "load.csv"), "utf8")).split("\r\n");
		expect(head).toBe("time,container,cpu_percent,memory_bytes,memory_limit_bytes,received_bytes,sent_bytes,read_bytes,written_bytes,processes");
		expect(first).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,load-(?:api|db)-1,[\d.]*,\d+,\d+/);
		await pictures("numbers-charts");
	});

	const create = (name: string, count: number): Promise<unknown> =>
		Promise.all(
			Array.from({ length: count }, (_, index) =>
				post(`/containers/create?name=${name}-${index + 1}`, { Image: "busybox:test", Cmd: ["true"], Labels: { "hullwright.sample": "true" } }),
			),
		);

	test("are a table of all 200 containers, sorted, with the sums of projects, by the keyboard alone; rows stay while one is in it", async () => {
		const { workbench } = vscode;
		const { page } = workbench;
		await create("many", 197);
		await workbench.command("Hullwright: Show Containers in a Table");
		const grid = frame().getByRole("grid");
		const row = (name: string): Locator => grid.getByRole("row", { name: new RegExp(`^${name} `) });
		await row("load-api-1").waitFor();
		await until("what the engine tells", async () => /[1-9][\d.]* %.* \d+ s /.test((await row("load-api-1").innerText()).replaceAll(/\s+/g, " ")));
		await expect.poll(streams, { message: "one for each that runs" }).toBe(2);
		// What is seen of the project is the sum of what is seen of its containers, at each moment.
		const percents = await grid.evaluate((table) =>
			[...table.querySelectorAll("tr")]
				.filter((each) => /^(load-|Project load)/.test(each.cells[0]?.textContent ?? ""))
				.map((each) => Number.parseFloat(each.querySelector("[data-column=cpu]")?.textContent ?? "") || 0),
		);
		const [sum = 0, ...parts] = percents;
		expect(parts).toHaveLength(3);
		expect(sum).toBeCloseTo(
			parts.reduce((one, other) => one + other, 0),
			5,
		);

		// By the keyboard: to the head of the processors, sorted by it, the most first.
		await grid.getByRole("columnheader", { name: "Container", exact: true }).focus();
		for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowRight");
		const order = (): Promise<string | null> => grid.getByRole("columnheader", { name: "Processor" }).getAttribute("aria-sort");
		// It is kept, also from an attempt before.
		if ((await order()) !== "descending") await page.keyboard.press("Enter");
		await expect.poll(order).toBe("descending");
		const names = (): Promise<string[]> => grid.locator("tbody th").allInnerTexts();
		await expect.poll(async () => (await names())[1]).toBe("load-api-1");

		// While the focus is in the table nothing jumps, however much comes, goes and changes.
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		const before = await names();
		docker("rename", "many-7", "a-first");
		docker("rm", "many-8", ...Array.from({ length: 30 }, (_, index) => `many-${index + 100}`));
		await create("late", 30);
		docker("create", label, "--name=a-second", "busybox:test", "true");
		await row("a-second").waitFor();
		await row("a-first").waitFor();
		await row("many-8").waitFor({ state: "detached" });
		await row("many-129").waitFor({ state: "detached" });
		await row("late-30").waitFor();
		const expected = before.map((name) => (name === "many-7" ? "a-first" : name)).filter((name) => !/^many-(?:8|1[0-2]\d)$/.test(name));
		await expect.poll(async () => (await names()).filter((name) => !/^(?:a-second|late-)/.test(name)).map(withoutCount)).toEqual(expected.map(withoutCount));
		await frame()
			.getByRole("button", { name: /sort again/ })
			.click();
		await until("they are in order again", async () => /^a-first$/.test((await names()).find((name) => /^(a|many)-/.test(name)) ?? ""));

		for (const [button, head, line] of [
			["Copy as Markdown", /^\| Container \| /, /^\| late-\d+ \| /],
			["Copy as CSV", /^name,project,state,/, /^late-\d+,,/],
		] as const) {
			await frame().getByRole("button", { name: button }).press("Enter");
			const copied = async (): Promise<readonly string[]> => (await page.evaluate<string>("navigator.clipboard.readText()")).split(/\r?\n/);
			await until(button, async () => head.test((await copied())[0] ?? ""));
			expect((await copied()).filter((text) => line.test(text))).toHaveLength(30);
		}

		// What can be done is in the menu.
		await grid.locator("tbody tr", { hasText: "load-db-1" }).locator("th").focus();
		await page.keyboard.press("Shift+F10");
		const menu = page.locator(".context-view .monaco-menu");
		await menu.getByText("Stop Container").waitFor();
		await page.screenshot({ path: `${screenshots}/numbers-table-menu.png` });
		await menu.getByText("Stop Container").click();
		await row("load-db-1")
			.getByText(/exited/)
			.waitFor();
		await until("the stream has ended", async () => streams() === 1);
		await pictures("numbers-table");
		await workbench.command("Preferences: Color Theme");
		await workbench.answer("Dark High Contrast");
		await page.locator(".monaco-workbench.hc-black").waitFor();
		await page.screenshot({ path: `${screenshots}/numbers-table-contrast.png` });
		await workbench.contextMenu(workbench.row("Containers", /^Compose project load/), "Show Live Numbers");
		await frame().locator("figure").first().waitFor();
		await frame().getByRole("button", { name: "Show Values" }).waitFor();
		await page.screenshot({ path: `${screenshots}/numbers-charts-contrast.png` });
		await until("the charts ask again", async () => streams() > 0);
		await workbench.openFile("chat/backend/Dockerfile");
		await until("a hidden page asks for nothing", async () => streams() === 0);
	});

	test("one is told once of what was asked for, and not of what one stops oneself", async () => {
		const { workbench } = vscode;
		docker("run", "--detach", label, "--name=a-watched", "busybox:test", "sh", "-c", "while [ ! -e /go ]; do sleep 0.1; done; exit 3");
		await workbench.showView("Hullwright");
		await workbench.contextMenu(workbench.row("Containers", /^a-watched, running/), "Tell Me When", "Show");
		await workbench.choose("It Has Exited");
		await until("it is kept", async () => !(await workbench.question.isVisible()));
		docker("stop", "--time=0", "a-watched");
		await workbench.row("Containers", /^a-watched, exited/).waitFor();
		docker("start", "a-watched");
		await workbench.row("Containers", /^a-watched, running/).waitFor();
		docker("exec", "a-watched", "touch", "/go");
		const notice = workbench.notification("a-watched has exited (3).");
		await notice.waitFor();
		expect(await workbench.page.locator(".notifications-toasts .notification-list-item", { hasText: "a-watched" }).count(), "the stop was one's own").toBe(1);
		await workbench.page.screenshot({ path: `${screenshots}/numbers-notice.png` });
		await notice.hover();
		await notice.getByRole("button", { name: "Show Logs" }).click();
		await workbench.page.getByText("Logs: a-watched").first().waitFor();
		await workbench.command("Hullwright: Show What I Am Told Of…");
		await workbench.question.getByText("when it has exited").waitFor();
		await until("the list is closed", async () => {
			await workbench.page.keyboard.press("Escape");
			return !(await workbench.question.isVisible());
		});
	});

	testFlood(vscode, () => gate);

	/** Of a row of sums. */
	const withoutCount = (name: string): string => name.replace(/ \(.*/, "");

	/** What moves every second never comes to rest. */
	async function pictures(name: string): Promise<void> {
		const { workbench } = vscode;
		await workbench.page.screenshot({ path: `${screenshots}/${name}.png` });
		await workbench.toggleTheme();
		await workbench.page.screenshot({ path: `${screenshots}/${name}-light.png` });
		await workbench.toggleTheme();
	}
});
