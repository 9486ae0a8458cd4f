import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { launchBrowser } from "../../scripts/vscode/browser.mjs";
import type { FromPage, LogView, RawLine, ToPage } from "../../src/webviews/logs/protocol.ts";
import { timeOfFilter } from "./time-of-filter.ts";
import { until } from "./until.ts";

// The page alone, in a browser; VS Code is not needed for what it draws.
vi.mock("vscode", () => ({ l10n: { t: (text: string) => text } }));
const { logWords } = await import("../../src/extension/logs/log-words.ts");

let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
	await page?.close();
	page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
	errors.length = 0;
	page.on("pageerror", (error) => errors.push(String(error)));
	// As strict as in VS Code: nothing but the page's own program runs, and nothing is loaded.
	const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-own'">`;
	const host = "window.posted = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message), setState() {}, getState() {} });";
	const program = (await readFile("dist/logs-page.js", "utf8")).replaceAll("</script", "<\\/script");
	await page.setContent(
		`<!DOCTYPE html><html><head>${policy}</head><body><script nonce="own">${host}</script><script nonce="own">${program}</script></body></html>`,
	);
});

const source = (id: string): LogView["sources"][number] => ({
	...{ id, name: `shop-${id}-1`, project: "shop", service: id, isMutedAtFirst: id === "seed", state: "running", isRunning: true },
});
/** What there is in the page, where these functions run. */
type Host = { readonly posted: readonly FromPage[]; postMessage(message: unknown, target: string): void };

const send = (message: ToPage): Promise<void> => page.evaluate((sent) => (globalThis as unknown as Host).postMessage(sent, "*"), message);
const posted = (): Promise<readonly FromPage[]> => page.evaluate(() => (globalThis as unknown as Host).posted);
const show = (...ids: readonly string[]): Promise<void> =>
	send({
		kind: "show",
		view: {
			...{ title: "Log", subject: { kind: "project", project: "shop", services: [] }, span: { tail: 1000, since: null }, trouble: "", words: logWords() },
			...{ sources: ids.map(source), preferences: { times: "utc", wraps: null } },
		},
	});
const at = (index: number): string => `${new Date(Date.UTC(2026, 0, 15, 10) + index * 1_000).toISOString().slice(0, -1)}000000Z`;
const line = (id: string, index: number, text: string, run = 0): RawLine => ({ source: id, stream: "stdout", time: at(index), text, run });
const eventually = (holds: () => Promise<boolean>): Promise<number> => until(String(holds), holds);
let batch = 0;
const write = (...entries: readonly RawLine[]): Promise<void> => send({ kind: "batch", batch: ++batch, entries });
const rows = (): Promise<readonly string[]> => page.locator(".row:not(.header) .message").allInnerTexts();
const status = (): Promise<string> => page.locator("footer").innerText();

const request = (index: number, status_: number): string =>
	JSON.stringify({ level: status_ < 500 ? 30 : 50, path: `/v1/${index}`, status: status_, msg: "served" });

