import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { themeKey } from "../../scripts/vscode/profile.mjs";
import { chooseFromContextMenu } from "./context-menu.ts";
import { openPage } from "./open-page.ts";
import { pick, write } from "./pick.ts";
import { takePicture } from "./picture.ts";
import { chooseByKey, confirm, leaveFrame, openByKey } from "./quick-input.ts";
import { until, within } from "./until.ts";
import type { Locator, Page } from "playwright-core";

/** A row of a tree view, as a person sees it. `state` is the text that stands beside the label. */
type Row = { readonly label: string; readonly state: string; readonly level: number };

/** `prepare` runs before the page is asked for. `locale` is a language as VS Code calls it. */
type Window = {
	readonly locale?: string | undefined;
	readonly prepare?: ((page: Page) => Promise<void>) | undefined;
	readonly isOnTheWeb?: boolean;
};

/** What VS Code's own scripts throw where a file is coloured before all extensions are known. */
const isOfVsCode = /No TM Grammar registered for this language/;

/** VS Code's window in the browser. Every wait is for a condition, never for a time. */
export class Workbench {
	readonly page: Page;
	/** The folder that is open; files are named relative to it. */
	readonly folder: string;
	/** What the page's scripts threw and nobody caught. */
	readonly errors: string[] = [];
	readonly #isOnTheWeb: boolean;

	constructor(page: Page, folder: string, isOnTheWeb: boolean) {
		this.page = page;
		this.folder = folder;
		this.#isOnTheWeb = isOnTheWeb;
		page.on("pageerror", (error) => {
			if (!isOfVsCode.test(String(error))) this.errors.push(String(error));
		});
	}

