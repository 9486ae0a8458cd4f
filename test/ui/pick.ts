import type { Locator } from "playwright-core";

/**
 * Clicks the one of some rows that has a text, in the same moment in which it is seen to have it: between a look and the click of a mouse a list may be filled anew,
 * or lose the focus and close, and another row would be taken, or none. Answers whether there was such a row, and so whether it was taken: never is one taken twice.
 * A row whose label is the text goes before one that only contains it.
 */
export function pick(rows: Locator, wanted: string | RegExp): Promise<boolean> {
	const pattern = typeof wanted === "string" ? undefined : { source: wanted.source, flags: wanted.flags };
	return rows.evaluateAll(
		(elements, { text, regExp }) => {
			const plain = (each: string): string =>
				each
					.replaceAll(/[\s\u200b]+/g, " ")
					.trim()
					.toLowerCase();
			const fits = (content: string): boolean => (regExp ? new RegExp(regExp.source, regExp.flags).test(content) : plain(content).includes(plain(text)));
			const fitting = elements
				.filter((each) => each.isConnected && each.getClientRects().length > 0 && fits(each.textContent ?? ""))
				.toSorted((one, other) => Number(one.getAttribute("data-index")) - Number(other.getAttribute("data-index")));
			const labels = [plain(text), `${plain(text)}…`];
			const found = fitting.find((each) => labels.includes(plain(each.querySelector(".label-name")?.textContent ?? ""))) ?? fitting[0];
			const { KeyboardEvent } = found?.ownerDocument.defaultView ?? {};
			if (!found || !KeyboardEvent) return false;
			// VS Code knows whether Ctrl is held by the last key or button that it was told of, and with Ctrl opens to the side. What a page of ours hands out of the
			// keys pressed in it may come after Ctrl was let go.
			found.dispatchEvent(new KeyboardEvent("keyup", { key: "Control", bubbles: true, composed: true }));
			(found as unknown as { click(): void }).click();
			return true;
		},
		{ text: typeof wanted === "string" ? wanted : "", regExp: pattern },
	);
}

/** Writes into an input in one step: key by key, what takes the focus meanwhile, such as an editor, would get the rest. */
export function write(input: Locator, text: string): Promise<void> {
	return input.evaluate(
		(element, value) => {
			const { Event } = element.ownerDocument.defaultView;
			element.focus();
			(element as unknown as { value: string }).value = value;
			element.dispatchEvent(new Event("input", { bubbles: true }));
		},
		text,
		{ timeout: 3000 },
	);
}

/** Presses Enter on what has the focus in a menu if it has the text, in the same moment: a menu that closes meanwhile would leave the key to what is below it. Answers whether it did. */
export function enter(focused: Locator, text: string): Promise<boolean> {
	return focused.evaluateAll((elements, wanted) => {
		const found = elements.find((each) => each.getClientRects().length > 0 && (each.textContent ?? "").includes(wanted));
		const { KeyboardEvent } = found?.ownerDocument.defaultView ?? {};
		if (!found || !KeyboardEvent) return false;
		const key = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true, composed: true };
		for (const type of ["keydown", "keyup"]) found.dispatchEvent(new KeyboardEvent(type, key));
		return true;
	}, text);
}
