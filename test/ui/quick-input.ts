import type { Locator, Page } from "playwright-core";
import { pick, write } from "./pick.ts";
import { until, within } from "./until.ts";

/** Opens the box at the top, which is `question`. */
export async function openByKey(question: Locator, key: string): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		await question.page().keyboard.press(key);
		try {
			return await question.waitFor({ timeout: 3000 });
		} catch (error) {
			// A window that is still loading may swallow the key, and so may a page that has the focus.
			if (attempt === 3) throw error;
			await leaveFrame(question.page());
		}
	}
}

/** Takes the focus away from a page of ours, for while it is loaded it hands out no keys. */
export function leaveFrame(page: Page): Promise<void> {
	return page.evaluate('document.activeElement?.tagName === "IFRAME" && document.activeElement.blur()');
}

/** Opens the list by a key, filters it and takes the row, once. What takes the focus meanwhile closes the list, as a page does that has just been loaded: then all of it is done again. */
export async function chooseByKey(question: Locator, key: string, text: string, row: string | RegExp): Promise<void> {
	const input = question.locator("input").first();
	const rows = question.locator(".monaco-list-row");
	await until(
		`${text} is chosen`,
		async () => {
			await openByKey(question, key);
			let isTaken = false;
			const isFilled = await write(input, text).then(
				() => true,
				() => false,
			);
			if (isFilled) await within(5000, async () => (isTaken = await pick(rows, row)) || !(await question.isVisible()));
			// A list that was opened before the window knew that the workspace is trusted stays without what needs trust.
			if (!isTaken) await question.page().keyboard.press("Escape");
			return isTaken;
		},
		30_000,
	);
	// Closed, or open again with a question of the command.
	// Asked without waiting, for it may close at any moment.
	await until("the choice is taken", async () => !(await question.locator("input").evaluateAll((inputs) => inputs.map(({ value }) => value))).includes(text));
}

/** Enter in an open question. While it looks something up, such as a folder, it may not take the key: as long as it stays as it is, it is pressed again. */
export async function confirm(question: Locator): Promise<void> {
	const before = await saidBy(question);
	await until("the question takes Enter", async () => {
		await question
			.locator("input")
			.first()
			.press("Enter", { timeout: 3000 })
			.catch(() => undefined); // It has closed.
		return within(3000, async () => (await saidBy(question)) !== before);
	});
}

/** All that an open question says, but for its list; nothing where none is open. */
function saidBy(question: Locator): Promise<string> {
	return question.evaluateAll((widgets) =>
		widgets
			.flatMap((widget) => [
				...[...widget.querySelectorAll(".quick-input-title, .quick-input-message")].map((each) => each.textContent),
				...[...widget.querySelectorAll("input")].flatMap((each) => [each.placeholder, each.value]),
			])
			.join("\n"),
	);
}