	/** `isOnTheWeb`: there is no machine behind the window, and no view of Hullwright's. */
	static async open(url: string, folder: string, { locale, prepare, isOnTheWeb = false }: Window = {}): Promise<Workbench> {
		const page = await openPage(url);
		// What a language pack does, but for VS Code's own texts.
		if (locale !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
		await prepare?.(page);
		page.setDefaultTimeout(20_000);
		const workbench = new Workbench(page, folder, isOnTheWeb);
		await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
		await page.locator(".monaco-workbench .part.statusbar").waitFor();
		await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
		// Extensions come last: before, the palette would not know their commands.
		if (!isOnTheWeb) await page.locator('.activitybar a[aria-label^="Hullwright"]').waitFor();
		return workbench;
	}

	/** Runs a command of the palette. A command that asks for something leaves its question open: see `answer` and `choose`. */
	async command(title: string): Promise<void> {
		await chooseByKey(this.question, "F1", `>${title}`, title);
	}

	/** Opens a file of the folder by Quick Open. */
	async openFile(path: string): Promise<void> {
		const name = path.split("/").at(-1) ?? path;
		// The list begins with files that were open before, which may have the same name.
		const row = new RegExp(`${name}\\s*${path.slice(0, -name.length - 1)}`);
		const tab = this.page.locator(".editor-group-container.active .tab.active", { hasText: name }).first();
		// To open a file that is open already changes nothing.
		await until(
			`${path} is open`,
			async () => {
				await chooseByKey(this.question, "Control+P", path, row);
				return within(5000, () => tab.isVisible());
			},
			30_000,
		);
		await this.editor.locator(".view-line").first().waitFor();
	}

	/** Types into an open question, over what is prefilled, and confirms. */
	async answer(text: string): Promise<void> {
		const input = this.question.locator("input").first();
		await input.waitFor();
		await write(input, text);
		await this.confirm();
	}

	/** Enter in an open question, until it takes it. */
	confirm(): Promise<void> {
		return confirm(this.question);
	}

	/** Picks a row of an open list. */
	async choose(text: string | RegExp): Promise<void> {
		await until(`${text} is chosen`, () => pick(this.question.locator(".monaco-list-row"), text));
	}

	/** The box at the top in which commands, files and questions appear. */
	get question(): Locator {
		return this.page.locator(".quick-input-widget:visible");
	}

	get editor(): Locator {
		return this.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
	}

	/**
	 * Takes a picture in each theme, named after what it shows; of what VS Code itself draws, one is enough.
	 * What is open beside the cursor stays open, but for hovers; the window is left as it was.
	 */
	async pictures(name: string, themes: readonly ("dark" | "light")[] = ["dark", "light"]): Promise<void> {
		await mkdir("out/report", { recursive: true });
		for (const theme of themes) {
			await takePicture(this.page, `out/report/${name}${theme === "dark" ? "" : "-light"}.png`);
			if (themes.length > 1) await this.toggleTheme();
		}
	}

	/** From dark to light, or back. */
	async toggleTheme(): Promise<void> {
		const isDark = await this.page.locator(".monaco-workbench.vs-dark").isVisible();
		if (this.#isOnTheWeb) await this.command("Preferences: Toggle between Light/Dark Themes");
		else await this.page.keyboard.press(themeKey.press);
		await this.page.locator(isDark ? ".monaco-workbench.vs" : ".monaco-workbench.vs-dark").waitFor();
	}

	/** Only the lines in view, in their order on the screen. */
	async editorText(): Promise<string> {
		const lines = await this.editor
			.locator(".view-line")
			.evaluateAll((elements) => elements.map((element) => ({ top: Number.parseInt(element.style.top, 10), text: element.textContent ?? "" })));
		return lines
			.toSorted((one, other) => one.top - other.top)
			.map(({ text }) => text.replaceAll("\u00a0", " "))
			.join("\n");
	}

	async waitForText(pattern: RegExp, limit?: number): Promise<void> {
		await until(`the editor shows ${pattern}`, async () => pattern.test(await this.editorText()), limit);
	}

	/** The texts over squiggles, in their order on the screen. */
	async underlined(): Promise<string[]> {
		const boxes = await this.editor
			.locator(".squiggly-error, .squiggly-warning, .squiggly-info")
			.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as Record<"left" | "right" | "top" | "bottom", number>));
		const characters = (await this.#lines()).flat();
		return boxes
			.toSorted((one, other) => one.top - other.top || one.left - other.left)
			.map(({ left, right, top, bottom }) =>
				characters
					.filter(({ x, y }) => x > left && x < right && y > top && y < bottom)
					.map(({ text }) => text)
					.join(""),
			);
	}

	/** The characters of each line in view, with the middle of each on the screen. */
	#lines(): Promise<readonly (readonly { readonly text: string; readonly x: number; readonly y: number }[])[]> {
		return this.editor.locator(".view-line").evaluateAll((lines) =>
			lines.map((line) => {
				const document = line.ownerDocument;
				const walker = document.createTreeWalker(line, 4);
				const characters: { text: string; x: number; y: number }[] = [];
				while (walker.nextNode()) {
					const range = document.createRange();
					for (const [offset, text] of [...(walker.currentNode.textContent ?? "")].entries()) {
						range.setStart(walker.currentNode, offset);
						range.setEnd(walker.currentNode, offset + 1);
						const { x, y, width, height } = range.getBoundingClientRect();
						characters.push({ text: text.replace("\u00a0", " "), x: x + width / 2, y: y + height / 2 });
					}
				}
				return characters;
			}),
		);
	}

	/** Puts the cursor to a position, counted from 1. */
	async goTo(line: number, column = 1): Promise<void> {
		await openByKey(this.question, "Control+G");
		await write(this.question.locator("input").first(), `:${line}:${column}`);
		// Until the list has taken in what was typed, Enter would choose what stood there before.
		await this.question
			.locator(".monaco-list-row", { hasText: new RegExp(`\\b${line}\\b.*\\b${column}\\b`) })
			.first()
			.waitFor();
		await this.page.keyboard.press("Enter");
		await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
	}

	/** Saves and answers when the file on disk matches: the tab's mark of an unsaved file lags behind. */
	async save(path: string, pattern: RegExp): Promise<void> {
		await this.page.keyboard.press("Control+S");
		await until(`${path} on disk matches ${pattern}`, async () => pattern.test(await this.readFile(path)));
	}

	readFile(path: string): Promise<string> {
		return readFile(join(this.folder, path), "utf8");
	}

