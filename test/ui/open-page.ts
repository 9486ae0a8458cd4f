import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { launchLasting } from "../../scripts/vscode/browser.mjs";

let context: BrowserContext | undefined;

/**
 * A page of the one browser of all files of tests, empty, with nothing kept of what an earlier one has stored for the address.
 * What the browser has loaded and compiled of VS Code stays, and so the window opens in half of the time.
 */
export async function openPage(origin: string): Promise<Page> {
	context ??= await launch();
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
	await session.detach();
	return page;
}

async function launch(): Promise<BrowserContext> {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-browser-"));
	const launched = await launchLasting(folder, {
		viewport: { width: 1400, height: 900 },
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	// After the browser's own end, which playwright has registered.
	process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	launched.once("close", () => (context = undefined));
	lookOften(launched.pages()[0]);
	return launched;
}

/** Playwright looks whether what it waits for is there after 20, 70, 170 and 270 ms, and from then on twice a second: a quarter of a second would be lost each time. */
function lookOften(page: Page | undefined): void {
	const own = page as unknown as { readonly _connection: { toImpl(of: unknown): object } } | undefined;
	const frame = Object.getPrototypeOf(own?._connection.toImpl(page?.mainFrame())) as Frame;
	if (!frame.retryWithProgressAndBackoff || !frame.retryWithProgressAndTimeouts)
		throw new Error("Playwright is another than it was: it has no such way to wait");
	frame.retryWithProgressAndBackoff = function (progress, action) {
		return this.retryWithProgressAndTimeouts(progress, [20, 30, 50, 100], action);
	};
}

type Frame = {
	retryWithProgressAndTimeouts(progress: unknown, timeouts: readonly number[], action: unknown): Promise<unknown>;
	retryWithProgressAndBackoff(progress: unknown, action: unknown): Promise<unknown>;
};
