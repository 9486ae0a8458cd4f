import common from "./common.css";

/** Gives the page what all pages look like, and then these style sheets, of which a later one counts more. */
export function adoptStyles(...texts: readonly string[]): void {
	document.adoptedStyleSheets = [common, ...texts].map((text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		return sheet;
	});
}