	/** The rows of the Problems panel, once each of the patterns matches one of them. */
	async problems(...patterns: readonly RegExp[]): Promise<string[]> {
		await this.command("View: Focus Problems (Errors, Warnings, Infos)");
		const rows = this.page.locator(".markers-panel .monaco-list-row");
		for (const pattern of patterns) await rows.filter({ hasText: pattern }).first().waitFor();
		return rows.allInnerTexts();
	}

	/** The middle of the first character of a text in the editor, on the screen. */
	async placeOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
		for (const line of await this.#lines()) {
			const index = line
				.map((each) => each.text)
				.join("")
				.indexOf(text);
			const character = line[index];
			if (character) return character;
		}
		throw new Error(`"${text}" is not in view`);
	}

	/** Waits until what pops up over the first character of a text in the editor has all that is wanted: it comes in parts, and each may take its time. */
	async hover(text: string, ...wanted: readonly (string | RegExp)[]): Promise<void> {
		// Away first: a hover that is open already would be taken for the new one.
		await this.page.mouse.move(0, 0);
		const contents = this.page.locator(".monaco-hover:not(.hidden) .hover-contents");
		await contents.first().waitFor({ state: "hidden" });
		let character = await this.placeOf(text);
		let said = "";
		const isComplete = async (): Promise<boolean> => {
			said = (await contents.allInnerTexts()).join("\n");
			return said !== "" && wanted.every((part) => (typeof part === "string" ? said.includes(part) : part.test(said)));
		};
		const isThere = await within(20_000, async () => {
			// What moves in the editor meanwhile, as a hint that comes in, takes a hover away, and the mouse has to move for another; to where the text is by then.
			await this.page.mouse.move(0, 0);
			character = await this.placeOf(text).catch(() => character);
			await this.page.mouse.move(character.x, character.y);
			return within(3000, isComplete);
		});
		if (!isThere) throw new Error(`the hover over "${text}" lacks something of ${wanted.join(", ")}: ${said || "there is none"}`);
	}

	/** Applies a code action at the cursor. */
	async quickFix(title: string | RegExp): Promise<void> {
		await until(`${title} is chosen`, async () => {
			await this.openQuickFixes(title);
			return pick(this.#codeActions, title);
		});
		await this.#codeActions.first().waitFor({ state: "hidden" });
	}

	/** Applies one of the menu of code actions that is open. VS Code 1.100 lays something over the menu that takes the clicks of a mouse that has not moved. */
	async chooseCodeAction(title: string): Promise<void> {
		await until(`${title} is chosen`, () => pick(this.#codeActions, title));
	}

	get #codeActions(): Locator {
		return this.page.locator(".action-widget:not(.action-list-submenu-panel) .monaco-list-row.action");
	}

	/** Opens the menu of code actions, waits until one is among them, and answers all titles. */
	async openQuickFixes(title: string | RegExp): Promise<string[]> {
		const rows = this.#codeActions;
		for (let attempt = 0; ; attempt++) {
			await this.page.keyboard.press("Control+.");
			try {
				// Right after a change VS Code may still show the actions from before it.
				await rows.filter({ hasText: title }).first().waitFor({ timeout: 4000 });
				return await rows.allInnerTexts();
			} catch (error) {
				if (attempt === 3) throw new Error(`no "${title}" among: ${(await rows.allInnerTexts()).join(" | ")}`, { cause: error });
				await this.page.keyboard.press("Escape");
			}
		}
	}

	/** Shows a view container of the activity bar. */
	async showView(container: string): Promise<void> {
		const tab = this.page.locator(`.activitybar .action-item:has(a[aria-label^="${container}"])`);
		// Not the link in it, over which a badge may lie.
		if (!(await tab.getAttribute("class"))?.includes("checked")) await tab.click();
		await this.page.locator(".sidebar .composite.title", { hasText: new RegExp(container, "i") }).waitFor();
	}

	/** A view in the side bar, by the title in its header. */
	view(name: string): Locator {
		return this.page.locator(".sidebar .pane", { has: this.page.locator(`.pane-header[aria-label^="${name}"]`) });
	}

	/** Folds a view, or unfolds it. */
	async fold(name: string, isFolded = true): Promise<void> {
		const header = this.view(name).locator(".pane-header");
		const isSo = async (): Promise<boolean> => (await header.getAttribute("aria-expanded")) === String(!isFolded);
		if (await isSo()) return;
		await header.locator(".title").click();
		await until(`${name} is ${isFolded ? "folded" : "unfolded"}`, isSo);
	}

	/** A row by what a screen reader says of it, such as "chat-backend-1, running, image chat-backend:0.1.0". */
	row(view: string, spoken: string | RegExp): Locator {
		return this.view(view).getByRole("treeitem", { name: spoken }).first();
	}

	/** When the row is first spoken of so, in milliseconds since 1970, by the page's own clock and without asking it again and again. */
	whenSpoken(view: string, spoken: string): Promise<number> {
		return this.view(view).evaluate(
			(pane, wanted) =>
				new Promise<number>((resolve) => {
					const isThere = () => pane.querySelector(`.monaco-list-row[aria-label*="${wanted}"]`) !== null;
					if (isThere()) return resolve(Date.now());
					const observer = new pane.ownerDocument.defaultView.MutationObserver(() => {
						if (!isThere()) return;
						observer.disconnect();
						resolve(Date.now());
					});
					observer.observe(pane, { subtree: true, childList: true, attributes: true });
				}),
			spoken,
		);
	}

	/** The rows in view, from top to bottom. */
	async rows(view: string): Promise<Row[]> {
		const rows = await this.view(view)
			.locator(".monaco-list-row")
			.evaluateAll((elements) =>
				elements.map((element) => ({
					index: Number(element.getAttribute("data-index")),
					label: element.querySelector(".label-name")?.textContent ?? "",
					state: element.querySelector(".label-description")?.textContent ?? "",
					level: Number(element.getAttribute("aria-level")),
				})),
			);
		return rows.toSorted((one, other) => one.index - other.index).map(({ label, state, level }) => ({ label, state, level }));
	}

	/** Chooses from the context menu of a row, or from a menu within it. */
	contextMenu(row: Locator, item: string, within?: string): Promise<void> {
		return chooseFromContextMenu(row, item, within);
	}

	notification(text: string | RegExp): Locator {
		return this.page.locator(".notifications-toasts .notification-list-item", { hasText: text }).first();
	}

	/** A question that blocks the window. */
	get dialog(): Locator {
		return this.page.locator(".monaco-dialog-box");
	}

	/** Takes back what was typed and not saved, as a test that has failed leaves it. */
	async revert(): Promise<void> {
		const unsaved = this.page.locator(".tab.dirty");
		await until("nothing is unsaved", async () => {
			const count = await unsaved.count();
			if (count === 0) return true;
			await unsaved.first().click();
			await this.command("View: Revert and Close Editor");
			await within(3000, async () => (await unsaved.count()) < count);
			return false;
		});
	}

	/** Whether what VS Code keeps in the browser holds the text: what is open is written down every few seconds, and not where the page is just loaded anew. */
	hasStored(text: string): Promise<boolean> {
		return this.page.evaluate(`(async () => {
			const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
			for (const { name } of await indexedDB.databases()) {
				const database = await done(indexedDB.open(name));
				const stores = [...database.objectStoreNames];
				const all = stores.length > 0 ? await Promise.all(stores.map((store) => done(database.transaction(store).objectStore(store).getAll()))) : [];
				database.close();
				if (all.flat().some((value) => typeof value === "string" && value.includes(${JSON.stringify(text)}))) return true;
			}
			return false;
		})()`);
	}

	/** Closes whatever a test left open, so that the next one begins with a window at rest. */
	async rest(): Promise<void> {
		const open = this.page.locator(".quick-input-widget:visible, .monaco-dialog-box:visible, .monaco-menu:visible");
		await until("nothing is open", async () => {
			for (let press = 0; press < 3; press++) await this.page.keyboard.press("Escape");
			if (await within(1000, async () => (await open.count()) === 0)) return true;
			await leaveFrame(this.page);
			return false;
		});
	}
}
