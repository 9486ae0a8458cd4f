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
	return launched;
}