describe("the page of logs", () => {
	test("filters by fields, says what is wrong with a filter, and where", async () => {
		await show("api", "web");
		await write(line("api", 1, request(1, 200)), line("api", 2, request(2, 404)), line("web", 3, "an error is only a word"), line("api", 4, request(4, 500)));
		await page.getByLabel("Filter").fill("status>=400");
		const spaced = async (): Promise<readonly string[]> => (await rows()).map((text) => text.replace(/\s+/g, " "));
		await expect.poll(spaced).toEqual(["served path=/v1/2 status=404", "served path=/v1/4 status=500"]);
		await page.getByLabel("Filter").fill("status>=400 (");
		await eventually(async () => (await page.locator(".problem").innerText()).includes("not closed (13)"));
		expect((await rows()).length).toBe(2);
		await page.getByLabel("Filter").fill("");
		await page.getByLabel("Level").selectOption("error");
		await eventually(async () => (await rows()).length === 1);
		expect(errors).toEqual([]);
	});

	test("fields become columns and filters, and a line is shown among all others", async () => {
		await show("api");
		await write(...Array.from({ length: 300 }, (_, index) => line("api", index, request(index, index % 100 === 50 ? 500 : 200))));
		await page.getByLabel("Filter").fill("level=error");
		await eventually(async () => (await rows()).length === 3);
		await page.locator(".row.error .toggle").nth(1).click();
		await page.getByRole("button", { name: "As a column, or no longer: path" }).click();
		await eventually(async () => (await page.locator(".row.error .field").allInnerTexts()).join() === "/v1/50,/v1/150,/v1/250");
		await page.getByRole("button", { name: "Show in Context" }).click();
		await eventually(async () => (await status()).includes("300 of 300"));
		await expect.poll(() => page.locator(".row.active .field").innerText()).toBe("/v1/150");
		await page.getByRole("button", { name: "Back to What Was Filtered" }).click();
		await eventually(async () => (await status()).includes("3 of 300"));
		await expect.poll(() => page.locator(".row.active .field").innerText()).toBe("/v1/150");
	});

	test("what is found is counted, and gone through, also by the keyboard alone", async () => {
		await show("api");
		await write(...Array.from({ length: 2_000 }, (_, index) => line("api", index, `line ${index}${index % 500 === 7 ? " needle" : ""}`)));
		await page.locator(".list").focus();
		await page.keyboard.press("Control+f");
		await page.keyboard.type("NEEDLE");
		await eventually(async () => (await page.locator("#matches").innerText()) === "4 of 4");
		await page.keyboard.press("Shift+Enter");
		await eventually(
			async () => (await page.locator(".row.active mark").count()) === 1 && (await page.locator(".row.active .message").innerText()) === "line 1007 needle",
		);
		await page.keyboard.press("Escape");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Shift+ArrowDown");
		await page.keyboard.press("Control+c");
		await expect.poll(async () => (await posted()).at(-1)).toEqual({ kind: "copy", text: "line 1008\nline 1009" });
		await page.keyboard.press("End");
		await eventually(async () => (await rows()).at(-1) === "line 1999");
	});

	test("it stays where one reads while more comes, and goes on at its end", async () => {
		await show("api");
		await write(...Array.from({ length: 500 }, (_, index) => line("api", index, `line ${index}`)));
		await eventually(async () => (await rows()).at(-1) === "line 499");
		await page.locator(".list").focus();
		await page.keyboard.press("Home");
		await eventually(async () => (await rows())[0] === "line 0");
		await write(...Array.from({ length: 50 }, (_, index) => line("api", 500 + index, `line ${500 + index}`)));
		await page.getByRole("button", { name: "New lines: 50" }).click();
		await eventually(async () => (await rows()).at(-1) === "line 549");
		await write(line("api", 600, "the last"));
		await eventually(async () => (await rows()).at(-1) === "the last");
	});

	test("a trace is one row, and is copied whole", async () => {
		await show("api");
		const trace = ["ERROR: failed", "java.lang.IllegalStateException: boom", "\tat shop.Orders.place(Orders.java:42)"];
		await write(...trace.map((text) => line("api", 1, text)), line("api", 2, "INFO next"));
		await eventually(async () => (await rows()).length === 2);
		await page.locator(".row.error").click();
		await page.locator(".list").focus();
		await page.keyboard.press("Control+c");
		await expect.poll(async () => (await posted()).at(-1)).toEqual({ kind: "copy", text: trace.join("\n") });
		await page.keyboard.press("ArrowRight");
		await page.locator(".details .link").click();
		await expect.poll(async () => (await posted()).at(-1)).toEqual({ kind: "openFile", source: "api", path: "shop/Orders.java", line: 42, column: null });
	});

	test("services are muted, heard alone, and muted at first where they say so; streams of the muted are not wanted", async () => {
		await show("api", "web", "seed");
		await write(line("api", 1, "of api"), line("web", 2, "of web"));
		await eventually(async () => (await rows()).length === 2);
		await page.getByRole("button", { name: "Show the lines of this one: web" }).click();
		await eventually(async () => (await rows()).join() === "of api");
		await page.getByRole("button", { name: "Show the lines of this one alone: web" }).click();
		await eventually(async () => (await rows()).join() === "of web");
		await expect
			.poll(async () => (await posted()).filter(({ kind }) => kind === "want"))
			.toEqual([
				{ kind: "want", sources: ["api", "web"] },
				{ kind: "want", sources: ["api"] },
			]);
	});

	test("goes to a time, and to a line of a link, which it opens where a filter hides it", async () => {
		await show("api");
		await write(...Array.from({ length: 900 }, (_, index) => line("api", index, `line ${index}`)));
		await page.keyboard.press("Control+f");
		await page.getByLabel("Go to Time").first().fill("10:05");
		await page.keyboard.press("Enter");
		await eventually(async () => (await page.locator(".row.active .message").innerText()) === "line 300");
		await page.getByLabel("Filter").fill("nothing of this");
		await eventually(async () => (await rows()).length === 0);
		await send({ kind: "reveal", line: { source: "api", time: at(120), index: 0 } });
		await eventually(async () => (await page.locator(".row.active .message").innerText()) === "line 120");
		await send({ kind: "act", action: "copyLink" });
		await eventually(async () => (await posted()).some((message) => message.kind === "copyLink" && message.line.time === at(120)));
	});

	test("earlier runs are folded, and unfolded", async () => {
		await show("api");
		await write(line("api", 1, "old"), line("api", 2, "older"), line("api", 3, "now", 1));
		await send({ kind: "caughtUp", sources: ["api"] });
		await eventually(async () => (await rows()).length === 2);
		await page.getByRole("button", { name: "Earlier run of shop-api-1, lines: 2" }).click();
		await eventually(async () => (await rows()).join() === "old,older,now");
	});

	test("a hostile log is text", async () => {
		await show("api");
		await write(
			line("api", 1, "<img src=x onerror=alert(1)><script>alert(2)</script>"),
			line("api", 2, "\x1b]8;;command:evil\x1b\\click\x1b]8;;\x1b\\ \x1b]0;title\x07\x1b[2J\x1b[Hhere"),
			line("api", 3, "user\u202egnp.exe"),
			...Array.from({ length: 10 }, (_, index) => ({ ...line("api", 4, "x".repeat(1_000_000)), ...(index < 9 && { cut: true as const }) })),
			line("api", 5, '{"__proto__":{"x":1},"level":"\\u202e<b>","msg":"a\\u0000\\u001b[31mb"}'),
			line("api", 6, "the end"),
		);
		await eventually(async () => (await rows()).at(-1) === "the end");
		const shown = await rows();
		expect(shown[0]).toBe("<img src=x onerror=alert(1)><script>alert(2)</script>");
		expect(shown[1]).toBe("click here");
		expect(shown[2]).toBe("user‹U+202E›gnp.exe");
		expect(shown[3]?.length).toBeLessThan(10_000);
		expect(await page.locator("img, b, a, .rows script").count()).toBe(0);
		expect(errors).toEqual([]);
	});

	test("of 100,000 lines only those in sight are drawn, the keyboard reaches both ends, and a filter answers within 200 ms", async () => {
		await show("api");
		// They are made in the page: what it costs to bring them there is not what is looked at.
		await page.evaluate(() => {
			for (let from = 0; from < 100_000; from += 2_000) {
				const entries = Array.from({ length: 2_000 }, (_, index) => ({
					...{ source: "api", stream: "stdout", run: 0 },
					text: index % 10 === 5 ? `{"level":"info","msg":"line","status":${index % 20 === 5 ? 200 : 503},"path":"/v1/${index}"}` : `line ${from + index}`,
					time: `${new Date(1_768_471_200_000 + from + index).toISOString().slice(0, -1)}000000Z`,
				}));
				(globalThis as unknown as Host).postMessage({ kind: "batch", batch: from, entries }, "*");
			}
		});
		await eventually(async () => (await rows()).at(-1) === "line 99999");
		expect((await rows()).length).toBeLessThan(120);
		await expect.poll(() => page.locator(".list").getAttribute("aria-rowcount")).toBe("100001");
		await page.locator(".list").focus();
		await page.keyboard.press("Home");
		await eventually(async () => (await page.locator(".row.active .message").innerText()) === "line 0");
		const ids = () => Promise.all([page.locator(".list").getAttribute("aria-activedescendant"), page.locator(".row.active").getAttribute("id")]);
		await until("it is the active one", async () => new Set(await ids()).size === 1);
		const times: Record<string, number> = {};
		for (const filter of ["status>=500", "-line", "path~^/v1 level=info", "/ne \\d+7$/"]) times[filter] = await timeOfFilter(page.locator("body"), filter);
		console.log(`filters over 100,000 lines, in ms: ${JSON.stringify(times)}`);
		expect(Object.entries(times).filter(([, milliseconds]) => milliseconds > 200)).toEqual([]);
	});
});
