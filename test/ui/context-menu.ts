import { errors, type Locator } from "playwright-core";
import { enter } from "./pick.ts";
import { until } from "./until.ts";

/** Chooses from the context menu of a row, or from a menu within it. */
export async function chooseFromContextMenu(row: Locator, item: string, within?: string): Promise<void> {
	const page = row.page();
	const [outer, inner] = [".monaco-menu .action-item", ".monaco-submenu .action-item"];
	// A menu's text has that of the one within it, once that is open.
	const isOpen = page.locator(outer, within === undefined ? { hasText: item } : { has: page.getByText(within, { exact: true }) }).first();
	const entry = within === undefined ? isOpen : page.locator(inner, { hasText: item }).first();
	const focused = page.locator(`${within === undefined ? outer : inner}.focused`, { hasText: item });
	let x = 10;
	await until(`${item} is chosen`, async () => {
		try {
			// What takes the focus meanwhile closes the menu, such as a dialog that has just ended.
			if (!(await isOpen.isVisible())) {
				// A tooltip of another row may lie over this one.
				await page.mouse.move(700, 5);
				await row.click({ button: "right", timeout: 3000 });
			}
			await isOpen.waitFor({ timeout: 3000 });
			// A menu takes no click in its first 100 ms; what is focused takes the key at once. It is the mouse's moving that gives the focus.
			x = x === 10 ? 20 : 10;
			if (within !== undefined && !(await entry.isVisible())) await isOpen.hover({ position: { x, y: 10 }, timeout: 3000 });
			await entry.hover({ position: { x, y: 10 }, timeout: 3000 });
			// Where rows come and go, it may be another one's.
			if (!/\bfocused\b/.test((await row.getAttribute("class", { timeout: 3000 })) ?? "")) {
				await page.keyboard.press("Escape");
				return false;
			}
		} catch (error) {
			if (!(error instanceof errors.TimeoutError)) throw error;
		}
		return enter(focused, item);
	});
	await entry.waitFor({ state: "hidden" });
}
