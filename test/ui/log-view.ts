import type { FrameLocator, Locator } from "playwright-core";
import { expect, test } from "vitest";
import { docker } from "./outside.ts";
import { until } from "./until.ts";
import type { Workbench } from "./workbench.ts";

const labels = (service: string): readonly string[] => [
	"--label=hullwright.sample=true",
	"--label=com.docker.compose.project=logs",
	`--label=com.docker.compose.service=${service}`,
	`--name=logs-${service}-1`,
];
/** Counts on when it is started again. */
const web = [
	"n=0; [ -e /n ] && n=$(cat /n)",
	"[ $n -gt 0 ] || printf 'Traceback (most recent call last):\\n  File \"/srv/app/main.py\", line 3, in <module>\\n    from app import x\\nImportError: no x\\n' >&2",
	'while :; do n=$((n+1)); echo $n > /n; s=200; [ $((n % 10)) = 0 ] && s=503; echo "{\\"level\\":\\"info\\",\\"msg\\":\\"number $n.\\",\\"status\\":$s}"; sleep 0.2; done',
].join("; ");
const hostile =
	"printf '<img src=x onerror=alert(1)> \\033]8;;command:workbench.action.quit\\007quit\\033]8;;\\007 \\033[2J\\033]0;title\\007 \\342\\200\\256end \\377\\n'; sleep 1000";

/** Tests of the page of a log, in the window of the explorer's. */
export function testLogs(vscode: { readonly workbench: Workbench }): void {
	const page = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready:visible").frameLocator("iframe#active-frame");
	const rows = (text: string | RegExp): Locator => page().locator(".rows .row", { hasText: text });
	const numbers = async (): Promise<readonly number[]> =>
		(await page().locator(".rows .row .message").allInnerTexts()).flatMap((text) => [...(/number (\d+)\./.exec(text)?.slice(1) ?? [])].map(Number));

	test("the logs of a project are one, with fields, and go on over a restart", async () => {
		const { workbench } = vscode;
		// Of an attempt before.
		docker("rm", "--force", "logs-web-1", "logs-db-1", "logs-rude-1");
		docker("run", "--detach", ...labels("web"), "--workdir=/srv", "busybox:test", "sh", "-c", web);
		docker("run", "--detach", ...labels("db"), "busybox:test", "sh", "-c", "while :; do echo ready; sleep 0.5; done");
		docker("run", "--detach", ...labels("rude"), "busybox:test", "sh", "-c", hostile);
		await workbench.showView("Hullwright");
		await workbench.row("Containers", /^Compose project logs, /).waitFor();
		await workbench.contextMenu(workbench.row("Containers", /^Compose project logs, /), "Show Logs");
		await workbench.page.locator(".tab.active", { hasText: "Logs: logs" }).waitFor();
		await rows(/number \d+\./)
			.first()
			.waitFor();
		await rows("ready").first().waitFor();
		docker("restart", "--time=0", "logs-web-1");
		await page().locator(".row.mark", { hasText: "logs-web-1 has started" }).first().waitFor();
		await until("numbers go on", async () => (await numbers()).length > 10);
		const seen = await numbers();
		expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => (seen[0] ?? 0) + index));
		docker("pause", "logs-web-1", "logs-db-1");
		await workbench.pictures("logs");
	});

	test("a hostile line is text", async () => {
		await page().getByLabel("Filter", { exact: true }).fill("onerror");
		await expect.poll(async () => (await rows("onerror").first().innerText()).replaceAll(/\s+/g, " ")).toContain("<img src=x onerror=alert(1)> quit");
		expect(await page().locator("img, a[href^=command]").count()).toBe(0);
	});

	test("a filter by a field, and the search", async () => {
		const { workbench } = vscode;
		await page().getByLabel("Filter", { exact: true }).fill("status>=500");
		await until("only these", async () => {
			const seen = await numbers();
			return seen.length > 0 && seen.every((number) => number % 10 === 0) && (await rows("ready").count()) === 0;
		});
		await workbench.pictures("logs-filtered");
		await page().getByLabel("Filter", { exact: true }).fill("");
		docker("unpause", "logs-web-1", "logs-db-1");
		await rows("ready").first().waitFor();
		await page().getByRole("button", { name: "Find", exact: true }).click();
		await page().locator("#search").fill("ImportError");
		await page()
			.locator("#matches", { hasText: /^1 of 1/ })
			.waitFor();
		await page().getByRole("button", { name: "Close", exact: true }).click();
	});

	test("a stack frame leads to the file of the workspace", async () => {
		const { workbench } = vscode;
		await page().getByLabel("Filter", { exact: true }).fill("ImportError");
		const trace = rows("ImportError").first();
		await trace.waitFor();
		if ((await trace.getAttribute("aria-expanded")) === "false") await trace.locator(".toggle").click();
		await page()
			.getByRole("button", { name: /^Open \/srv\/app\/main\.py:3/ })
			.first()
			.click();
		// Two services have such a file.
		await workbench.choose("search-api");
		await workbench.page.locator(".tab.active", { hasText: "main.py" }).waitFor();
		await until("the line", async () => /Ln 3,/.test(await workbench.page.locator(".statusbar").innerText()));
	});

	test("what is shown is saved, and all of it", async () => {
		const { workbench } = vscode;
		await workbench.page.locator(".tab", { hasText: "Logs: logs" }).click();
		const save = async (button: string): Promise<void> => {
			await page().locator("summary", { hasText: "More" }).click();
			await page().getByRole("button", { name: button }).click();
			const input = workbench.question.locator("input").first();
			await until("the dialog", async () => (await input.isVisible()) && (await input.inputValue()).endsWith("/logs.log"));
		};
		await save("Save What Is Shown…");
		await workbench.answer(`${workbench.folder}/shown.log`);
		await until("the file", async () => (await workbench.readFile("shown.log").catch(() => "")).includes("ImportError"));
		expect(await workbench.readFile("shown.log")).not.toContain("ready");
		await save("Save All Lines…");
		await workbench.answer(`${workbench.folder}/all.log`);
		await until("the file", async () => /logs-db-1 \S+Z ready\n[^]*logs-web-1 \S+Z \{"level"/.test(await workbench.readFile("all.log").catch(() => "")));
		docker("rm", "--force", "logs-web-1", "logs-db-1", "logs-rude-1");
		await workbench.row("Containers", /^Compose project logs, /).waitFor({ state: "detached" });
		await workbench.command("View: Close All Editors");
	});
}
