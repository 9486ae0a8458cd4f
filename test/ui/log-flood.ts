import { readdirSync, readFileSync } from "node:fs";
import type { FrameLocator, Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Gate } from "../docker/gate.ts";
import { docker } from "./outside.ts";
import { timeOfFilter } from "./time-of-filter.ts";
import { until } from "./until.ts";
import type { Workbench } from "./workbench.ts";

const label = "--label=hullwright.sample=true";
const count = 100_000;
/** Writes 100,000 lines over ten seconds, once it is told to. */
const flood =
	"until [ -e /go ]; do sleep 0.05; done; for b in $(seq 1 100); do seq $((b*1000-999)) $((b*1000)) | " +
	`sed 's/.*/{"level":"info","msg":"number &.","status":200,"path":"\\/v1\\/items"}/; /0\\."/s/:200/:503/'; sleep 0.08; done; sleep 1000`;
/** What would steer, address or break whatever shows it; the second part is a line of 10 MB. */
const hostile = [
	"printf '<img src=x onerror=alert(1)> \\033]8;;command:workbench.action.quit\\007quit\\033]8;;\\007 \\033[2J\\033[H\\033]0;evil title\\007\\342\\200\\256end \\377\\n'",
	"head -c 10000000 /dev/zero | tr '\\0' x; echo; echo the end; sleep 1000",
].join("; ");

/** Of the process in which extensions run, in megabytes. */
function memoryOfExtensions(): number {
	for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		try {
			if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=extensionHost")) continue;
			return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) / 1024;
		} catch {
			// It has ended meanwhile.
		}
	}
	return 0;
}

const rounded = (numbers: readonly number[]): string => numbers.map(Math.round).join(", ");

