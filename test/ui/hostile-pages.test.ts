import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/vscode/browser.mjs";
import { emptyForm } from "../../src/engine/run/form.ts";
import { noImageValues } from "../../src/engine/run/image-values.ts";
import { toStatistics } from "../../src/engine/stats/statistics.ts";
import { columnIds, usualArrangement } from "../../src/engine/stats/table.ts";
import type { ToPage as ToLogs } from "../../src/webviews/logs/protocol.ts";
import type { ToPage as ToForm } from "../../src/webviews/run-form/protocol.ts";
import type { ToPage as ToStats } from "../../src/webviews/stats/protocol.ts";
import type { ToPage as ToTable } from "../../src/webviews/table/protocol.ts";

/** What could be more than text: markup, links, icons, and characters that steer or turn round what is shown. */
const markup = `"'><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>[a](command:workbench.action.quit)$(rocket)&amp;`;
const evil = `x\u001b[31m\u202e\u2066${markup}`;

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** The page as its host would load it, after what it is told. Of its words each is its own name. */
async function pageAfter<Message extends object>(bundle: string, ...messages: readonly Message[]): Promise<Page> {
	const page = await browser.newPage();
	await page.evaluate("globalThis.acquireVsCodeApi = () => ({ postMessage() {}, setState() {}, getState() {} })");
	await page.addScriptTag({ path: `dist/${bundle}.js` });
	await page.evaluate((told) => {
		const words = new Proxy({}, { get: (_, name) => String(name) });
		const { dispatchEvent, MessageEvent } = globalThis as unknown as {
			dispatchEvent(event: object): void;
			MessageEvent: new (type: string, init: object) => object;
		};
		for (const data of told as unknown as { readonly view?: { words: object } }[]) {
			if (data.view) data.view.words = words;
			dispatchEvent(new MessageEvent("message", { data }));
		}
	}, messages);
	return page;
}

/** All that can be read or heard in the page, after it was looked whether it is anything but text. */
async function textOf(page: Page): Promise<string> {
	const { text, foreign, harmed } = (await page.evaluate(`({
		text: document.body.textContent + [...document.querySelectorAll("*")].map((each) => ["title", "aria-label", "placeholder"].map((name) => each.getAttribute(name) ?? "").join(" ")).join(" "),
		foreign: [...document.body.querySelectorAll("img, script, a[href], iframe, [onerror]")].map((each) => each.outerHTML),
		harmed: globalThis.harmed,
	})`)) as { readonly text: string; readonly foreign: readonly string[]; readonly harmed: unknown };
	expect(foreign).toEqual([]);
	expect(harmed).toBeUndefined();
	expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
	await page.close();
	return text;
}

const words = {} as never;

test("the table of containers", async () => {
	const row = { name: evil, project: evil, state: evil, health: evil, ports: evil, image: evil, activity: evil, colour: "running" as const };
	const numbers = { cpu: 1, memory: 1, memoryLimit: 0, received: 1, sent: 1, read: 1, written: 1, restarts: 0, startedAt: 1, createdAt: 1 };
	const titles = Object.fromEntries(columnIds.map((id) => [id, id])) as Record<(typeof columnIds)[number], string>;
	const text = await textOf(
		await pageAfter<ToTable>(
			"table-page",
			{ kind: "show", view: { arrangement: usualArrangement, trouble: "", titles, words } },
			{ kind: "rows", rows: [{ ...row, ...numbers, id: evil }], gone: [], isAll: true },
		),
	);
	expect(text.split(markup).length).toBeGreaterThan(5);
});

test("charts", async () => {
	const of = [[evil, [1, 2, 3].map((at) => ({ at: Date.now() - 4000 + at * 1000, of: toStatistics({}) }))]] as const;
	const member = { name: evil, state: evil, colour: "running", limit: 0 } as const;
	const view = { subject: { kind: "container", name: evil }, title: evil, members: [member], trouble: "", words } as const;
	const text = await textOf(await pageAfter<ToStats>("stats-page", { kind: "show", view }, { kind: "moments", of }));
	expect(text.split(markup).length).toBeGreaterThan(2);
});

test("a log, with its fields", async () => {
	const source = { id: "1", name: evil, project: evil, service: evil, isMutedAtFirst: false, state: evil, isRunning: true };
	const raw = { source: "1", stream: "stdout", time: "2026-01-01T00:00:00.000000000Z", run: 0 } as const;
	const view = {
		title: evil,
		subject: { kind: "containers", names: [evil] },
		span: { tail: 100, since: null },
		sources: [source, { ...source, id: "2" }],
		preferences: { times: null, wraps: null },
		trouble: "",
		words,
	} as const;
	const entries = [
		{ ...raw, text: evil },
		{ ...raw, text: JSON.stringify({ level: "error", message: evil, [`field ${evil}`]: evil }) },
		{ source: "1", run: 0, time: raw.time, kind: "failed", text: evil, isBad: true },
	] as const;
	const page = await pageAfter<ToLogs>("logs-page", { kind: "show", view }, { kind: "batch", batch: 1, entries });
	await page.locator(".row", { hasText: "rocket" }).nth(2).waitFor();
	await page.evaluate(`for (const each of document.querySelectorAll(".toggle")) each.click()`);
	await page.evaluate(`for (const each of document.querySelectorAll("details")) each.open = true`);
	await page
		.locator(".details button", { hasText: "+" })
		.last()
		.evaluate((button) => (button as unknown as { click(): void }).click());
	await page.locator(".details td").first().waitFor();
	expect((await textOf(page)).split(markup).length).toBeGreaterThan(8);
});

test("the form by which a container is run", async () => {
	const view = {
		title: evil,
		form: { ...emptyForm, image: evil, name: evil, command: evil, environment: [{ name: evil, value: evil }], mounts: [evil], ports: [evil] },
		ofImage: { ...noImageValues, command: evil },
		usual: { command: evil, user: evil },
		facts: [[evil, evil]],
		choices: { networks: [evil], restart: [evil], volumes: [evil] },
		warnings: [{ text: evil, action: { id: "run", title: evil } }],
		actions: [{ id: "run", title: evil }],
		asksToKeep: true,
		fields: {} as never,
		words,
	} as const;
	const problems = [{ field: "image", text: evil, isWarning: false }] as const;
	const checked = { line: evil, problems, differences: [{ name: evil, gone: [evil], came: [evil] }] };
	const page = await pageAfter<ToForm>(
		"run-form-page",
		{ kind: "show", view },
		{ kind: "checked", checked },
		{ kind: "status", busy: "", failure: evil, atProblem: false },
	);
	// What is typed over is as it is, without the ends of lines that an input has not.
	expect(await page.locator("#image").inputValue()).toBe(evil);
	expect((await textOf(page)).split(markup).length).toBeGreaterThan(10);
});
