import type { Page } from "playwright-core";

/** Once nothing changes any more: colours by meaning come some time after a theme. What is in a frame shows by two pictures that are the same. */
export async function takePicture(page: Page, path: string): Promise<void> {
	await atRest(page);
	let last = await page.screenshot({ path });
	for (let left = 20; left > 0; left--) {
		const next = await page.screenshot({ path });
		if (last.equals(next)) return;
		last = next;
	}
	throw new Error(`something goes on moving in ${path}`);
}

/** When nothing in the page has changed for a moment, or it goes on changing for a while. Pictures alone would tell as well, and keep a core busy. */
async function atRest(page: Page): Promise<void> {
	await page.locator("body").evaluate(
		(body) =>
			new Promise<void>((resolve) => {
				const done = (): void => {
					observer.disconnect();
					clearTimeout(quiet);
					clearTimeout(limit);
					resolve();
				};
				const observer = new body.ownerDocument.defaultView.MutationObserver(() => {
					clearTimeout(quiet);
					quiet = setTimeout(done, 300);
				});
				let quiet = setTimeout(done, 300);
				const limit = setTimeout(done, 3000);
				observer.observe(body.ownerDocument, { subtree: true, childList: true, attributes: true, characterData: true });
			}),
	);
}