/** Tests of logs that are more than anybody reads, or are made to harm, in a window whose requests to the engine are counted. */
export function testFlood(vscode: { readonly workbench: Workbench }, gate: () => Gate): void {
	const page = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready:visible").frameLocator("iframe#active-frame");
	const rows = (text: string | RegExp): Locator => page().locator(".rows .row", { hasText: text });
	const streams = (): number => gate().answering(/\/logs\?.*follow=true/);
	const show = async (name: string): Promise<void> => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.contextMenu(workbench.row("Containers", new RegExp(`^${name}, running`)), "Show Logs");
		await workbench.page.locator(".tab.active", { hasText: `Logs: ${name}` }).waitFor();
		await page().getByLabel("Filter", { exact: true }).waitFor();
	};

	const timeOfCommand = async (): Promise<number> => {
		const { workbench } = vscode;
		const since = performance.now();
		await workbench.command("Hullwright: Select Context…");
		await workbench.question.locator(".monaco-list-row").first().waitFor();
		const time = performance.now() - since;
		await until("its list is closed", async () => {
			await workbench.page.keyboard.press("Escape");
			return !(await workbench.question.isVisible());
		});
		return time;
	};

	test("100,000 lines in ten seconds: none is lost, the window answers meanwhile, a filter at once", async () => {
		const { workbench } = vscode;
		await workbench.command("View: Close All Editors");
		// Of an attempt before.
		docker("rm", "--force", "a-flood");
		docker("run", "--detach", label, "--name=a-flood", "busybox:test", "sh", "-c", flood);
		await workbench.openFile("chat/backend/Dockerfile");
		await show("a-flood");
		await workbench.command("View: Move Editor into Right Group");
		await page().getByLabel("Filter", { exact: true }).waitFor();
		const before = memoryOfExtensions();
		docker("exec", "a-flood", "touch", "/go");
		const began = performance.now();
		await rows(/number \d+\./)
			.first()
			.waitFor();
		const lines = workbench.page.locator(".editor-group-container").first().locator(".monaco-editor .view-line");
		const focus = async (): Promise<void> => {
			await lines.first().click({ position: { x: 4, y: 8 } });
			await workbench.page.keyboard.press("Control+End");
		};
		await focus();
		const [typed, commands]: [number[], number[]] = [[], []];
		let most = 0;
		for (let round = 0; round < 3 || performance.now() - began < 8_000; round++) {
			const since = performance.now();
			await workbench.page.keyboard.insertText(`k${round}`);
			await lines
				.filter({ hasText: `k${round}` })
				.first()
				.waitFor();
			typed.push(performance.now() - since);
			commands.push(await timeOfCommand());
			most = Math.max(most, memoryOfExtensions());
			await focus();
		}
		await workbench.page.keyboard.press("Control+S");
		await workbench.page.locator(".tab.dirty").waitFor({ state: "detached" });
		await until("all of them", async () => /100,00\d of 100,00\d/.test(await page().locator("footer .status").innerText()), 60_000);
		const all = performance.now() - began;
		const quiet = [await timeOfCommand(), await timeOfCommand()];
		const heap = await page()
			.locator("body")
			.evaluate(() => (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6);
		const filtered: number[] = [];
		for (const text of ["status>=500", "number 9", "-status=503 /number \\d+7/"]) filtered.push(await timeOfFilter(page().locator("body"), text));
		console.log(
			`100,000 lines after ${Math.round(all)} ms; typed after ${rounded(typed)} ms, commands after ${rounded(commands)} ms, when it is quiet after ${rounded(quiet)} ms; ` +
				`extensions ${Math.round(before)}, at most ${Math.round(most)} MB; the page ${Math.round(heap)} MB; filters ${rounded(filtered)} ms`,
		);
		expect(Math.min(...commands)).toBeLessThan(Math.min(...quiet) + 2_000);
		// The best, for the machine may be busy with other things.
		expect(Math.min(...typed)).toBeLessThan(1_000);
		expect(Math.min(...filtered)).toBeLessThan(200);
		expect(heap).toBeLessThan(300);
		expect(most - before).toBeLessThan(150);

		await page().locator("summary", { hasText: "More" }).click();
		await page().getByRole("button", { name: "Save What Is Shown…" }).click();
		const dialog = workbench.question.locator("input").first();
		await until("the dialog", async () => (await dialog.isVisible()) && (await dialog.inputValue()).endsWith("/a-flood.log"));
		await workbench.answer(`${workbench.folder}/flood.log`);
		await until("the file", async () => (await workbench.readFile("flood.log").catch(() => "")).includes("number 100000."));
		const numbers = [...(await workbench.readFile("flood.log")).matchAll(/number (\d+)\./g)].map(([, number]) => Number(number));
		expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
		await workbench.command("View: Close All Editors");
		await until("its stream has ended", async () => streams() === 0);
		docker("rm", "--force", "a-flood");
	}, 150_000);

	test("a hostile log is text, and is there again after the window was loaded anew; a link leads to its line; closed, nothing is read", async () => {
		const { workbench } = vscode;
		await workbench.command("View: Close All Editors");
		docker("rm", "--force", "a-rude", "a-terminal");
		docker("run", "--detach", label, "--name=a-rude", "busybox:test", "sh", "-c", hostile);
		docker("run", "--detach", "--tty", label, "--name=a-terminal", "busybox:test", "sh", "-c", hostile);
		for (const name of ["a-terminal", "a-rude"]) {
			await show(name);
			await rows("the end").last().waitFor();
			expect((await rows("onerror").first().innerText()).replaceAll(/\s+/g, " ")).toContain("<img src=x onerror=alert(1)> quit ‹U+202E›end \ufffd");
			expect(await page().locator("img, a[href]").count()).toBe(0);
			expect(await workbench.page.title()).not.toContain("evil");
		}
		await workbench.command("Preferences: Color Theme");
		await workbench.answer("Dark High Contrast");
		await workbench.page.locator(".monaco-workbench.hc-black").waitFor();
		await workbench.page.screenshot({ path: "out/report/logs-contrast.png" });
		await until("two are followed", async () => streams() === 2);
		await rows("onerror").first().locator(".toggle").click();
		await page().getByRole("button", { name: "Copy Link" }).first().click();
		await workbench.page.locator(".statusbar", { hasText: "The link to the line is in the clipboard." }).waitFor();
		const link = await workbench.page.evaluate<string>("navigator.clipboard.readText()");
		expect(link).toMatch(/^[\w-]+:\/\/hullwright\.hullwright\/log\?/);

		await until("VS Code has written down which tabs are open", () => workbench.hasStored("Logs: a-rude"), 30_000);
		await workbench.page.reload();
		await workbench.page.locator(".tab.active", { hasText: "Logs: a-rude" }).waitFor();
		// All of the window begins anew.
		await rows("the end").last().waitFor({ timeout: 60_000 });
		await page().getByLabel("Filter", { exact: true }).fill("nothing like this");
		await rows("the end").waitFor({ state: "detached" });
		await workbench.command("Developer: Open URL");
		await workbench.answer(link);
		await workbench.dialog.getByRole("button", { name: "Open", exact: true }).click();
		await page().locator(".row.active", { hasText: "onerror" }).waitFor();
		await workbench.command("View: Close All Editors");
		await until("nothing is read any more", async () => streams() === 0, 30_000);
		docker("rm", "--force", "a-rude", "a-terminal");
	}, 120_000);
}
